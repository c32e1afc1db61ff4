import { randomUUIDv7 } from 'node:crypto';
import { formatReference } from '../../src/core/case/reference.ts';
import { sealSummary } from '../../src/cases/summary.ts';
import type { Vault } from '../../src/vault/vault.ts';
import type { Chance } from './chance.ts';
import * as copy from './copy.ts';
import { filingRows } from './filing-rows.ts';
import type { Kind } from './kinds.ts';
import { closedLife, openLife } from './life.ts';
import { fullName, subject } from './names.ts';
import type { OwnTokens } from './own-tokens.ts';

/** What is copied of each case; of a closed one only the last two, see `closed.ts`. */
export const columns = {
  draft: 'id, agenda_version_id, entries, visited, expires_at, filed_at',
  submission: 'case_id, content, content_hash, filed_at',
  case_event: 'case_id, number, type, data, actor_kind, actor_id, at, previous_hash, hash',
  '"case"': `id, reference, agenda_id, agenda_version_id, draft_id, department_id, officer_id, state, outcome, summary, filed_at,
    due_on, counted_to, clock_stopped_on, step, awaiting_until, decided_at, closed_at, changed_at, answered_at, version, trial`,
  case_search: 'case_id, tokens',
};
export type Table = keyof typeof columns;
export type Rows = Record<Table, Buffer[]>;

interface Wanted {
  /** Of the reference. */
  number: number;
  /** Milliseconds. */
  at: number;
  now: number;
  isClosed: boolean;
}

interface Means {
  vault: Vault;
  kinds: Kind[];
  chance: Chance;
  tokensOf: OwnTokens;
}

/** One case as filing and working it would leave it, in rows to be copied. Mails and audit records are left out. */
export function makeCase(
  { number, at, now, isClosed }: Wanted,
  { vault, kinds, chance, tokensOf }: Means,
): Partial<Rows> {
  // The square makes the first kinds the most common.
  const kind = kinds[Math.floor(chance.next() ** 2 * kinds.length)];
  if (!kind) throw new Error('no agendas');
  const { definition, department } = kind;
  const [caseId, draftId] = [randomUUIDv7(), randomUUIDv7()];
  const reference = formatReference({ year: new Date(at).getUTCFullYear(), number });
  const [name, about] = [fullName(chance), subject(chance)];
  const applicantName = name.join(' ');
  const life = (isClosed ? closedLife : openLife)({ kind, at, now }, chance);
  const summary = Buffer.from(sealSummary(vault, caseId, { applicantName, subject: about.join(' ') }));
  const moment = (milliseconds: number | null) => (milliseconds === null ? null : copy.instant(milliseconds));
  const day = (date: Temporal.PlainDate | null) => date && copy.day(date);
  const caseKey = copy.uuid(caseId);
  const changedAt = life.closedAt ?? Date.parse(life.events.at(-1)?.at ?? '');
  const place = {
    reference,
    departmentId: department.id,
    state: life.state,
    filedAt: Temporal.Instant.fromEpochMilliseconds(at),
  };
  const tokens = [...kind.tokens, ...tokensOf(place, [...name, ...about])];
  const filed = { caseId, draftId, reference, at, applicantName, kind, events: life.events };
  return {
    ...(isClosed ? {} : filingRows(vault, filed)),
    '"case"': [
      copy.row([
        ...[caseKey, copy.text(reference), copy.uuid(kind.agendaId), copy.uuid(kind.versionId), copy.uuid(draftId)],
        ...[copy.uuid(department.id), life.officer && copy.uuid(life.officer.id), copy.text(life.state)],
        ...[life.outcome && copy.text(life.outcome), summary, copy.instant(at)],
        ...[day(life.dueOn), day(life.countedTo), day(life.stoppedOn), copy.text(definition.plan[0]?.id ?? '')],
        ...[day(life.awaitingUntil), moment(life.decidedAt), moment(life.closedAt), copy.instant(changedAt)],
        ...[moment(life.answeredAt), copy.int(isClosed ? 3 : life.events.length), copy.bool(false)],
      ]),
    ],
    case_search: [copy.row([caseKey, copy.bigints(tokens)])],
  };
}
