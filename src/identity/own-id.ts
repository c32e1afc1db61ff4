import type { Request } from 'express';
import type { Citizen, Officer } from '../core/actor.ts';
import { NotFound } from '../web/errors.ts';

/** The account of whoever is signed in. */
export function ownId(req: Request): string {
  return ownActor(req).accountId;
}

/** Whoever is signed in. */
export function ownActor({ actor }: Request): Citizen | Officer {
  if (actor.kind !== 'citizen' && actor.kind !== 'officer') throw new NotFound();
  return actor;
}
