import { acceptedTypes, formatNames } from '../attachments/formats.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { AttachmentSlot } from '../core/form/definition.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import type { FormError } from '../web/input.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import type { DraftFile } from './draft-files.ts';
import { attachmentsStop, journeyOf, progressAt, stopBefore, summaryStop } from './journey.ts';

interface Params {
  draft: OpenDraft;
  evaluation: Evaluation;
  files: DraftFile[];
  error: { slot: string; message: string } | undefined;
  isGuest: boolean;
}

export function attachmentsView({ draft, evaluation, files, error, isGuest }: Params): object {
  const stops = journeyOf(evaluation, files);
  const errors: FormError[] = error ? [{ field: error.slot, message: error.message }] : [];
  return {
    titleContext: draft.definition.title,
    back: { href: draftPath(draft, stopBefore(stops, attachmentsStop)) },
    progress: progressAt(stops, attachmentsStop),
    slots: evaluation.slots.map(slot =>
      slotView(slot, {
        draft,
        files: files.filter(file => file.slot === slot.id),
        error: error?.slot === slot.id ? error.message : undefined,
      }),
    ),
    errors,
    continueHref: draftPath(draft, summaryStop),
    keptUntil: dayInPrague(draft.expiresAt),
    deleteHref: draftPath(draft, 'smazat'),
    isGuest,
  };
}

type SlotState = { draft: OpenDraft; files: DraftFile[]; error: string | undefined };

function slotView(slot: AttachmentSlot, { draft, files, error }: SlotState): object {
  return {
    id: slot.id,
    label: slot.label,
    hint: slot.hint,
    required: slot.required,
    limits: limitsOf(slot),
    accept: acceptedTypes(slot.formats),
    isFull: files.length >= slot.maxFiles,
    action: draftPath(draft, `${attachmentsStop}/${slot.id}`),
    error,
    files: files.map(({ id, name, size }) => ({
      name,
      size,
      href: draftPath(draft, `${attachmentsStop}/${id}/soubor`),
      removeAction: draftPath(draft, `${attachmentsStop}/${id}/smazat`),
    })),
  };
}

function limitsOf({ formats, maxMegabytes, maxFiles }: AttachmentSlot): string {
  const size = `${formatNames(formats)}, nejvýš ${maxMegabytes}\u00a0MB.`;
  if (maxFiles === 1) return size;
  return `${size} Můžete jich přidat až ${maxFiles}, jeden po druhém.`;
}
