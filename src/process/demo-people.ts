import { demoPeople } from '../demo/people.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { StartProblem } from '../start-problem.ts';

/** Everybody knows the password of the demo's people, its administrator among them; they outlive the demo in its database. */
export async function refuseDemoPeople({ db }: { db: PrismaClient }): Promise<void> {
  const emails = demoPeople.map(({ email }) => email);
  if ((await db.account.count({ where: { email: { in: emails } } })) === 0) return;
  throw new StartProblem(
    'DEMO: the database holds the people of the demo, whose password is public; give the portal another DATA_DIR or DATABASE_URL',
  );
}
