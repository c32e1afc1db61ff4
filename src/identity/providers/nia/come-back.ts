import type { Request, Response } from 'express';
import type { Nia } from '../../../config.ts';
import { personOf } from '../../../core/identity/nia/attributes.ts';
import {
  type Answer,
  type AnswerProblem,
  problemOf,
  replayableUntil,
} from '../../../core/identity/nia/check-answer.ts';
import { levelOf } from '../../../core/identity/nia/level.ts';
import type { Deps } from '../../../deps.ts';
import { formBody, queryText } from '../../../web/input.ts';
import { arrive, type ArrivalDeps } from '../arrive.ts';
import { ProviderProblem, type ProviderReason } from '../problem.ts';
import type { ProvenIdentity } from '../proven.ts';
import { Malformed } from '../xml.ts';
import { addresses } from './addresses.ts';
import { askedLevel, keepAnswer, pickUp, receiptOf } from './questions.ts';
import { NoSuccess, readAnswer } from './read-answer.ts';

/**
 * The provider answers by a form that the browser sends from its site, so it comes without our session. The answer is proved and kept
 * under the question it answers; the browser is sent back for it by a request that has the session and what it was told when it
 * brought the answer, and gets it only when it asked that question. So an answer put into somebody else's browser opens nothing
 * there, and one that somebody was made to give to another's question opens nothing to whoever asked.
 */
export async function receive(deps: Deps, nia: Nia, req: Request): Promise<string> {
  const { SAMLResponse: sent } = formBody(req);
  const answer = await read(nia, typeof sent === 'string' ? sent : '');
  const { id, proven } = await prove(deps, nia, answer);
  const until = replayableUntil(answer.assertion, deps.now());
  const isFirst = await keepAnswer(deps, { id, assertionId: answer.assertion.id, proven, until });
  if (!isFirst) throw new ProviderProblem('stale', 'sent again');
  return receiptOf(deps, id);
}

/** The browser comes for the answer. */
export async function comeBack(deps: ArrivalDeps, req: Request, res: Response): Promise<void> {
  const proven = await pickUp(deps, req, queryText(req, 'odpoved'));
  if (!proven) throw new ProviderProblem('stale', 'no answer to a question of this browser');
  delete req.session.niaQuestions;
  await arrive(deps, req, res, proven);
}

async function read(nia: Nia, sent: string): Promise<Answer> {
  try {
    return await readAnswer(nia, sent);
  } catch (error) {
    if (error instanceof Malformed) throw new ProviderProblem('unproved', error.message);
    if (error instanceof NoSuccess) throw new ProviderProblem('cancelled', 'no success');
    throw error;
  }
}

async function prove(deps: Deps, nia: Nia, answer: Answer): Promise<{ id: string; proven: ProvenIdentity }> {
  const { assertion, inResponseTo: id } = answer;
  const asked = id === null ? null : await askedLevel(deps, id);
  if (id === null || asked === null) throw new ProviderProblem('stale', 'no such question, or answered before');
  const problem = problemOf(answer, {
    issuer: nia.idpEntityId,
    audience: nia.entityId,
    recipient: addresses(deps).answer,
    requestId: id,
    level: asked,
    now: deps.now(),
  });
  if (problem !== null) throw new ProviderProblem(reasons[problem] ?? 'unproved', problem);
  const level = levelOf(assertion.authnContextClass ?? '');
  const person = personOf(assertion.attributes);
  if (level === null || person === null) throw new ProviderProblem('incomplete', 'person not named');
  const { nameId, sessionIndex, authnInstant } = assertion;
  const session = nameId === null ? undefined : { ...nameId, sessionIndex };
  return { id, proven: { provider: 'nia', level, session, provedAt: authnInstant?.toString(), ...person } };
}

const reasons: Partial<Record<AnswerProblem, ProviderReason>> = {
  status: 'cancelled',
  authnFailed: 'cancelled',
  lowLevel: 'level',
  stale: 'stale',
};
