import { expect, test } from 'vitest';
import { openSubmission } from '../../src/cases/commands.ts';
import { addressDigest } from '../../src/notifications/bounces.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer } from '../support/factories.ts';

/** Who is told that mails to somebody have come back for a month. */

const portal = await startPortal();
const { deps, db } = portal;
const notice = 'Na tuto e-mailovou adresu se nedaří doručit';
const words = 'E-maily se k vám nedostanou';

async function bounces(address: string, lastAt: string): Promise<void> {
  const digest = addressDigest(deps.vault, address);
  await db.bouncingAddress.create({ data: { digest, since: new Date('2026-11-01T08:00:00Z'), lastAt } });
}

test('the person, on every page from their sign-in on', async () => {
  const citizen = await createCitizen(deps);
  await bounces(citizen.email, '2026-12-01T08:00:00Z');
  const visitor = await portal.visitor(citizen);
  for (const path of ['/moje', '/ucet']) expect((await visitor.get(path)).text).toContain(words);
});

test('nobody whose mail came back for less, or not at all', async () => {
  const citizen = await createCitizen(deps);
  await bounces(citizen.email, '2026-11-30T08:00:00Z');
  expect((await (await portal.visitor(citizen)).get('/moje')).text).not.toContain(words);
  const other = await createCitizen(deps);
  expect((await (await portal.visitor(other)).get('/moje')).text).not.toContain(words);
});

test('the officers and the registry, at the address on the desk', async () => {
  const filed = await createCase(deps);
  const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
  const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
  const desks = [await portal.visitor(clerk), await portal.visitor(registry)];
  const path = `/urad/pripady/${filed.reference}`;
  for (const desk of desks) expect((await desk.get(path)).text).not.toContain(notice);

  const { content } = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
  await bounces(openSubmission(deps.vault, filed.id, content).applicant.email, '2026-12-01T08:00:00Z');
  for (const desk of desks) {
    const { text } = await desk.get(path);
    expect(text).toContain(notice);
    // It is the applicant whom mails do not reach, not whoever reads this.
    expect(text).not.toContain(words);
  }
});
