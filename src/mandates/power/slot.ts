import type { AttachmentSlot } from '../../core/form/definition.ts';

/** Where a power of attorney goes: one document or its picture. */
export const powerSlot: AttachmentSlot = {
  ...{ id: 'plnaMoc', label: 'Plná moc', required: true },
  ...{ formats: ['pdf', 'jpg', 'png'], maxMegabytes: 10, maxFiles: 1 },
};
