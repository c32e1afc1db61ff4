import { expect, test } from 'vitest';
import { changeCase } from '../../src/cases/commands.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { refreshDurations } from '../../src/jobs/durations/refresh-durations.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const page = '/sluzby/ohlaseni-psa';

async function act(id: string, at: string, action: Action): Promise<void> {
  portal.setNow(at);
  const command = { caseId: id, expectedVersion: null, actor: clerk.actor, now: deps.now() };
  expect(await changeCase(deps, command, action)).toEqual({ ok: true });
}

const decide: Action = { type: 'decide', outcome: 'granted', explanation: 'Zapsáno.' };

test('a decided case keeps the days that were the office’s own', async () => {
  portal.setNow('2026-05-04T08:00:00Z');
  const { id } = await createCase(deps);
  await act(id, '2026-05-06T08:00:00Z', { type: 'takeOver' });
  await act(id, '2026-05-07T08:00:00Z', { type: 'suspend', reason: 'Čekáme na soud.' });
  await act(id, '2026-05-17T08:00:00Z', { type: 'resume', reason: 'Soud rozhodl.' });
  expect((await db.case.findUniqueOrThrow({ where: { id } })).ownDays).toBeNull();
  await act(id, '2026-05-20T08:00:00Z', decide);
  expect((await db.case.findUniqueOrThrow({ where: { id } })).ownDays).toBe(6);
});

test('the public reads how long it usually takes once twenty cases say so, and no longer than they do', async () => {
  portal.setNow('2026-06-01T08:00:00Z');
  for (let done = 0; done < 19; done++) {
    const { id } = await createCase(deps);
    await db.case.update({
      where: { id },
      data: { outcome: 'granted', decidedAt: new Date('2026-06-20'), ownDays: done },
    });
  }
  portal.setNow('2026-06-30T08:00:00Z');
  const visitor = await portal.visitor();
  // With the one above they are twenty, of which one ended without a decision.
  await db.case.updateMany({ where: { ownDays: 3 }, data: { outcome: null } });
  expect(await refreshDurations(deps)).toBe(0);
  expect((await visitor.get(page)).text).not.toContain('Nejčastěji vyřízeno');
  await db.case.updateMany({ where: { ownDays: 3 }, data: { outcome: 'granted' } });
  expect(await refreshDurations(deps)).toBe(1);
  const told = 'Nejčastěji vyřízeno do 8 dnů; 9 z 10 do 16 dnů.';
  await expect.poll(async () => (await visitor.get(page)).text, { timeout: 10_000 }).toContain(told);
  await Promise.all([refreshDurations(deps), refreshDurations(deps)]);
  expect(await db.agendaDuration.findMany({ select: { median: true, ninetieth: true } })).toEqual([
    { median: 8, ninetieth: 16 },
  ]);

  portal.setNow('2027-07-01T08:00:00Z');
  expect(await refreshDurations(deps)).toBe(0);
  await expect.poll(async () => (await visitor.get(page)).text, { timeout: 10_000 }).not.toContain('Nejčastěji');
});
