import type { Request, RequestHandler } from 'express';
import { parseReference } from '../core/case/reference.ts';
import { outcomes, outcomeLabel, stateLabel } from '../core/case/states.ts';
import { dayInPrague, formatDate, formatDateTime, formatDue } from '../core/czech/format.ts';
import { daysLeft } from '../core/case/clock.ts';
import { mayAgent } from '../core/mandate/reach.ts';
import { mayMember } from '../core/organisation/roles.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { NotFound } from '../web/errors.ts';
import { queryText } from '../web/input.ts';
import { type CaseRow, type DraftRow, listCases, listDrafts, pageSize } from './list-filings.ts';
import { readerOf } from './scope.ts';
import { openSummary } from './summary.ts';

/** Everything the person has with the office: begun, running, finished. */
export function myFilings({ db, vault, now }: Deps): RequestHandler {
  return async (req, res) => {
    const { accountId } = readerOf(req);
    if (accountId === null) throw new NotFound();
    const { membership, mandate } = req.actingFor ?? {};
    const whose = {
      accountId,
      organisationId: membership?.organisationId ?? null,
      mandateId: mandate?.mandateId ?? null,
    };
    const files = membership ? mayMember(membership.role, 'file') : !mandate || mayAgent(mandate, 'file');
    const guestDrafts = req.session.drafts ?? [];
    const after = { running: cursor(req, 'bezi'), finished: cursor(req, 'vyrizene') };
    const [drafts, running, finished] = await Promise.all([
      listDrafts(db, { ...whose, files, guestDrafts, now: now() }),
      listCases(db, { ...whose, finished: false, after: after.running }),
      listCases(db, { ...whose, finished: true, after: after.finished }),
    ]);
    const today = dayInPrague(now());
    res.render('cases/mine.njk', {
      drafts: drafts.map(draftView),
      running: {
        items: running.slice(0, pageSize).map(row => runningView(row, vault, today)),
        ...neighbours(running, 'bezi', after.running),
      },
      finished: {
        items: finished.slice(0, pageSize).map(row => finishedView(row, vault)),
        ...neighbours(finished, 'vyrizene', after.finished),
      },
      isEmpty: drafts.length + running.length + finished.length === 0 && !after.running && !after.finished,
    });
  };
}

function draftView({ id, title, lastStep, updatedAt, expiresAt, agent, ...row }: DraftRow) {
  return {
    title,
    isWithdrawn: row.isWithdrawn,
    withdrawalMessage: row.withdrawalMessage,
    agent,
    lastStep,
    updatedAt: formatDateTime(updatedAt.toTemporalInstant(), 'minutes'),
    expiresOn: formatDate(dayInPrague(expiresAt.toTemporalInstant())),
    continueHref: `/podani/${id}`,
    deleteHref: `/podani/${id}/smazat`,
  };
}

/** An item of the component `link-list`. */
interface FilingView {
  href: string;
  text: string;
  description: string;
  meta: string;
  tag: { text: string; state: string };
}

function runningView(row: CaseRow, vault: Vault, today: Temporal.PlainDate): FilingView {
  if (row.awaitingUntil !== null) {
    const news = awaitedWords(Temporal.PlainDate.from(row.awaitingUntil), today);
    return filingView(row, vault, { news, tag: { text: 'Čeká na vás', state: 'waiting' } });
  }
  if (row.isStopped) {
    const tag = { text: stateLabel(row.state), state: row.state };
    return filingView(row, vault, { news: 'Řízení je přerušené a\u00a0lhůta stojí.', tag });
  }
  const dueOn = Temporal.PlainDate.from(row.dueOn);
  const overdue = daysLeft(dueOn, today) < 0;
  const due = overdue
    ? `Lhůta uplynula ${formatDate(dueOn)}.`
    : `Vyřídíme do\u00a0${formatDate(dueOn)}, tedy ${formatDue(dueOn, today).replace(' ', '\u00a0')}.`;
  return filingView(row, vault, {
    news: due,
    tag: { text: stateLabel(row.state), state: overdue ? 'overdue' : row.state },
  });
}

function awaitedWords(until: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const day = formatDate(until);
  if (daysLeft(until, today) < 0) return `Doplnit ho bylo potřeba do\u00a0${day}.`;
  return `Doplňte ho do\u00a0${day}, tedy ${formatDue(until, today).replace(' ', '\u00a0')}.`;
}

function finishedView(row: CaseRow, vault: Vault): FilingView {
  const outcome = outcomes.find(name => name === row.outcome);
  const news = row.decidedAt ? `Vyřízeno ${formatDate(dayInPrague(row.decidedAt.toTemporalInstant()))}.` : '';
  const tag =
    outcome && row.state !== 'appealed'
      ? { text: outcomeLabel(outcome), state: outcome === 'refused' ? outcome : 'decided' }
      : { text: stateLabel(row.state), state: row.state };
  return filingView(row, vault, { news, tag });
}

function filingView(row: CaseRow, vault: Vault, { news, tag }: { news: string; tag: FilingView['tag'] }): FilingView {
  const filedOn = formatDate(dayInPrague(row.filedAt.toTemporalInstant()));
  return {
    href: `/pripady/${row.reference}`,
    text: row.agenda,
    description: openSummary(vault, row.id, row.summary).subject,
    meta: `${row.reference}, podáno ${filedOn}${row.agent === null ? '' : ` zmocněncem: ${row.agent}`}. ${news}`,
    tag,
  };
}

/** Back is always to the beginning: the lists are short, and their beginning is what people come for. */
function neighbours(rows: CaseRow[], parameter: string, after: string | null) {
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    nextHref: last ? `/moje?${parameter}=${last.reference}` : null,
    previousHref: after === null ? null : '/moje',
  };
}

function cursor(req: Request, name: string): string | null {
  return parseReference(queryText(req, name));
}
