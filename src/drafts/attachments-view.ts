import { dayInPrague } from '../core/czech/format.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import type { FormError } from '../web/input.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import type { DraftFile } from './draft-files.ts';
import { attachmentsStop, attachmentSlots, journeyOf, progressAt, stopBefore, summaryStop } from './journey.ts';
import { uploadView } from './step-files.ts';

interface Params {
  draft: OpenDraft;
  evaluation: Evaluation;
  files: DraftFile[];
  error: { slot: string; message: string } | undefined;
  isGuest: boolean;
}

/** The page of what is attached at the end; files asked for by a question are on its step. */
export function attachmentsView({ draft, evaluation, files, error, isGuest }: Params): object {
  const stops = journeyOf(evaluation, files);
  const errors: FormError[] = error ? [{ field: error.slot, message: error.message }] : [];
  return {
    titleContext: draft.definition.title,
    back: { href: draftPath(draft, stopBefore(stops, attachmentsStop)) },
    progress: progressAt(stops, attachmentsStop),
    slots: attachmentSlots(evaluation.slots).map(slot => ({
      id: slot.id,
      label: slot.label,
      hint: slot.hint,
      required: slot.required,
      error: error?.slot === slot.id ? error.message : undefined,
      ...uploadView(draft, slot, files),
    })),
    errors,
    changes: draft.changes,
    confirmAction: draftPath(draft, 'zmeny'),
    confirmPage: attachmentsStop,
    continueHref: draftPath(draft, summaryStop),
    keptUntil: dayInPrague(draft.expiresAt),
    deleteHref: draftPath(draft, 'smazat'),
    isGuest,
  };
}
