import type { AttachmentSlot } from '../core/form/definition.ts';
import { acceptedTypes, formatNames } from './formats.ts';

/** What a page shows of the place for a question's or an attachment's files. */
export interface UploadView {
  limits: string;
  accept: string;
  isFull: boolean;
  /** Where a file alone is sent. */
  action: string;
  files: { id: string; name: string; size: number; href: string; removeAction?: string }[];
}

interface Paths {
  action: string;
  hrefOf: (id: string) => string;
  /** Where a file is removed by a form of its own; without it, by a button of the form around. */
  removeActionOf?: (id: string) => string;
}

/** `files` are those that are in the slot already. */
export function uploadView(
  slot: AttachmentSlot,
  files: readonly { id: string; name: string; size: number }[],
  { action, hrefOf, removeActionOf }: Paths,
): UploadView {
  return {
    limits: limitsOf(slot),
    accept: acceptedTypes(slot.formats),
    isFull: files.length >= slot.maxFiles,
    action,
    files: files.map(({ id, name, size }) => ({
      ...{ id, name, size },
      href: hrefOf(id),
      ...(removeActionOf && { removeAction: removeActionOf(id) }),
    })),
  };
}

function limitsOf({ formats, maxMegabytes, maxFiles }: AttachmentSlot): string {
  const size = `${formatNames(formats)}, nejvýš ${maxMegabytes}\u00a0MB.`;
  if (maxFiles === 1) return size;
  return `${size} Můžete jich přidat až ${maxFiles}, jeden po druhém.`;
}
