import type { Actor } from '../core/actor.ts';
import type { ActionType } from '../core/case/actions.ts';
import { allowedActions } from '../core/case/lifecycle.ts';
import { HttpProblem } from '../web/errors.ts';
import type { FoundCase } from './find-case.ts';

/** What the applicant may do with their case. With a trial nothing: the office never got it, so nobody would hear. */
export function applicantActions({ snapshot, submission }: FoundCase, actor: Actor): ActionType[] {
  return submission.trial ? [] : allowedActions(snapshot, actor);
}

/** Whoever opened by its code what an account has filed may look; acting is for that account. */
export class NotTheApplicant extends HttpProblem {
  constructor() {
    super(403, 'Tohle může udělat jen ten, kdo podání odeslal. Přihlaste se prosím jeho účtem.');
  }
}
