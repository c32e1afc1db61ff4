import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen } from '../support/factories.ts';

const rates = {
  signInPerAddress: 100,
  signInPerAccount: 100,
  registerPerAddress: 100,
  resetPerAddress: 100,
  resetPerAccount: 100,
  statusPerAddress: 100,
  draftsPerAddress: 100,
  uploadsPerAddress: 100,
  messagesPerAddress: 3,
  looksPerOfficer: 100,
};
const { db, deps, visitor } = await startPortal({ rates });
const owner = await createCitizen(deps);

test('one address writes to the office only so often, in whichever of its ways', async () => {
  const filed = await createCase(deps, { owner });
  const person = await visitor(owner);
  const page = `/pripady/${filed.reference}`;
  const _csrf = await person.token();
  await person.post(`${page}/zpravy`, { _csrf, zprava: 'Dobrý den.' });
  await person.post(`${page}/nahlednuti`, { _csrf, kdy: 'zítra' });
  await person.post(`${page}/zpravy`, { _csrf, zprava: 'Ještě jednou.' });
  const refused = await person.post(`${page}/zpetvzeti`, { _csrf });
  expect(refused.status).toBe(429);
  expect(refused.text).toContain('Je to příliš mnoho pokusů za sebou.');
  expect(await db.case.findUniqueOrThrow({ where: { id: filed.id } })).toMatchObject({ state: 'filed' });
  expect((await person.get(page)).status).toBe(200);
});
