import { randomBytes } from 'node:crypto';
import type { Deps } from '../../deps.ts';

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

/** Crockford's base 32: nobody mistakes I, L and O for 1 and 0, nor reads a word in it. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;
const minutes = 30;

export interface CounterCode {
  /** XXXX-XXXX. */
  code: string;
  expiresAt: Temporal.Instant;
}

/** A new code by which a clerk finds the account; the one before stops working. */
export async function makeCounterCode({ db, vault, now }: Needs, accountId: string): Promise<void> {
  const code = Array.from(randomBytes(length), byte => alphabet.charAt(byte % alphabet.length)).join('');
  const data = {
    digest: digestOf(vault, code),
    content: vault.seal(code, context(accountId)),
    expiresAt: new Date(now().add({ minutes }).epochMilliseconds),
  };
  await db.counterCode.upsert({ where: { accountId }, create: { accountId, ...data }, update: data });
}

/** The code that works now; null when there is none. */
export async function findCounterCode({ db, vault, now }: Needs, accountId: string): Promise<CounterCode | null> {
  const kept = await db.counterCode.findFirst({ where: { accountId, expiresAt: { gt: date(now()) } } });
  if (!kept) return null;
  const code = vault.open(kept.content, context(accountId));
  return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt: kept.expiresAt.toTemporalInstant() };
}

/** Whose the code is; null of one that never was or is over. */
export async function accountByCode({ db, vault, now }: Needs, typed: string): Promise<string | null> {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const where = { digest: digestOf(vault, code), expiresAt: { gt: date(now()) } };
  return (await db.counterCode.findFirst({ where, select: { accountId: true } }))?.accountId ?? null;
}

function digestOf(vault: Needs['vault'], code: string): Uint8Array<ArrayBuffer> {
  return vault.digest(code, 'counter-code');
}

function context(accountId: string): string {
  return `counter_code/${accountId}`;
}

function date(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
