import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer } from '../support/factories.ts';

const portal = await startPortal();
const { deps } = portal;
const department = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department, name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department, name: 'Petr Malý' });

const at = (time: string): void => {
  portal.setNow(`2026-05-04T${time}:00Z`);
};

test('a case shows which colleague has it open and for how long, until ten minutes pass without a sign of them', async () => {
  at('08:00');
  const { reference } = await createCase(deps);
  const path = `/urad/pripady/${reference}`;
  const [mine, theirs] = [await portal.visitor(clerk), await portal.visitor(colleague)];
  const opened = await theirs.get(path);
  expect(opened.$('.desk__present').length).toBe(0);

  at('08:02');
  expect((await mine.get(path)).$('.desk__present').text()).toBe('Právě ho má otevřený: Petr Malý, 2\u00a0minuty.');

  at('08:09');
  const { presence, token } = opened.$('[data-presence]').data() as { presence: string; token: string };
  const sign = await theirs.agent.post(presence).type('form').send({ _csrf: token });
  expect(sign.status).toBe(204);
  at('08:15');
  expect((await mine.get(path)).$('.desk__present').text()).toContain('15\u00a0minut.');

  at('08:20');
  expect((await mine.get(path)).$('.desk__present').length).toBe(0);
});

test('who comes back after that has it open from then on', async () => {
  at('09:00');
  const { reference } = await createCase(deps);
  const path = `/urad/pripady/${reference}`;
  const [mine, theirs] = [await portal.visitor(clerk), await portal.visitor(colleague)];
  await theirs.get(path);
  at('10:00');
  await theirs.get(path);
  at('10:01');
  expect((await mine.get(path)).$('.desk__present').text()).toContain('1\u00a0minutu');
});
