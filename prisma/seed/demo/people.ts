import { z } from 'zod';
import type { Citizen, Officer } from '../../../src/core/actor.ts';
import { officerRoles } from '../../../src/core/actor.ts';
import { mailboxOf } from '../../../src/database/mailbox.ts';
import type { Deps } from '../../../src/deps.ts';
import { hashPassword } from '../../../src/identity/password.ts';
import { readSeed } from '../read.ts';

/** By e-mail. */
export interface People {
  citizens: Map<string, Citizen>;
  officers: Map<string, Officer>;
}

const demoPassword = 'Dobrý den, Hradec 2026';

const citizens = z.array(z.strictObject({ name: z.string(), email: z.email(), phone: z.string() }));
const officers = z.array(
  z.strictObject({
    department: z.string(),
    name: z.string(),
    email: z.email(),
    jobTitle: z.string(),
    phone: z.string(),
    roles: z.array(z.enum(officerRoles)),
  }),
);

/** Makes the accounts that are not there yet, all with one password, and gives everybody as who they act. */
export async function seedPeople({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<People> {
  const citizenRows = readSeed('demo/citizens.json', citizens);
  const officerRows = readSeed('officers.json', officers);
  const emails = [...citizenRows, ...officerRows].map(({ email }) => email);
  if ((await db.account.count({ where: { email: { in: emails } } })) < emails.length) {
    const confirmedAt = new Date(now().subtract({ hours: 24 * 400 }).epochMilliseconds);
    // Hashing takes its time on purpose, so it is done once.
    const common = { passwordHash: await hashPassword(demoPassword), confirmedAt, createdAt: confirmedAt };
    await db.account.createMany({
      data: [
        ...citizenRows.map(row => ({ ...row, ...common })),
        ...officerRows.map(({ name, email, phone }) => ({ name, email, phone, ...common })),
      ],
      skipDuplicates: true,
    });
    await employ(db, officerRows);
  }
  return readPeople(db, emails);
}

async function employ(db: Deps['db'], rows: z.infer<typeof officers>): Promise<void> {
  const departments = await db.department.findMany({ select: { id: true, slug: true } });
  const accounts = await db.account.findMany({
    where: { email: { in: rows.map(({ email }) => email) } },
    select: { id: true, email: true },
  });
  await db.officer.createMany({
    data: rows.flatMap(({ department, email, jobTitle, phone, roles }) => {
      const at = departments.find(({ slug }) => slug === department);
      const account = accounts.find(row => row.email === email);
      return at && account ? [{ accountId: account.id, departmentId: at.id, jobTitle, phone, roles }] : [];
    }),
    skipDuplicates: true,
  });
}

async function readPeople(db: Deps['db'], emails: string[]): Promise<People> {
  const accounts = await db.account.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true, name: true, officer: { select: { id: true, departmentId: true, roles: true } } },
  });
  const people: People = { citizens: new Map(), officers: new Map() };
  for (const { id: accountId, name, officer, ...account } of accounts) {
    const email = mailboxOf(account);
    if (officer) {
      const { id: officerId, departmentId, roles } = officer;
      const post = { officerId, departmentId, units: [], roles, standsInFor: [] };
      people.officers.set(email, { kind: 'officer', accountId, name, ...post });
    } else people.citizens.set(email, { kind: 'citizen', accountId, name, level: 'account' });
  }
  return people;
}
