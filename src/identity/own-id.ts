import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';
import { NotFound } from '../web/errors.ts';

/** The account of whoever is signed in. */
export function ownId({ actor }: Request): string {
  const id = accountOf(actor);
  if (id === null) throw new NotFound();
  return id;
}
