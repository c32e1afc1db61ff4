import type { Request, Response } from 'express';
import { awaitedBySignIn } from '../../../authorisation/by-sign-in.ts';
import type { Nia } from '../../../config.ts';
import type { AssuranceLevel } from '../../../core/actor.ts';
import type { Deps } from '../../../deps.ts';
import { queryText } from '../../../web/input.ts';
import { addresses } from './addresses.ts';
import { signInUrl } from './messages.ts';
import { ask } from './questions.ts';

/** How a page that needs to know more surely who somebody is asks for it (`?uroven=`). */
const levels = new Map<string, AssuranceLevel>([
  ['znacna', 'substantial'],
  ['vysoka', 'high'],
]);

/** Sends somebody to Identita občana to say who they are. */
export async function begin(deps: Deps, nia: Nia, req: Request, res: Response): Promise<void> {
  const level = levels.get(queryText(req, 'uroven')) ?? 'account';
  const id = await ask(deps, req, { kind: 'signIn', level });
  // To be let in because one was in before confirms nothing.
  const isAnew = awaitedBySignIn(req) !== null;
  res.redirect(303, await signInUrl({ nia, answerTo: addresses(deps).answer }, { id, level, isAnew }));
}
