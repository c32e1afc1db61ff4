import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import { hashPassword } from '../identity/password.ts';
import { StartProblem } from '../start-problem.ts';
import type { Command } from './command.ts';
import { withDeps } from './with-deps.ts';

export const createAdminCommand: Command = {
  usage: 'create-admin --email <address> --name <name> --department <slug>',
  summary: 'make the account of an administrator and print its first password, once',
  run: args => {
    const admin = readArguments(args);
    return withDeps(async deps => {
      const password = await createAdmin(deps, admin);
      return `${admin.email} can sign in with the password ${password} (it is shown only now; change it after signing in)`;
    });
  },
};

const newAdmin = z.object({
  email: z.email('--email: not an e-mail address').transform(email => email.toLowerCase()),
  name: z.string('--name: missing').trim().min(1, '--name: missing').max(100, '--name: longer than 100 characters'),
  department: z.string('--department: missing'),
});
type NewAdmin = z.output<typeof newAdmin>;

const WORDS = 4;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that is mistaken for another

async function createAdmin({ db, now }: Pick<Deps, 'db' | 'now'>, admin: NewAdmin): Promise<string> {
  const { email, name, department: slug } = admin;
  const departments = await db.department.findMany({ select: { id: true, slug: true, phone: true } });
  const department = departments.find(known => known.slug === slug);
  if (!department) {
    const known = departments.map(department => department.slug).join(', ');
    throw new StartProblem(
      `--department: "${slug}" is none of: ${known || 'no departments yet, run the command seed first'}`,
    );
  }
  if (await db.account.findUnique({ where: { email } }))
    throw new StartProblem(`--email: ${email} has an account already`);
  const password = drawPassword();
  const passwordHash = await hashPassword(password);
  const at = now();
  await db.$transaction(async tx => {
    const officer = await tx.officer.create({
      data: {
        jobTitle: 'správce portálu',
        phone: department.phone,
        roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
        department: { connect: { id: department.id } },
        account: { create: { email, name, passwordHash, confirmedAt: new Date(at.epochMilliseconds) } },
      },
    });
    await recordAudit(tx, {
      actor: { kind: 'system' },
      at,
      action: 'adminCreated',
      subject: `account/${officer.accountId}`,
      details: { officerId: officer.id },
    });
  });
  return password;
}

function readArguments(args: string[]): NewAdmin {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args, options: { email: text, name: text, department: text } });
    return newAdmin.parse(values);
  } catch (error) {
    if (error instanceof z.ZodError) throw new StartProblem(error.issues.map(({ message }) => message).join('; '));
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}

/** Of four groups of four, about 79 bits, to be read out or copied without a mistake. */
function drawPassword(): string {
  const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? '';
  const word = (): string => Array.from({ length: 4 }, letter).join('');
  return Array.from({ length: WORDS }, word).join('-');
}
