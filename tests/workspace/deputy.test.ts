import { expect, test } from 'vitest';
import { openEvent } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { createAbsence, createCase, createCitizen, createOfficer, createRouting } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-01T08:00:00Z');

const department = 'rozpoctu-a-financi';
const jana = await createOfficer(deps, { department, name: 'Jana Nováková' });
/** Of another department: the deputy sees the case by standing in alone. */
const petr = await createOfficer(deps, { department: 'dopravy', name: 'Petr Černý' });
const owner = await createCitizen(deps, 'Karel Občan');
const rule = { by: 'fixed' as const, officerId: jana.actor.officerId };
await createRouting(deps, { agenda: 'ohlaseni-psa', department, rule });
const form = (resource: string) => `main form[action$="/${resource}"]`;

test('a deputy’s day: sees the cases, works them in the officer’s place, and gives them back by themselves', async () => {
  const { id, reference } = await createCase(deps, { owner });
  const desk = `/urad/pripady/${reference}`;
  const deputy = await portal.visitor(petr);
  expect((await deputy.get(desk)).status).toBe(404);

  await createAbsence(deps, { officer: jana, deputy: petr, from: '2026-12-03', until: '2026-12-10' });
  portal.setNow('2026-12-03T08:00:00Z');
  let page = await deputy.get(desk);
  expect(page.$('.desk__now').text()).toContain('Má ho Jana Nováková');
  expect(page.$('.desk__now').text()).toContain('zastupuje Petr Černý do\u00a010.\u00a0prosince 2026');
  expect((await deputy.get('/urad/nepritomnost')).text).toContain('Jana Nováková do 10. prosince 2026');

  page = await deputy.submit(page, { form: form('prevzeti') });
  expect(page.$('.desk__actions .button--primary').text()).toBe('Začít vyřizovat');
  page = await deputy.submit(page, { form: form('vyrizovani') });
  expect(page.$('.timeline').text()).toContain('Petr Černý v\u00a0zastoupení (Jana Nováková)');
  const stored = await db.case.findUniqueOrThrow({ where: { id }, include: { events: true } });
  expect(stored).toMatchObject({ state: 'inProgress', officerId: jana.actor.officerId });
  const actors = stored.events.map(event => openEvent(deps.vault, id, event).actor);
  expect(actors.at(-1)).toMatchObject({ officerId: petr.actor.officerId, for: jana.actor.officerId });

  const seen = await (await portal.visitor(owner)).get(`/pripady/${reference}`);
  expect(seen.$('.facts').text()).toContain('Jana Nováková');
  expect(seen.$('.facts').text()).toContain('zastupuje Petr Černý do\u00a010.\u00a0prosince 2026');
  expect(seen.$('.facts').text()).toContain(petr.email);

  portal.setNow('2026-12-11T08:00:00Z');
  expect((await deputy.get(desk)).status).toBe(404);
  expect((await (await portal.visitor(jana)).get(desk)).$('.desk__now').text()).toContain('Máte ho vy');
  const after = await (await portal.visitor(owner)).get(`/pripady/${reference}`);
  expect(after.text).not.toContain('zastupuje');
});

test('an officer who is away without a deputy is said to be, with the department to ask', async () => {
  portal.setNow('2026-12-15T08:00:00Z');
  const { reference } = await createCase(deps, { owner });
  await createAbsence(deps, { officer: jana, from: '2026-12-16', until: '2026-12-18' });
  portal.setNow('2026-12-16T08:00:00Z');
  const seen = await (await portal.visitor(owner)).get(`/pripady/${reference}`);
  expect(seen.$('.facts').text()).toContain('do\u00a018.\u00a0prosince 2026 tu není');
  expect(seen.$('.facts').text()).toContain('finance@hradeckralove.example');
  expect(seen.$('.facts').text()).not.toContain(jana.email);
});
