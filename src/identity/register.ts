import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { alreadyRegistered, confirmEmail, finishRegistration } from '../notifications/letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { pageUrl } from '../web/page-url.ts';
import { hashPassword, noPassword, verifyPassword } from './password.ts';
import { issueToken } from './tokens.ts';

type Needs = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Registration {
  email: string;
  name: string;
  phone: string | null;
  password: string;
}

/**
 * Makes an account that waits for its e-mail to be confirmed. Whoever asks learns nothing about accounts that exist: an
 * e-mail goes out either way, and only its reader finds out.
 */
export async function register(deps: Needs, registration: Registration): Promise<void> {
  const { email, name, phone, password } = registration;
  const said = { email, name, phone, passwordHash: await hashPassword(password) };
  await deps.db.$transaction(async tx => {
    // Two registrations of one address at once (a double click) come one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
    const known = await tx.account.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, confirmedAt: true },
    });
    const samePassword = await verifyPassword(known?.passwordHash ?? null, password);
    if (!known) {
      const { id } = await tx.account.create({ data: said, select: { id: true } });
      await sendConfirmation(tx, deps, { id, email });
    } else if (known.confirmedAt) await sendReminder(tx, deps, email);
    else if (samePassword) await sendConfirmation(tx, deps, { id: known.id, email });
    else await letReaderChoose(tx, deps, { id: known.id, email });
  });
}

/** Again the letter with the link, to whoever waits for it; to anybody else nothing. */
export async function resendConfirmation(deps: Needs, email: string): Promise<void> {
  await deps.db.$transaction(async tx => {
    const account = await tx.account.findUnique({
      where: { email, confirmedAt: null },
      select: { id: true, passwordHash: true },
    });
    if (!account) return;
    const send = account.passwordHash === noPassword ? letReaderChoose : sendConfirmation;
    await send(tx, deps, { id: account.id, email });
  });
}

type Waiting = { id: string; email: string };

async function sendConfirmation(tx: Prisma.TransactionClient, deps: Needs, { id, email }: Waiting): Promise<void> {
  const token = await issueToken(tx, { accountId: id, purpose: 'confirmEmail', now: deps.now() });
  const link = pageUrl(deps, '/potvrzeni-emailu', { token });
  await enqueueMail(tx, deps, { kind: 'confirmEmail', to: email, ...confirmEmail({ link }) });
}

async function sendReminder(tx: Prisma.TransactionClient, deps: Needs, email: string): Promise<void> {
  const links = { signInLink: pageUrl(deps, '/prihlaseni'), resetLink: pageUrl(deps, '/zapomenute-heslo') };
  await enqueueMail(tx, deps, { kind: 'alreadyRegistered', to: email, ...alreadyRegistered(links) });
}

/**
 * The same address a second time with another password: perhaps somebody waits for its owner to confirm an account whose
 * password they know. So neither password is taken, and the reader of the mail sets one.
 */
async function letReaderChoose(tx: Prisma.TransactionClient, deps: Needs, { id, email }: Waiting): Promise<void> {
  await tx.accountToken.deleteMany({ where: { accountId: id, purpose: 'confirmEmail' } });
  await tx.account.update({ where: { id, confirmedAt: null }, data: { passwordHash: noPassword } });
  const token = await issueToken(tx, { accountId: id, purpose: 'resetPassword', now: deps.now() });
  const link = pageUrl(deps, '/nove-heslo', { token });
  await enqueueMail(tx, deps, { kind: 'finishRegistration', to: email, ...finishRegistration({ link }) });
}
