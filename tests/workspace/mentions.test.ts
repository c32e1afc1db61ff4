import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import {
  createCase,
  createCitizen,
  createDepartment,
  createOfficer,
  type OfficerAccount,
} from '../support/factories.ts';
import { lastMailTo } from '../support/mail.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');

const department = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department, name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department, name: 'Pavel Černý' });
const elsewhere = await createOfficer(deps, { department: 'dopravy', name: 'Petra Benešová' });
const owner = await createCitizen(deps);

const desk = (reference: string) => `/urad/pripady/${reference}`;

async function note(reference: string, upozornit: string, poznamka = 'Podívej se na to prosím.'): Promise<Page> {
  const visitor = await portal.visitor(clerk);
  return visitor.submit(desk(reference), { form: 'form[action$="/poznamky"]', fields: { poznamka, upozornit } });
}
const mentions = async (who: OfficerAccount) => (await portal.visitor(who)).get('/urad/zminky');

test('a colleague who is mentioned reads it among mentions and is told by mail, without what it says', async () => {
  const { reference } = await createCase(deps, { owner });
  const page = await note(reference, colleague.actor.officerId);
  expect(page.$('.notes__note').text()).toContain('@Pavel Černý');
  const listed = await mentions(colleague);
  expect(listed.text).toContain(reference);
  expect(listed.text).toContain('Podívej se na to prosím.');
  expect((await mentions(clerk)).text).not.toContain(reference);
  const mail = await lastMailTo(portal, colleague.email);
  expect(mail.subject).toContain('Marie Dvořáková vás upozorňuje');
  expect(mail.text).toContain(`/urad/pripady/${reference}`);
  expect(mail.text).not.toContain('Podívej');
  const seen = (await (await portal.visitor(owner)).get(`/pripady/${reference}`)).html;
  expect(seen).not.toContain('Podívej');
});

test.each([
  ['somebody who does not see the case', () => elsewhere.actor.officerId, 'Tento kolega případ nevidí'],
  ['nobody there is', () => `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`, 'Tento kolega případ nevidí'],
  ['something else', () => 'nesmysl', 'Vyberte kolegu ze seznamu'],
])('mentioning %s is refused, and the note stays in its box', async (_who, id, message) => {
  const { reference } = await createCase(deps);
  const page = await note(reference, id());
  expect(page.status).toBe(400);
  expect(page.$('.govuk-error-summary a[href="#upozornit"]').text()).toContain(message);
  expect(page.$('#poznamka').val()).toBe('Podívej se na to prosím.');
  expect(await db.caseNote.count({ where: { case: { reference } } })).toBe(0);
});

test('the head above is mentioned in a case of a unit, a clerk above is not', async () => {
  const { id, reference } = await createCase(deps);
  const head = await createOfficer(deps, { department, roles: ['head'], name: 'Tomáš Procházka' });
  const departmentId = await createDepartment(deps, { parentId: clerk.actor.departmentId });
  await db.case.update({ where: { id }, data: { departmentId, officerId: clerk.actor.officerId } });
  expect((await note(reference, colleague.actor.officerId)).status).toBe(400);
  expect((await note(reference, head.actor.officerId)).status).toBe(200);
  expect((await mentions(head)).text).toContain(reference);
});

test('a mention in a case that has gone elsewhere is no longer listed', async () => {
  const { id, reference } = await createCase(deps);
  await note(reference, colleague.actor.officerId);
  const { departmentId } = elsewhere.actor;
  await db.case.update({ where: { id }, data: { departmentId } });
  expect((await mentions(colleague)).text).not.toContain(reference);
});

test('what is not read yet is counted beside the lists, until it is read among the mentions or at the desk', async () => {
  const reader = await createOfficer(deps, { department, name: 'Eva Tichá' });
  const visitor = await portal.visitor(reader);
  const count = async () => (await visitor.get('/urad')).$('a[href="/urad/zminky"]').text().replace(/\s+/g, ' ');
  expect(await count()).toBe('Zmínky nepřečtených: 0');
  const [first, second, gone] = [await createCase(deps), await createCase(deps), await createCase(deps)];
  for (const { reference } of [first, second, gone]) await note(reference, reader.actor.officerId);
  expect(await count()).toBe('Zmínky nepřečtených: 3');
  await db.case.update({ where: { id: gone.id }, data: { departmentId: elsewhere.actor.departmentId } });
  expect(await count()).toBe('Zmínky nepřečtených: 2');
  await visitor.get(desk(first.reference));
  expect(await count()).toBe('Zmínky nepřečtených: 1');
  const news = async () => (await visitor.get('/urad/zminky')).$('.tag').length;
  expect(await news()).toBe(1);
  expect(await count()).toBe('Zmínky nepřečtených: 0');
  expect(await news()).toBe(0);
});

test('a long list of mentions goes on by pages, each mention once', async () => {
  const reader = await createOfficer(deps, { department, name: 'Jana Malá' });
  const { reference } = await createCase(deps);
  for (let number = 1; number <= 27; number += 1)
    await note(reference, reader.actor.officerId, `Zmínka číslo ${number}.`);
  const visitor = await portal.visitor(reader);
  const first = await visitor.get('/urad/zminky');
  const second = await visitor.get(first.$('.pagination__link').attr('href') ?? '');
  const numbers = [...`${first.text} ${second.text}`.matchAll(/Zmínka číslo (\d+)/g)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(Array.from({ length: 27 }, (_, at) => 27 - at));
  expect(second.$('.pagination__link').length).toBe(0);
});
