import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { AssuranceLevel } from '../../../core/actor.ts';
import type { Deps } from '../../../deps.ts';
import { Prisma, type SamlRequestKind } from '../../../generated/prisma/client.ts';
import { type ProvenIdentity, provenIdentity } from '../proven.ts';

declare module 'express-session' {
  interface SessionData {
    /** Questions to Identita občana asked in this browser, the newest last. */
    niaQuestions: string[];
  }
}

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

/** Somebody may have to find their card and its reader first. */
const minutesToAnswer = 30;
/** An answer is picked up by the next request of the browser that brought it. */
const minutesToPickUp = 5;
/** Of as many tabs as anybody begins in. */
const keptInBrowser = 5;

/** Writes down a question, and that this browser asks it. */
export async function ask(
  { db, now }: Needs,
  req: Request,
  question: { kind: SamlRequestKind; level?: AssuranceLevel },
): Promise<string> {
  const id = `_${randomBytes(20).toString('hex')}`;
  const expiresAt = dateOf(now().add({ minutes: minutesToAnswer }));
  await db.samlRequest.create({ data: { id, ...question, expiresAt } });
  req.session.niaQuestions = [...(req.session.niaQuestions ?? []), id].slice(-keptInBrowser);
  return id;
}

/** The level somebody was asked to prove; null when nobody waits for an answer to such a question. */
export async function askedLevel({ db, now }: Needs, id: string): Promise<AssuranceLevel | null> {
  if (!isOurs(id)) return null;
  const question = await db.samlRequest.findUnique({
    where: { id, kind: 'signIn', answeredAt: null, expiresAt: { gte: dateOf(now()) } },
    select: { level: true },
  });
  return question?.level ?? null;
}

interface KeptAnswer {
  id: string;
  assertionId: string;
  proven: ProvenIdentity;
  /** As long as it could be sent again. */
  until: Temporal.Instant;
}

/** Keeps an answer for the browser that asked. False when the question was answered before, or another was by the same assertion. */
export async function keepAnswer({ db, vault, now }: Needs, answer: KeptAnswer): Promise<boolean> {
  const { id, assertionId, proven, until } = answer;
  const at = now();
  const content = vault.seal(JSON.stringify(proven), context(id));
  try {
    const { count } = await db.samlRequest.updateMany({
      where: { id, kind: 'signIn', answeredAt: null, expiresAt: { gte: dateOf(at) } },
      data: { answeredAt: dateOf(at), assertionId, answer: content, expiresAt: dateOf(laterOf(until, at)) },
    });
    return count === 1;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
}

/** What the browser that brings the answer to a question is told; nobody can make it of the question. */
export function receiptOf({ vault }: Pick<Needs, 'vault'>, id: string): string {
  return Buffer.from(vault.digest(id, 'saml-answer')).toString('base64url');
}

/**
 * The answer to a question of this browser, which has also brought it, once; null when there is none. Whatever others asked is
 * none of its business, nor is what others were made to answer for it.
 */
export async function pickUp({ db, vault, now }: Needs, req: Request, receipt: string): Promise<ProvenIdentity | null> {
  const asked = (req.session.niaQuestions ?? []).filter(id => receiptOf({ vault }, id) === receipt);
  const since = dateOf(now().subtract({ minutes: minutesToPickUp }));
  const answered = await db.samlRequest.findFirst({
    where: { id: { in: asked }, kind: 'signIn', answer: { not: null }, answeredAt: { gte: since } },
    orderBy: { answeredAt: 'desc' },
  });
  if (!answered?.answer) return null;
  const { id, answer } = answered;
  const { count } = await db.samlRequest.updateMany({ where: { id, answer: { not: null } }, data: { answer: null } });
  return count === 1 ? provenIdentity.parse(JSON.parse(vault.open(answer, context(id)))) : null;
}

/** The provider says that it has ended a session as it was asked to. */
export async function noteSignedOut({ db, now }: Needs, id: string): Promise<void> {
  if (!isOurs(id)) return;
  await db.samlRequest.updateMany({
    where: { id, kind: 'signOut', answeredAt: null },
    data: { answeredAt: dateOf(now()) },
  });
}

/** Whether it did so for whoever signed out in this browser. */
export async function isSignedOut({ db }: Needs, req: Request): Promise<boolean> {
  const where = { id: { in: req.session.niaQuestions ?? [] }, kind: 'signOut', answeredAt: { not: null } } as const;
  return (await db.samlRequest.count({ where })) > 0;
}

/** Names of questions that are none of ours never reach the database. */
function isOurs(id: string): boolean {
  return /^_[0-9a-f]{40}$/.test(id);
}

function laterOf(one: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const least = now.add({ minutes: minutesToPickUp });
  return Temporal.Instant.compare(one, least) > 0 ? one : least;
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

function context(id: string): string {
  return `saml-request/${id}`;
}
