import type { AttachmentSlot, FieldOf } from '../definition.ts';
import type { Rule, Subject } from './rule.ts';

/** Whoever does not have the software of one vendor can file too (§ 4 of act 99/2019 asks for what anybody can open). */
export const vendorFormat: Rule = {
  name: 'vendor-format',
  level: 'error',
  find: subject =>
    uploadsOf(subject)
      .filter(({ slot }) => slot.formats.every(format => format === 'docx' || format === 'xlsx'))
      .map(({ path }) => ({
        path: `${path}.formats`,
        message: 'Přidejte formát, který otevře každý, třeba PDF nebo ODT.',
      })),
};

/** A file that must be there is described: what it is, where to get it. */
export const fileHint: Rule = {
  name: 'file-hint',
  level: 'warning',
  find: subject =>
    uploadsOf(subject)
      .filter(({ slot }) => slot.required && !slot.hint)
      .map(({ path }) => ({
        path: `${path}.hint`,
        message: 'Napište k\u00a0povinné příloze, co v\u00a0ní má být a\u00a0kde ji člověk vezme.',
      })),
};

interface Upload {
  slot: AttachmentSlot | FieldOf<'file'>;
  path: string;
}

function uploadsOf({ definition, places }: Subject): Upload[] {
  return [
    ...places.flatMap(({ field, path }) => (field.type === 'file' ? [{ slot: field, path }] : [])),
    ...definition.attachments.map((slot, index) => ({ slot, path: `attachments[${index}]` })),
  ];
}
