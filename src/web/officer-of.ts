import type { Request } from 'express';
import type { Officer } from '../core/actor.ts';
import { NotFound } from './errors.ts';

/** The officer who asks; the guard of the route lets nobody else through. */
export function officerOf(req: Request): Officer {
  if (req.actor.kind !== 'officer') throw new NotFound();
  return req.actor;
}
