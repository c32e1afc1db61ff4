import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { dataFolder, runCommand } from '../support/portal-process.ts';

const { url, db } = await testDatabase();

test('making an administrator is on record, by the account and without its name', async () => {
  const site = await db.site.create({ data: { slug: 'radnice', name: 'Radnice', address: 'Náměstí 1', hours: [] } });
  await db.department.create({
    data: {
      slug: 'informatiky',
      name: 'Odbor informatiky',
      phone: '+420495707111',
      email: 'i@example.cz',
      siteId: site.id,
      position: 1,
    },
  });
  const args = ['create-admin', '--email', 'eva@example.cz', '--name', 'Eva Malá', '--department', 'informatiky'];
  const made = await runCommand(args, { DATABASE_URL: url, DATA_DIR: await dataFolder() });
  expect(made).toMatchObject({ code: 0 });

  const officer = await db.officer.findFirstOrThrow({ where: { account: { email: 'eva@example.cz' } } });
  expect(await db.auditRecord.findMany()).toMatchObject([
    {
      actorKind: 'system',
      action: 'adminCreated',
      subject: `account/${officer.accountId}`,
      details: { officerId: officer.id },
    },
  ]);
});
