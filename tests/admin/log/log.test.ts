import { expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createOfficer } from '../../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const auditor = await createOfficer(deps, { department: 'informatiky', roles: ['auditor'], name: 'Alois Auditor' });
const owner = await createCitizen(deps, 'Karel Čtvrtek');
const visitor = await portal.visitor(auditor);
const sentences = async (query: string): Promise<string[]> => {
  const page = await visitor.get(`/sprava/protokol${query}`);
  return page
    .$('tbody tr')
    .toArray()
    .map(row => page.$(row).find('td').last().text());
};

test('tells who did what, by case, by person, by what and by day', async () => {
  const filed = await createCase(deps, { owner });
  const filing = expect.stringContaining(`podáno ${filed.reference}`) as string;
  expect(await sentences(`?znacka=${filed.reference}`)).toEqual([filing]);
  expect(await sentences('?kdo=čtvrtek')).toContainEqual(filing);
  expect(await sentences(`?kdo=${owner.email}`)).toContainEqual(filing);
  expect(await sentences('?kdo=nikdo+takový')).toEqual([]);
  expect(await sentences('?co=caseFiled')).toContainEqual(filing);
  expect(await sentences('?co=caseFiled&do=2020-01-01')).toEqual([]);
  const page = await visitor.get(`/sprava/protokol?znacka=${filed.reference}`);
  expect(page.$('tbody td').first().text()).toContain('Karel Čtvrtek');
});

test('takes what makes no sense in the address for nothing asked', async () => {
  const page = await visitor.get('/sprava/protokol?co=toString&od=zítra&po=x&znacka=HK');
  expect(page.status).toBe(200);
});

test('goes on behind its last record', async () => {
  const subject = 'log-of-a-test';
  await db.auditRecord.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      at: new Date(2020, 0, 1, 0, index),
      actorKind: 'system',
      action: 'officerReturned',
      subject,
      details: { officerId: `${index}.` },
    })),
  });
  const first = await visitor.get('/sprava/protokol?co=officerReturned&do=2020-01-02');
  expect(first.$('tbody tr')).toHaveLength(50);
  const next = await visitor.get(first.$('.pagination a').attr('href') ?? '');
  expect(next.$('tbody tr')).toHaveLength(10);
  expect(next.$('tbody tr').last().text()).toContain('úředník 0. se vrátil');
});

test('keeps that it was read, and by whom', async () => {
  await visitor.get('/sprava/protokol?kdo=kdokoli');
  const record = await db.auditRecord.findFirstOrThrow({ where: { action: 'logRead' }, orderBy: { id: 'desc' } });
  expect(record).toMatchObject({ actorId: auditor.actor.officerId, details: { reference: null, count: 0 } });
});
