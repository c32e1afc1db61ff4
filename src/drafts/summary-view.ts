import { dayInPrague } from '../core/czech/format.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import type { FieldState } from '../core/form/field-state.ts';
import { present } from '../core/form/present.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import type { DraftFile } from './draft-files.ts';
import { attachmentsStop, journeyOf, progressAt, stopBefore, summaryStop } from './journey.ts';
import { signInLinks } from './sign-in-links.ts';

interface Params {
  draft: OpenDraft;
  evaluation: Evaluation;
  files: DraftFile[];
  isGuest: boolean;
}

interface Row {
  key: string;
  lines: string[];
  change: { href: string; text?: string };
}

/** Everything that would be filed, as the applicant and the office will read it, and what stands in the way. */
export function summaryView({ draft, evaluation, files, isGuest }: Params): object {
  const { definition } = draft;
  const stops = journeyOf(evaluation, files);
  const missing = stops.filter(stop => stop.id !== summaryStop && !stop.isComplete);
  const page = draftPath(draft, summaryStop);
  const isBarred = isGuest && definition.whoMayFile.identity === 'account';
  return {
    titleContext: definition.title,
    back: { href: draftPath(draft, stopBefore(stops, summaryStop)) },
    progress: progressAt(stops, summaryStop),
    sections: evaluation.steps.map(({ step, fields }) => ({
      title: step.title,
      rows: fields.flatMap(state => answerRow(draft, step.id, state)),
    })),
    attachments: evaluation.slots.map(slot =>
      attachmentRow(
        draft,
        slot.label,
        files.filter(file => file.slot === slot.id),
      ),
    ),
    missing: missing.map(({ id, title }) => ({ text: title, href: changeHref(draft, id) })),
    isOffered: draft.isOffered,
    mayFile: draft.isOffered && missing.length === 0 && !isBarred,
    isBarred: draft.isOffered && missing.length === 0 && isBarred,
    ...(isBarred && signInLinks(page)),
    draftVersion: draft.version,
    action: draftPath(draft, 'odeslani'),
    deleteHref: draftPath(draft, 'smazat'),
    keptUntil: dayInPrague(draft.expiresAt),
    isGuest,
  };
}

function answerRow(draft: OpenDraft, stepId: string, { field, value }: FieldState): Row[] {
  if (field.type === 'explanation' || field.type === 'heading' || field.type === 'file') return [];
  const href = `${changeHref(draft, stepId)}#${field.id}`;
  if (value === undefined) return [{ key: field.label, lines: ['Nevyplněno'], change: { href, text: 'Doplnit' } }];
  return [{ key: field.label, lines: present(field, value), change: { href } }];
}

function attachmentRow(draft: OpenDraft, label: string, files: DraftFile[]): Row {
  const href = draftPath(draft, attachmentsStop);
  if (files.length === 0) return { key: label, lines: ['Nepřiloženo'], change: { href, text: 'Přiložit' } };
  return { key: label, lines: files.map(file => file.name), change: { href } };
}

function changeHref(draft: OpenDraft, stop: string): string {
  return stop === attachmentsStop ? draftPath(draft, stop) : `${draftPath(draft, stop)}?zpet=${summaryStop}`;
}
