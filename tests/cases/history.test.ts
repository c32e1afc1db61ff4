import { describe, expect, test } from 'vitest';
import { beginning, brokenLinks, chain, type ChainedEvent } from '../../src/cases/history.ts';
import { startCase, takeOverCase } from '../../src/cases/commands.ts';
import { openEvent } from '../../src/cases/history.ts';
import type { CaseEvent } from '../../src/core/case/events.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer } from '../support/factories.ts';

const { deps, db } = await startPortal();
const caseId = '0196a6b0-0000-7000-8000-000000000001';
const start = beginning(new Uint8Array(32).fill(7));
const at = '2026-11-22T08:00:00.000Z';
const clerk = { kind: 'officer', officerId: 'jana', name: 'Jana' } as const;
const events: CaseEvent[] = [
  { type: 'filed', at, actor: { kind: 'guest' }, data: { department: { id: 'd', name: 'D' }, dueOn: '2026-12-22' } },
  { type: 'takenOver', at, actor: clerk, data: { from: { officerId: null }, officer: { id: 'jana', name: 'Jana' } } },
  { type: 'started', at, actor: clerk, data: {} },
];
const intact = chain(caseId, events, start);

/** The history with one event replaced, and told as if it had always been so. */
function forged(index: number, change: (link: ChainedEvent) => Partial<ChainedEvent>): ChainedEvent[] {
  return intact.map((link, i) => (i === index ? { ...link, ...change(link) } : link));
}

describe('the chain of events', () => {
  test('an intact history has no broken links', () => {
    expect(brokenLinks(caseId, intact, start)).toEqual([]);
  });

  test('appending later continues the chain', () => {
    const [first, ...rest] = events;
    if (!first) throw new Error('no event');
    const begun = chain(caseId, [first], start);
    const last = begun[0];
    if (!last) throw new Error('no link');
    expect([...begun, ...chain(caseId, rest, last)]).toEqual(intact);
  });

  test.each<[string, ChainedEvent[], number[]]>([
    ['another time', forged(1, ({ event }) => ({ event: { ...event, at: '2026-11-21T08:00:00.000Z' } })), [2]],
    ['another actor', forged(2, ({ event }) => ({ event: { ...event, actor: { kind: 'system' } } })), [3]],
    ['an event left out', [...intact.slice(0, 1), ...intact.slice(2)], [3]],
    ['the first left out', intact.slice(1), [2]],
    ['the order changed', [1, 0, 2].flatMap(i => intact[i] ?? []), [2, 1, 3]],
    ['its own hash made to fit', rehashed(1), [3]],
  ])('%s is found out', (_what, history, broken) => {
    expect(brokenLinks(caseId, history, start)).toEqual(broken);
  });

  test('the history of another case does not fit', () => {
    expect(brokenLinks('0196a6b0-0000-7000-8000-000000000002', intact, start)).toEqual([1, 2, 3]);
  });

  test('another submission does not fit', () => {
    expect(brokenLinks(caseId, intact, beginning(new Uint8Array(32)))).toEqual([1]);
  });

  function rehashed(index: number): ChainedEvent[] {
    const before = intact[index - 1];
    const forgery: CaseEvent = { type: 'started', at: '2026-11-20T08:00:00.000Z', actor: clerk, data: {} };
    const [link] = before ? chain(caseId, [forgery], before) : [];
    return forged(index, () => link ?? {});
  }
});

describe('what was recorded stays', () => {
  test('the stored history of a worked case fits together, from what was filed on', async () => {
    const { id } = await createCase(deps);
    const officer = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
    const command = { caseId: id, actor: officer.actor, now: deps.now() };
    expect(await takeOverCase(deps, { ...command, expectedVersion: 1 })).toEqual({ ok: true });
    expect(await startCase(deps, { ...command, expectedVersion: 2 })).toEqual({ ok: true });

    const { contentHash } = await db.submission.findUniqueOrThrow({ where: { caseId: id } });
    const rows = await db.caseEvent.findMany({ where: { caseId: id }, orderBy: { number: 'asc' } });
    const stored = rows.map(row => ({ ...row, event: openEvent(deps.vault, id, row) }));
    expect(stored.map(({ type }) => type)).toEqual(['filed', 'takenOver', 'started']);
    expect(brokenLinks(id, stored, beginning(contentHash))).toEqual([]);
  });

  test.each([
    ['an event changed', 'UPDATE case_event SET at = now()'],
    ['an event deleted', 'DELETE FROM case_event'],
    ['all events deleted', 'TRUNCATE case_event'],
    ['a submission changed', "UPDATE submission SET content = ''"],
    ['a submission deleted', 'DELETE FROM submission'],
    ['an audit record changed', "UPDATE audit_record SET action = 'none'"],
    ['an audit record deleted', 'DELETE FROM audit_record'],
  ])('the database refuses to have %s', async (_what, sql) => {
    await createCase(deps);
    await expect(deps.pool.query(sql)).rejects.toMatchObject({ code: '23001' });
  });
});
