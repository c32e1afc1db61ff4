import type { Request } from 'express';
import type { Citizen } from '../core/actor.ts';
import { NotFound } from './errors.ts';

/** The citizen who asks; the guard of the route lets nobody else through. */
export function citizenOf(req: Request): Citizen {
  if (req.actor.kind !== 'citizen') throw new NotFound();
  return req.actor;
}
