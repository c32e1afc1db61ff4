import { canPreview } from '../../attachments/send.ts';
import type { DeskCase } from './find.ts';

/** The files of a filing, and the one that is shown beside the answers. */
export interface AttachmentsView {
  attachments: (Attachment & { canPreview: boolean; isShown: boolean })[];
  preview: { id: string; name: string; isPicture: boolean } | null;
}

type Attachment = DeskCase['submission']['attachments'][number];

/** `shownId` is what the address asks for; a file the case has not, or that cannot be shown, is nothing. */
export function attachmentsView({ submission }: DeskCase, shownId: string | undefined): AttachmentsView {
  const shown = submission.attachments.find(({ id, format }) => id === shownId && canPreview(format));
  return {
    attachments: submission.attachments.map(file => ({
      ...file,
      canPreview: canPreview(file.format),
      isShown: file === shown,
    })),
    preview: shown ? { id: shown.id, name: shown.name, isPicture: shown.format !== 'pdf' } : null,
  };
}
