import { shortPrint } from '../core/authorisation/print.ts';
import type { Standing } from '../core/authorisation/standing.ts';
import { confirmableUntil } from '../core/case/confirmation.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Evaluation, Slot } from '../core/form/evaluate.ts';
import { feeLines } from '../core/form/fee-lines.ts';
import type { FieldState } from '../core/form/field-state.ts';
import { freezeContent, type FrozenAnswer } from '../core/form/freeze-content.ts';
import type { IdentityLevel } from '../core/form/identity.ts';
import { meets } from '../core/form/identity.ts';
import { rowTable, type RowTable } from '../core/form/row-table.ts';
import { signInAnew } from '../web/sign-in-anew.ts';
import { authoriseStop, type DraftStanding } from './authorise.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import type { DraftFile } from './draft-files.ts';
import { attachmentsStop, attachmentSlots, journeyOf, progressAt, stopBefore, summaryStop } from './journey.ts';
import { signInLinks } from './sign-in-links.ts';

interface Params {
  draft: OpenDraft;
  evaluation: Evaluation;
  files: DraftFile[];
  /** How surely it is known who is filing. */
  identity: IdentityLevel;
  isGuest: boolean;
  /** Whether the portal can have an identity proved. */
  isProvable: boolean;
  /** How what would be filed is confirmed; null where it need not be, or cannot be yet. */
  confirmation: DraftStanding | null;
  /** In Prague. */
  today: Temporal.PlainDate;
}

interface Row {
  key: string;
  lines?: string[];
  table?: RowTable;
  change?: { href: string; text?: string };
}

/** Everything that would be filed, as the applicant and the office will read it, and what stands in the way. */
export function summaryView(params: Params): object {
  const { draft, evaluation, files, identity, isGuest, isProvable } = params;
  const { definition } = draft;
  const stops = journeyOf(evaluation, files);
  const missing = stops.filter(stop => stop.id !== summaryStop && !stop.isComplete);
  const needed = definition.whoMayFile.identity;
  const isReady = draft.isOffered && missing.length === 0;
  const isKnown = isReady && meets(identity, needed);
  const confirm = isKnown ? confirmView(params) : null;
  const mayFile = isKnown && !confirm?.isNeeded;
  return {
    titleContext: definition.title,
    back: { href: draftPath(draft, stopBefore(stops, summaryStop)) },
    progress: progressAt(stops, summaryStop),
    sections: sectionsOf({ draft, evaluation, files }),
    attachments: attachmentSlots(evaluation.slots).map(slot => fileRow(draft, slot, files)),
    visit: visitRows(draft, evaluation),
    missing: missing.map(({ id, title }) => ({ text: title, href: changeHref(draft, id) })),
    isOffered: draft.isOffered,
    withdrawalMessage: draft.withdrawalMessage,
    mayFile,
    confirm,
    /** What the person lacks: an account, or a proof of identity. */
    barrier: isReady && !isKnown ? (needed === 'account' ? 'account' : 'identity') : null,
    ...(isProvable && { proveHref: signInAnew(draftPath(draft, summaryStop)) }),
    ...(isGuest && signInLinks(draftPath(draft, summaryStop))),
    changes: draft.changes,
    confirmAction: draftPath(draft, 'zmeny'),
    draftVersion: draft.version,
    action: draftPath(draft, 'odeslani'),
    deleteHref: draftPath(draft, 'smazat'),
    keptUntil: dayInPrague(draft.expiresAt),
    isGuest,
  };
}

interface ConfirmView {
  href: string;
  isGiven: boolean;
  /** Without it the draft cannot be sent. */
  isNeeded: boolean;
  /** Why one that was given holds no more. */
  lost: Standing | null;
  at: Temporal.Instant | null;
  print: string | null;
  /** By when it can be confirmed after it was sent; null where that is of no account. */
  until: Temporal.PlainDate | null;
  /** Whether this person is known surely enough to do so at once. */
  isAtOnce: boolean;
}

/** What there is to say of confirming it: that it is, that it has to be first, or that it may be later. */
function confirmView({ draft, identity, confirmation, today }: Params): ConfirmView | null {
  const policy = draft.definition.whoMayFile.confirmation;
  if (policy === 'none') return null;
  const isGiven = confirmation?.standing === 'given';
  return {
    href: draftPath(draft, authoriseStop),
    isGiven,
    isNeeded: policy === 'authorised' && !isGiven,
    lost: confirmation && ['changed', 'old', 'weak'].includes(confirmation.standing) ? confirmation.standing : null,
    at: confirmation?.at ?? null,
    print: confirmation && shortPrint(confirmation.sha256),
    until: policy === 'withinFiveDays' && !isGiven ? confirmableUntil(today) : null,
    isAtOnce: meets(identity, 'substantial'),
  };
}

type Content = Pick<Params, 'draft' | 'evaluation' | 'files'>;

/** The answers as they would be frozen, and the questions that have none. */
function sectionsOf({ draft, evaluation, files }: Content): { title: string; rows: Row[] }[] {
  const frozen = new Map(
    freezeContent(draft.definition, evaluation)
      .steps.flatMap(step => step.answers)
      .map(answer => [answer.id, answer]),
  );
  const slots = new Map(evaluation.slots.map(slot => [slot.id, slot]));
  const sections = evaluation.steps.map(({ step, fields }) => ({
    title: step.title,
    rows: fields.flatMap(({ field }) => {
      const slot = field.type === 'file' ? slots.get(field.id) : undefined;
      return slot ? [fileRow(draft, slot, files)] : answerRow(draft, step.id, { field, answer: frozen.get(field.id) });
    }),
  }));
  return sections.filter(({ rows }) => rows.length > 0);
}

type Answered = Pick<FieldState, 'field'> & { answer: FrozenAnswer | undefined };

function answerRow(draft: OpenDraft, stepId: string, { field, answer }: Answered): Row[] {
  if (field.type === 'explanation' || field.type === 'heading') return [];
  if (field.type === 'computed') return answer ? [{ key: field.label, lines: answer.lines }] : [];
  const href = `${changeHref(draft, stepId)}#${field.id}`;
  if (!answer) return [{ key: field.label, lines: ['Nevyplněno'], change: { href, text: 'Doplnit' } }];
  if (answer.rows) return [{ key: field.label, table: rowTable(answer.rows), change: { href } }];
  return [{ key: field.label, lines: answer.lines, change: { href } }];
}

function fileRow(draft: OpenDraft, { id, stepId, label }: Slot, files: DraftFile[]): Row {
  const own = files.filter(file => file.slot === id);
  const href = stepId === undefined ? changeHref(draft, attachmentsStop) : `${changeHref(draft, stepId)}#${id}-slot`;
  if (own.length === 0) return { key: label, lines: ['Nepřiloženo'], change: { href, text: 'Přiložit' } };
  return { key: label, lines: own.map(file => file.name), change: { href } };
}

/** What it costs, as far as that is known now, and what to bring to the office. */
function visitRows({ definition }: OpenDraft, { fee, bring }: Evaluation): Row[] {
  return [
    { key: 'Poplatek', lines: fee ? feeLines(fee) : [definition.fee.summary] },
    ...(bring.length > 0 ? [{ key: 'Na úřad si vezměte', lines: bring }] : []),
  ];
}

function changeHref(draft: OpenDraft, stop: string): string {
  return stop === attachmentsStop ? draftPath(draft, stop) : `${draftPath(draft, stop)}?zpet=${summaryStop}`;
}
