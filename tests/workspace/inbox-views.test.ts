import { beforeAll, expect, test } from 'vitest';
import { assignCase, changeCase, takeOverCase } from '../../src/cases/commands.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import { findInbox } from '../../src/workspace/inbox/queries.ts';
import { bare } from '../../src/workspace/inbox/request.ts';
import { viewsOf } from '../../src/workspace/inbox/views.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  createAbsence,
  createCase,
  createOfficer,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, setNow } = portal;

const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const colleague = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Pavel Černý' });
const head = await createOfficer(deps, { department: 'rozpoctu-a-financi', roles: ['head'], name: 'Tomáš Procházka' });
const stranger = await createOfficer(deps, { department: 'dopravy' });

let late: CaseRecord;
let stopped: CaseRecord;
let soon: CaseRecord;
let theirs: CaseRecord;

beforeAll(async () => {
  setNow('2026-08-03T08:00:00Z');
  late = await heldBy(clerk);
  stopped = await heldBy(clerk);
  theirs = await heldBy(colleague);
  const suspended = changeCase(deps, await commandOn(stopped), { type: 'suspend', reason: 'čeká se na soud' });
  expect(await suspended).toEqual({ ok: true });
  setNow('2026-09-15T08:00:00Z');
  soon = await heldBy(clerk);
  // A Wednesday; what was filed on 15 September is due on 15 October.
  setNow('2026-10-14T08:00:00Z');
});

test('what is overdue is in a list of its own, unless its period stands still', async () => {
  expect(references(await inbox(clerk, 'po-terminu'))).toEqual([late.reference]);
});

test('what is due by Sunday is in the list of the week', async () => {
  expect(references(await inbox(clerk, 'tyden'))).toEqual([soon.reference]);
});

test('a head sees what is overdue in the whole department', async () => {
  expect(references(await inbox(head, 'po-terminu')).sort()).toEqual([late.reference, theirs.reference].sort());
});

test('what waits for the applicant, and what the applicant did, is found apart', async () => {
  await deps.db.case.update({
    where: { id: soon.id },
    data: { state: 'awaitingApplicant', clockStoppedOn: new Date('2026-10-14') },
  });
  expect(references(await inbox(clerk, 'ceka'))).toEqual([soon.reference]);
  await deps.db.case.update({
    where: { id: soon.id },
    data: { state: 'inProgress', clockStoppedOn: null, answeredAt: new Date('2026-10-14') },
  });
  expect(references(await inbox(clerk, 'odpovedel'))).toEqual([soon.reference]);
  expect(references(await inbox(clerk, 'ceka'))).toEqual([]);
});

test('a list of a deputy is not offered to who stands in for nobody', async () => {
  const page = await inbox(clerk, 'zastup');
  expect(page.$('h1').text()).toBe('Můj odbor');
});

test('a deputy finds the overdue cases of an absent colleague among their own', async () => {
  const deputy = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
  const absence = await createAbsence(deps, { officer: colleague, deputy });
  expect(references(await inbox(deputy, 'po-terminu'))).toEqual([theirs.reference]);
  await deps.db.absence.delete({ where: { id: absence } });
  expect(references(await inbox(deputy, 'po-terminu'))).toEqual([]);
});

test('a deputy has a list of the cases of whom they stand in for', async () => {
  const officer = { ...stranger.actor, standsInFor: [colleague.actor.officerId] };
  expect(viewsOf(officer)).toContain('zastup');
  const request = { ...bare('zastup'), from: null };
  const { rows, counts } = await findInbox(deps.pool, {
    vault: deps.vault,
    officer,
    request,
    today: dayInPrague(deps.now()),
  });
  expect(rows.map(({ reference }) => reference)).toEqual([theirs.reference]);
  expect(counts.zastup).toBe(1);
});

test('a case is new until it is opened, and again when something happens', async () => {
  const isNew = async (): Promise<boolean> => {
    const { $ } = await inbox(colleague, 'moje');
    const bold = $('.table__row--unread th').text();
    expect(bold.includes('nové')).toBe(bold !== '');
    return bold.includes(theirs.reference);
  };
  expect(await isNew()).toBe(true);
  setNow('2026-10-14T09:00:00Z');
  const visitor = await portal.visitor(colleague);
  await visitor.get(`/urad/pripady/${theirs.reference}`);
  expect(await isNew()).toBe(false);
  setNow('2026-10-14T10:00:00Z');
  await changeCase(deps, await commandOn(theirs, head), {
    type: 'assign',
    department: { id: head.actor.departmentId, name: 'Odbor' },
    officer: null,
    reason: 'jinam',
  });
  setNow('2026-10-14T11:00:00Z');
  expect((await inbox(colleague, 'odbor')).$('.table__row--unread th').text()).toContain(theirs.reference);
});

test('a case is watched from the list and from the desk, and stays in the list when it is closed', async () => {
  const visitor = await portal.visitor(head);
  const list = await visitor.get('/urad?pohled=odbor&na-strance=100');
  const back = await visitor.post(`/urad/pripady/${late.reference}/sledovani`, {
    _csrf: await visitor.token(),
    sledovat: 'ano',
    zpet: String(list.$('.inbox-form [name=zpet]').val()),
  });
  expect(back.path).toBe('/urad?pohled=odbor&na-strance=100');
  expect(references(await inbox(head, 'sledovane'))).toEqual([late.reference]);
  const desk = await visitor.submit(`/urad/pripady/${late.reference}`, {
    form: 'form[action$=sledovani]',
    fields: { sledovat: 'ne' },
  });
  expect(desk.path).toBe(`/urad/pripady/${late.reference}`);
  expect(references(await inbox(head, 'sledovane'))).toEqual([]);
});

test('a watched case that went where the officer does not see is in their list no more', async () => {
  const visitor = await portal.visitor(colleague);
  await visitor.submit(`/urad/pripady/${late.reference}`, {
    form: 'form[action$=sledovani]',
    fields: { sledovat: 'ano' },
  });
  expect(references(await inbox(colleague, 'sledovane'))).toEqual([late.reference]);
  await assignCase(deps, {
    ...(await commandOn(late)),
    to: { officerId: stranger.actor.officerId },
    reason: 'patří dopravě',
  });
  expect(references(await inbox(colleague, 'sledovane'))).toEqual([]);
});

test.each([{ sledovat: 'snad' }, {}])('a wish to watch that no page sends (%o) is refused', async fields => {
  const visitor = await portal.visitor(clerk);
  const page = await visitor.post(`/urad/pripady/${soon.reference}/sledovani`, {
    _csrf: await visitor.token(),
    ...fields,
  });
  expect(page.status).toBe(400);
});

test('from a case watched one is led nowhere but to the inbox', async () => {
  const visitor = await portal.visitor(clerk);
  const page = await visitor.post(`/urad/pripady/${soon.reference}/sledovani`, {
    _csrf: await visitor.token(),
    sledovat: 'ano',
    zpet: 'https://jinam.example/urad?',
  });
  expect(page.path).toBe(`/urad/pripady/${soon.reference}`);
});

async function heldBy(officer: OfficerAccount): Promise<CaseRecord> {
  const record = await createCase(deps);
  expect(await takeOverCase(deps, await commandOn(record, officer))).toEqual({ ok: true });
  return record;
}

async function commandOn(record: CaseRecord, by = clerk) {
  const { id, version } = await deps.db.case.findUniqueOrThrow({ where: { id: record.id } });
  return { caseId: id, expectedVersion: version, actor: by.actor, now: deps.now() };
}

async function inbox(officer: OfficerAccount, view: string): Promise<Page> {
  return (await portal.visitor(officer)).get(`/urad?pohled=${view}`);
}

function references({ $ }: Page): string[] {
  return $('.inbox tbody th')
    .toArray()
    .map(cell => $(cell).find('a').text());
}
