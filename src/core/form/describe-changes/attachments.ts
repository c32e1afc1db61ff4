import type { AttachmentSlot } from '../definition.ts';
import { condition } from './conditions.ts';
import { flag, identity, properties, text, wording } from './describe.ts';
import { listById } from './list.ts';
import { itself } from './subject.ts';
import { uploadProperties } from './upload-properties.ts';

export const describeAttachments = listById<AttachmentSlot>({
  noun: 'attachment',
  idOf: ({ id }) => id,
  nameOf: ({ label }) => label,
  describe: properties<AttachmentSlot>({
    id: identity,
    label: wording('se nově jmenuje'),
    hint: text({ is: 'Nápověda', has: 'nápovědu' }),
    required: flag({
      on: subject => `${itself(subject)} je nově povinná`,
      off: subject => `${itself(subject)} už není povinná`,
    }),
    when: condition('se přikládá'),
    ...uploadProperties,
  }),
});
