import { expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { here } from './addresses.ts';
import { startNiaPeer } from './peer.ts';
import { sendFromElsewhere, signInBy } from './way.ts';

const peer = await startNiaPeer();
const { rates } = (await startPortal()).deps.config;
const { app, visitor, deps } = await startPortal({ nia: peer.nia, rates: { ...rates, signInPerAddress: 3 } });

test('ways that end well do not count, answers that prove nothing do', async () => {
  for (let times = 0; times < 5; times += 1) expect((await signInBy(app, await visitor())).status).toBe(200);
  const counted = (): Promise<{ rows: unknown[] }> => deps.pool.query('SELECT FROM rate_limit WHERE points > 0');
  await expect.poll(async () => (await counted()).rows).toEqual([]);
  const statuses: number[] = [];
  for (let times = 0; times < 4; times += 1) {
    statuses.push((await sendFromElsewhere(app, { SAMLResponse: 'AAAA' })).status);
  }
  expect(statuses).toEqual([400, 400, 400, 429]);
  expect((await (await visitor()).agent.get(here)).status).toBe(429);
});
