import { randomInt, timingSafeEqual } from 'node:crypto';
import { accountOf } from '../core/actor.ts';
import { shortPrint } from '../core/authorisation/print.ts';
import { identityOf, meets } from '../core/form/identity.ts';
import type { Deps } from '../deps.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { authorisationCode } from '../notifications/letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { createLimiter } from '../web/limits.ts';
import type { Vault } from '../vault/vault.ts';
import type { Document, SubmissionAuthorization } from './port.ts';
import { askFor, confirm, type Confirmer } from './store.ts';

const minutes = 10;
const mostTries = 5;
const mailsPerAccount = 5;

type Needs = Pick<Deps, 'db' | 'pool' | 'boss' | 'vault' | 'config' | 'now'>;

/** A code of six digits to the confirmed mailbox of the account, good for one document. */
export function byMailCode(deps: Needs): SubmissionAuthorization {
  const { db, pool, vault, now } = deps;
  const resetLink = new URL('/zapomenute-heslo', deps.config.publicUrl).href;
  const sending = createLimiter({ pool, name: 'authorisation-mail', attempts: mailsPerAccount });
  return {
    method: 'mailCode',
    isOffered: async (req, { needed }) =>
      meets(identityOf(req.actor), needed) && (await mailboxOf(db, accountOf(req.actor))) !== null,
    ask: async (_req, document) => {
      const to = await mailboxOf(db, document.accountId);
      if (document.accountId === null || to === null) throw new Error('a code is sent to a mailbox of an account');
      await sending.spend(document.accountId);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      await db.$transaction(async tx => {
        const codeDigest = (id: string) => digestOf(vault, { id, code });
        await askFor(tx, { document, method: 'mailCode', minutes, now: now(), codeDigest });
        const letter = authorisationCode({ code, minutes, print: shortPrint(document.sha256), resetLink });
        await enqueueMail(tx, deps, { kind: 'authorisationCode', to, ...letter });
      });
      return `${document.page}#kod`;
    },
  };
}

/** `changed`: the code was sent for another document; `tries`: it was guessed at too often. */
export type CodeProblem = 'none' | 'wrong' | 'expired' | 'tries' | 'changed' | 'used' | 'level';

interface Typed {
  document: Document;
  code: string;
  by: Confirmer;
}

/** Takes a code that was typed. Each attempt is counted before it is looked at, so that many at once are not more. */
export async function confirmByCode(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  { document, code, by }: Typed,
): Promise<{ ok: true } | { ok: false; problem: CodeProblem }> {
  const { subject, accountId, sha256 } = document;
  const no = (problem: CodeProblem) => ({ ok: false as const, problem });
  return db.$transaction(async tx => {
    const asked = await tx.authorisation.findFirst({
      where: { ...subject, accountId, method: 'mailCode' },
      orderBy: { id: 'desc' },
    });
    if (!asked?.codeDigest) return no('none');
    if (asked.confirmedAt) return no('used');
    if (asked.expiresAt.getTime() <= now().epochMilliseconds) return no('expired');
    if (!meets(by.level, asked.needed)) return no('level');
    const [counted] = await tx.$queryRaw<{ tries: number }[]>(
      Prisma.sql`UPDATE authorisation SET tries = tries + 1 WHERE id = ${asked.id}::uuid RETURNING tries`,
    );
    if ((counted?.tries ?? Infinity) > mostTries) return no('tries');
    if (!timingSafeEqual(asked.codeDigest, digestOf(vault, { id: asked.id, code }))) return no('wrong');
    if (Buffer.from(asked.documentHash).toString('hex') !== sha256) return no('changed');
    return (await confirm(tx, { vault }, { asked, by, now: now() })) ? { ok: true } : no('used');
  });
}

/** Whether a code for just this document is on its way, and to whom. */
export async function awaitedCode(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { subject, accountId, sha256 }: Document,
): Promise<{ to: string } | null> {
  const waiting = await db.authorisation.count({
    where: {
      ...{ ...subject, accountId, method: 'mailCode', confirmedAt: null },
      documentHash: new Uint8Array(Buffer.from(sha256, 'hex')),
      expiresAt: { gt: new Date(now().epochMilliseconds) },
    },
  });
  const to = waiting > 0 ? await mailboxOf(db, accountId) : null;
  return to === null ? null : { to };
}

async function mailboxOf(db: Deps['db'], accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  const account = await db.account.findUnique({
    where: { id: accountId, confirmedAt: { not: null } },
    select: { email: true },
  });
  return account?.email ?? null;
}

/** Keyed and of this question alone: six digits are soon tried out by whoever reads the database, and the same code twice looks different. */
function digestOf(vault: Vault, { id, code }: { id: string; code: string }): Uint8Array<ArrayBuffer> {
  return vault.digest(`${id}\0${code}`, 'authorisation-code');
}
