import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import {
  createAbsence,
  createCase,
  createDepartment,
  createOfficer,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-01T08:00:00Z');

const department = 'rozpoctu-a-financi';
const finance = await db.department.findUniqueOrThrow({ where: { slug: department } });
const unit = await createDepartment(deps, { name: 'Oddělení poplatků', parentId: finance.id });
const clerk = await createOfficer(deps, { department, name: 'Marie Dvořáková' });
const petr = await createOfficer(deps, { department, name: 'Petr Černý' });
const away = await createOfficer(deps, { department, name: 'Jana Nepřítomná' });
const alone = await createOfficer(deps, { department, name: 'Ivo Opuštěný' });
const ofTrees = await createOfficer(deps, { department, name: 'Eva Stromová' });
const left = await createOfficer(deps, { department, name: 'Olga Odešlá' });
await createAbsence(deps, { officer: away, deputy: petr, until: '2026-12-10' });
await createAbsence(deps, { officer: alone, until: '2026-12-10' });
const trees = await db.agenda.findUniqueOrThrow({ where: { slug: 'kaceni-drevin' } });
await db.officer.update({ where: { id: ofTrees.actor.officerId }, data: { agendaIds: [trees.id] } });
await db.officer.update({ where: { id: left.actor.officerId }, data: { active: false } });

const form = (resource: string) => `main form[action$="/${resource}"]`;
const value = ({ actor }: OfficerAccount) => `urednik:${actor.officerId}`;

async function assign(officer: OfficerAccount): Promise<Page> {
  const { reference } = await createCase(deps);
  return (await portal.visitor(clerk)).submit(`/urad/pripady/${reference}`, {
    form: form('prideleni'),
    fields: { komu: value(officer), duvod: 'Má na to čas.' },
  });
}

test.each<[string, OfficerAccount, string]>([
  [
    'is away, naming the deputy',
    away,
    'Jana Nepřítomná tu do\u00a010.\u00a0prosince 2026 není, zastupuje Petr Černý. Vyberte zástup, nebo někoho jiného.',
  ],
  [
    'is away without a deputy',
    alone,
    'Ivo Opuštěný tu do\u00a010.\u00a0prosince 2026 není a\u00a0zástup chybí. Vyberte někoho jiného.',
  ],
  ['has left', left, 'Vybraný úředník už případy nevyřizuje. Vyberte jiného.'],
  ['does not handle the agenda', ofTrees, 'Vybraný úředník tuto agendu nevyřizuje. Vyberte jiného.'],
])('a case is not given to somebody who %s', async (_why, officer, said) => {
  const page = await assign(officer);
  expect(page.status).toBe(400);
  expect(page.$('.govuk-error-summary a[href="#komu"]').text()).toBe(said);
  expect(page.$('#duvod').val()).toBe('Má na to čas.');
});

test('the list offers those who can have it, says who is away and shows units under their department', async () => {
  const { reference } = await createCase(deps);
  const { $ } = await (await portal.visitor(clerk)).get(`/urad/pripady/${reference}`);
  expect($(`option[value="${value(petr)}"]`).attr('disabled')).toBeUndefined();
  const absent = $(`option[value="${value(away)}"]`);
  expect(absent.attr('disabled')).toBeDefined();
  expect(absent.text()).toBe('Jana Nepřítomná, zastupuje Petr Černý do\u00a010.\u00a0prosince 2026');
  expect($(`option[value="${value(left)}"], option[value="${value(ofTrees)}"]`).length).toBe(0);
  const groups = $('#komu optgroup')
    .toArray()
    .map(group => $(group).attr('label'));
  expect(groups.indexOf('Odbor rozpočtu a financí » Oddělení poplatků')).toBe(
    groups.indexOf('Odbor rozpočtu a financí') + 1,
  );
});

test('the registry corrects a misdirected case, to a unit as well', async () => {
  const registry = await createOfficer(deps, { department: 'kancelar-tajemnika', roles: ['registry'] });
  const { reference } = await createCase(deps);
  const page = await (
    await portal.visitor(registry)
  ).submit(`/urad/pripady/${reference}`, {
    form: form('prideleni'),
    fields: { komu: `odbor:${unit}`, duvod: 'Patří na oddělení poplatků.' },
  });
  expect(page.$('.desk__now').text()).toContain('Oddělení poplatků');
});

test('who may not handle an agenda does not take its cases over', async () => {
  const { reference } = await createCase(deps);
  const visitor = await portal.visitor(ofTrees);
  const desk = `/urad/pripady/${reference}`;
  expect((await visitor.get(desk)).text).toContain('Tuto agendu podle svých oprávnění nevyřizujete.');
  // From a page that was made before an administrator narrowed what they may handle.
  const page = await visitor.post(`${desk}/prevzeti`, { _csrf: await visitor.token(desk), verze: '1' });
  expect(page.status).toBe(409);
  expect(page.text).toContain('Tuto agendu podle svých oprávnění nevyřizujete.');
});

test('nobody is given their own matter', async () => {
  const { actor, ...account } = petr;
  const { accountId, name } = actor;
  const owner = { ...account, actor: { kind: 'citizen' as const, accountId, name, level: 'account' as const } };
  const { reference } = await createCase(deps, { owner });
  const page = await (
    await portal.visitor(clerk)
  ).submit(`/urad/pripady/${reference}`, {
    form: form('prideleni'),
    fields: { komu: value(petr), duvod: 'Má na to čas.' },
  });
  expect(page.status).toBe(400);
  expect(page.$('.govuk-error-summary a').text()).toContain('podjatý');
});
