import { attachmentFormats, type AttachmentSlot, type Definition } from './definition.ts';

type Limits = Pick<AttachmentSlot, 'formats' | 'maxMegabytes'>;

/** What the office takes with a case whose agenda asks for no file at all. */
const usual: Limits = { formats: ['pdf', 'jpg', 'png'], maxMegabytes: 10 };

/**
 * How large a file of which formats may come with a case outside of its form: every format that some question or
 * attachment of the agenda takes, up to the largest size.
 */
export function widestLimits({ steps, attachments }: Pick<Definition, 'steps' | 'attachments'>): Limits {
  const slots = [...steps.flatMap(step => step.fields).filter(({ type }) => type === 'file'), ...attachments].filter(
    slot => 'formats' in slot,
  );
  if (slots.length === 0) return usual;
  return {
    formats: attachmentFormats.filter(format => slots.some(({ formats }) => formats.includes(format))),
    maxMegabytes: Math.max(...slots.map(({ maxMegabytes }) => maxMegabytes)),
  };
}
