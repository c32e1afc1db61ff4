import { describe, expect, test } from 'vitest';
import { changeCase, fileCase, recordAppeal, trackingCode } from '../../src/cases/commands.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { openEntries } from '../../src/vault/draft-entries.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer, exampleEntries, type CaseRecord } from '../support/factories.ts';
import type { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const secretary = await createOfficer(deps, { department: 'kancelar-tajemnika' });

const form = 'form[action$="/odvolani"]';
const pathOf = ({ reference }: { reference: string }) => `/pripady/${reference}`;

/** Decided on 4 May 2026, and handed over the same day unless it is not served yet. */
async function decided({ isServed = true, isGuests = false } = {}): Promise<CaseRecord> {
  portal.setNow('2026-05-04T08:00:00Z');
  const filed = await createCase(deps, isGuests ? {} : { owner });
  const actions: Action[] = [
    { type: 'takeOver' },
    { type: 'decide', outcome: 'refused', explanation: 'Úlevu jsme nepřiznali.' },
  ];
  const delivery = { way: 'inPerson' as const, sentOn: '2026-05-04', takenOn: '2026-05-04' };
  if (isServed) actions.push({ type: 'recordService', delivery });
  for (const action of actions) await act(filed, action);
  return filed;
}

async function act({ id: caseId }: { id: string }, action: Action): Promise<void> {
  const result = await changeCase(deps, { caseId, expectedVersion: null, actor: clerk.actor, now: deps.now() }, action);
  if (!result.ok) throw new Error(JSON.stringify(result));
}

const draftOf = ({ id }: CaseRecord) => db.draft.findFirstOrThrow({ where: { appealsCaseId: id } });

/** Fills the rest of the appeal in and files it, as the summary of its form does. */
async function fileAppeal(original: CaseRecord): Promise<{ id: string; reference: string }> {
  const draft = await draftOf(original);
  const definition = await deps.definitions.of(draft.agendaVersionId);
  const typed = { ...(await exampleEntries('odvolani')), ...openEntries(deps.vault, draft.id, draft.entries) };
  const evaluation = evaluate(definition, typed, { today: dayInPrague(deps.now()) });
  expect(evaluation.complete).toBe(true);
  const command = { draftId: draft.id, draftVersion: draft.version, actor: owner.actor, definition, evaluation };
  const filed = await fileCase(deps, { ...command, now: deps.now() });
  if (!filed.ok) throw new Error(filed.reason);
  return { id: filed.caseId, reference: filed.reference };
}

const jobs = async (appealId: string) =>
  (
    await deps.pool.query(`select id from pgboss.job where name = 'record-appeal' and data ->> 'appealId' = $1`, [
      appealId,
    ])
  ).rowCount;
const press = (visitor: Visitor, original: CaseRecord) => visitor.submit(pathOf(original), { form });

describe('an appeal', () => {
  test('begins as a form with what the portal knows: decision, delivery, department and applicant', async () => {
    const original = await decided();
    const visitor = await portal.visitor(owner);
    const page = await visitor.get(pathOf(original));
    expect(page.text).toContain('Lhůta pro odvolání běží do 19. května 2026.');
    const begun = await press(visitor, original);
    expect(begun.path).toMatch(/^\/podani\/.+\/decision$/);
    expect(begun.$('#reference').val()).toBe(original.reference);
    expect(begun.$('[name=issuedBy][checked]').val()).toBe('finance');
    const parts = (name: string) => ['day', 'month', 'year'].map(part => begun.$(`#${name}-${part}`).val());
    expect([parts('issuedOn'), parts('deliveredOn')]).toEqual([
      ['4', '5', '2026'],
      ['4', '5', '2026'],
    ]);
    const draft = await draftOf(original);
    const filed = await exampleEntries('ohlaseni-psa');
    expect(openEntries(deps.vault, draft.id, draft.entries)).toMatchObject({
      isLate: 'no',
      applicantKind: 'person',
      applicantName: 'Marie Dvořáková',
      applicantBorn: filed['holderBorn'],
      applicantAddress: filed['holderAddress'],
      email: 'marie.dvorakova@example.cz',
    });
  });

  test('filed is a case of its own with its own clock, linked both ways on all four pages', async () => {
    const original = await decided();
    const visitor = await portal.visitor(owner);
    await press(visitor, original);
    const appeal = await fileAppeal(original);
    expect(await jobs(appeal.id)).toBe(1);
    await recordAppeal(deps, { appealId: appeal.id });

    const row = await db.case.findUniqueOrThrow({ where: { id: appeal.id }, include: { department: true } });
    expect(row).toMatchObject({
      appealsCaseId: original.id,
      state: 'filed',
      department: { slug: 'kancelar-tajemnika' },
    });
    expect(row.dueOn.toISOString()).toContain('2026-06-03');
    expect(await db.case.findUniqueOrThrow({ where: { id: original.id } })).toMatchObject({ state: 'appealed' });

    const first = await visitor.get(pathOf(original));
    expect(first.text).toContain('Rozhodli jsme a vy jste se odvolali.');
    expect(first.$(`a[href="${pathOf(appeal)}"]`).length).toBe(1);
    expect(first.$(form).length).toBe(0);
    const second = await visitor.get(pathOf(appeal));
    expect(second.$(`a[href="${pathOf(original)}"]`).text()).toBe(original.reference);
    const desk = await (await portal.visitor(clerk)).get(`/urad${pathOf(original)}`);
    expect(desk.$(`a[href="/urad${pathOf(appeal)}"]`).length).toBe(1);
    const otherDesk = await (await portal.visitor(secretary)).get(`/urad${pathOf(appeal)}`);
    expect(otherDesk.$(`a[href="/urad${pathOf(original)}"]`).length).toBe(1);
  });

  test('is recorded once, however often the job runs', async () => {
    const original = await decided();
    await press(await portal.visitor(owner), original);
    const appeal = await fileAppeal(original);
    await Promise.all([1, 2, 3].map(() => recordAppeal(deps, { appealId: appeal.id })));
    await act(original, { type: 'settleAppeal', result: 'upheld', reason: 'Kraj rozhodnutí potvrdil.' });
    await recordAppeal(deps, { appealId: appeal.id });
    expect(await db.caseEvent.count({ where: { caseId: original.id, type: 'appealed' } })).toBe(1);
    expect(await db.case.findUniqueOrThrow({ where: { id: original.id } })).toMatchObject({ state: 'decided' });
    // What was upheld cannot be appealed against once more.
    expect((await (await portal.visitor(owner)).get(pathOf(original))).$(form).length).toBe(0);
  });

  test('is not begun twice: a second press goes on with the first form', async () => {
    const original = await decided();
    const visitor = await portal.visitor(owner);
    await press(visitor, original);
    const { id } = await draftOf(original);
    expect((await press(visitor, original)).path).toContain(id);
    expect(await db.draft.count({ where: { appealsCaseId: original.id } })).toBe(1);
  });

  test('after the period may be filed all the same, and is marked as late', async () => {
    const original = await decided();
    portal.setNow('2026-05-25T08:00:00Z');
    const visitor = await portal.visitor(owner);
    const page = await visitor.get(pathOf(original));
    expect(page.text).toContain('Lhůta pro odvolání uplynula 19. května 2026. Odvolání přesto můžete podat');
    await press(visitor, original);
    const draft = await draftOf(original);
    expect(openEntries(deps.vault, draft.id, draft.entries)).toMatchObject({ isLate: 'yes' });
  });

  test('before the decision was delivered may be filed too', async () => {
    const original = await decided({ isServed: false });
    const page = await (await portal.visitor(owner)).get(pathOf(original));
    expect(page.text).toContain('Lhůta pro odvolání začne běžet, až vám rozhodnutí doručíme.');
    expect(page.$(form).length).toBe(1);
  });

  test('has no running period before the day that counts as its delivery', async () => {
    const original = await decided({ isServed: false });
    await act(original, { type: 'recordService', delivery: { way: 'dataBox', sentOn: '2026-05-04', takenOn: null } });
    const visitor = await portal.visitor(owner);
    const before = await visitor.get(pathOf(original));
    expect(before.text).toContain('Bude doručené nejpozději 14. května 2026.');
    expect(before.text).toContain('Lhůta pro odvolání začne běžet, až vám rozhodnutí doručíme.');
    expect(before.text).toContain('Tohle není doručení rozhodnutí.');
    expect((await press(visitor, original)).$('#deliveredOn-day').val() ?? '').toBe('');
    portal.setNow('2026-05-14T08:00:00Z');
    const after = await visitor.get(pathOf(original));
    expect(after.text).toContain('Doručeno 14. května 2026.');
    expect(after.text).toContain('Lhůta pro odvolání běží do 29. května 2026.');
    expect(after.text).not.toContain('Tohle není doručení rozhodnutí.');
  });

  test('is not offered to who got what they asked for, unless its period runs', async () => {
    portal.setNow('2026-05-04T08:00:00Z');
    const original = await createCase(deps, { owner });
    await act(original, { type: 'takeOver' });
    await act(original, { type: 'decide', outcome: 'granted', explanation: 'Vyhověli jsme.' });
    const visitor = await portal.visitor(owner);
    expect((await visitor.get(pathOf(original))).$(form).length).toBe(0);
    const page = await visitor.post(`${pathOf(original)}/odvolani`, { _csrf: await visitor.token() });
    expect(page.path).toContain(pathOf(original));
    expect(await db.draft.count({ where: { appealsCaseId: original.id } })).toBe(0);
    await act(original, {
      type: 'recordService',
      delivery: { way: 'inPerson', sentOn: '2026-05-04', takenOn: '2026-05-04' },
    });
    expect((await visitor.get(pathOf(original))).$(form).length).toBe(1);
  });

  test('is for nobody but the applicant', async () => {
    const original = await decided();
    const path = `${pathOf(original)}/odvolani`;
    const stranger = await portal.visitor(await createCitizen(deps, 'Petr Svoboda'));
    expect((await stranger.post(path, { _csrf: await stranger.token() })).status).toBe(404);
    const guest = await portal.visitor();
    const code = trackingCode(deps.vault, original.id);
    await guest.submit('/stav', { fields: { reference: original.reference, code } });
    expect((await guest.post(path, { _csrf: await guest.token() })).status).toBe(403);
    expect(await db.draft.count({ where: { appealsCaseId: original.id } })).toBe(0);
  });

  test('of a guest who has the code begins in this browser', async () => {
    const original = await decided({ isGuests: true });
    const guest = await portal.visitor();
    const code = trackingCode(deps.vault, original.id);
    await guest.submit('/stav', { fields: { reference: original.reference, code } });
    expect((await press(guest, original)).path).toMatch(/^\/podani\//);
  });

  test('against what has not been decided, or was settled without a decision, leads back to the case', async () => {
    portal.setNow('2026-05-04T08:00:00Z');
    const open = await createCase(deps, { owner });
    const settled = await createCase(deps, { owner });
    await act(settled, { type: 'takeOver' });
    await act(settled, { type: 'decide', outcome: 'settled', explanation: 'Vyřídili jsme to na místě.' });
    const visitor = await portal.visitor(owner);
    for (const filed of [open, settled]) {
      expect((await visitor.get(pathOf(filed))).$(form).length).toBe(0);
      const page = await visitor.post(`${pathOf(filed)}/odvolani`, { _csrf: await visitor.token() });
      expect(page.path).toBe(pathOf(filed));
    }
  });

  test('of an agenda that is not offered just now leads to where that is said', async () => {
    const original = await decided();
    const version = await db.agendaVersion.findFirstOrThrow({
      where: { agenda: { slug: 'odvolani' }, status: 'published' },
    });
    const { id } = version;
    await db.agendaVersion.update({ where: { id }, data: { status: 'withdrawn', withdrawnAt: new Date() } });
    try {
      expect((await press(await portal.visitor(owner), original)).path).toBe('/sluzby/odvolani');
    } finally {
      await db.agendaVersion.update({ where: { id }, data: { status: 'published', withdrawnAt: null } });
    }
  });
});
