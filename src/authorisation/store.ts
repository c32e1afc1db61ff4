import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import type { Actor, AssuranceLevel } from '../core/actor.ts';
import type { Confirmation } from '../core/authorisation/standing.ts';
import type { Deps } from '../deps.ts';
import type { Authorisation, Prisma } from '../generated/prisma/client.ts';
import { findSure } from '../vault/known-person.ts';
import type { Document, Subject } from './port.ts';
import { type Method, openProof, type Proof, sealProof } from './proof.ts';

type Needs = Pick<Deps, 'vault'>;

interface Asked {
  document: Document;
  method: Method;
  minutes: number;
  now: Temporal.Instant;
  codeDigest?: (id: string) => Uint8Array<ArrayBuffer>;
}

/** Writes down what is asked for; what was asked in that way before can be confirmed no more. */
export async function askFor(tx: Prisma.TransactionClient, asked: Asked): Promise<string> {
  const { document, method, minutes, now, codeDigest } = asked;
  const { subject, accountId, needed, sha256 } = document;
  const id = randomUUIDv7();
  await tx.authorisation.deleteMany({ where: { ...subject, method, accountId, confirmedAt: null } });
  await tx.authorisation.create({
    data: {
      ...{ id, ...subject, accountId, method, needed },
      documentHash: new Uint8Array(Buffer.from(sha256, 'hex')),
      codeDigest: codeDigest?.(id) ?? null,
      askedAt: new Date(now.epochMilliseconds),
      expiresAt: new Date(now.add({ minutes }).epochMilliseconds),
    },
  });
  return id;
}

/** Who confirms: by which sign-in they are in, and how surely it told who they are. */
export interface Confirmer {
  accountId: string;
  name: string;
  signInId: string;
  level: AssuranceLevel;
}

/** Confirms what was asked for, once; false when somebody was quicker. */
export async function confirm(
  tx: Prisma.TransactionClient,
  { vault }: Needs,
  {
    asked,
    by,
    now,
  }: { asked: Pick<Authorisation, 'id' | 'method' | 'documentHash'>; by: Confirmer; now: Temporal.Instant },
): Promise<boolean> {
  const { id, method } = asked;
  const sha256 = Buffer.from(asked.documentHash).toString('hex');
  // Whoever is surely known is named as they are known, whatever they call their account.
  const sure = by.level === 'account' ? {} : await findSure({ db: tx, vault, now: () => now }, by.accountId);
  const name = sure.name?.value ?? by.name;
  const content = sealProof(vault, id, { method, at: now.toString(), sha256, ...by, name });
  const { count } = await tx.authorisation.updateMany({
    where: { id, confirmedAt: null },
    data: { confirmedAt: new Date(now.epochMilliseconds), accountId: by.accountId, level: by.level, content },
  });
  if (count === 0) return false;
  const actor: Actor = { kind: 'citizen', ...by };
  const subject = `account/${by.accountId}`;
  await recordAudit(tx, { actor, at: now, action: 'documentConfirmed', subject, details: { method } });
  return true;
}

export interface Given extends Confirmation {
  id: string;
  method: Method;
}

/** What was confirmed last of a subject by an account and is not used yet, whatever document it is of. */
export async function lastConfirmation(
  db: Pick<Prisma.TransactionClient, 'authorisation'>,
  { subject, accountId }: { subject: Subject; accountId: string },
): Promise<Given | null> {
  const row = await db.authorisation.findFirst({
    where: { ...subject, accountId, confirmedAt: { not: null }, usedAt: null },
    orderBy: { confirmedAt: 'desc' },
  });
  if (!row?.confirmedAt || !row.level) return null;
  const { id, method, level, documentHash, confirmedAt } = row;
  const sha256 = Buffer.from(documentHash).toString('hex');
  return { id, method, level, accountId, sha256, at: confirmedAt.toTemporalInstant() };
}

/** From now on it is the proof of a filing, and stays. */
export async function useFor(
  tx: Pick<Prisma.TransactionClient, 'authorisation'>,
  { id, now }: { id: string; now: Temporal.Instant },
): Promise<void> {
  await tx.authorisation.update({ where: { id }, data: { usedAt: new Date(now.epochMilliseconds) } });
}

/** The proof of a filing; null of one that needed none, or has been confirmed outside of the portal. */
export async function proofOfCase({ db, vault }: Pick<Deps, 'db' | 'vault'>, caseId: string): Promise<Proof | null> {
  const row = await db.authorisation.findFirst({
    where: { caseId, usedAt: { not: null } },
    select: { id: true, content: true },
  });
  return row?.content ? openProof(vault, row.id, row.content) : null;
}
