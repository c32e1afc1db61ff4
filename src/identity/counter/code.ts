import { randomBytes } from 'node:crypto';
import { inFours, readBase32, writeBase32 } from '../../core/base32.ts';
import type { Deps } from '../../deps.ts';

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

const length = 8;
const minutes = 30;

export interface CounterCode {
  /** XXXX-XXXX. */
  code: string;
  expiresAt: Temporal.Instant;
}

/** A new code by which a clerk finds the account; the one before stops working. */
export async function makeCounterCode({ db, vault, now }: Needs, accountId: string): Promise<void> {
  const code = writeBase32(randomBytes(length), length);
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
  return { code: inFours(code), expiresAt: kept.expiresAt.toTemporalInstant() };
}

/** Whose the code is; null of one that never was or is over. */
export async function accountByCode({ db, vault, now }: Needs, typed: string): Promise<string | null> {
  const where = { digest: digestOf(vault, readBase32(typed)), expiresAt: { gt: date(now()) } };
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
