import type { Request } from 'express';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { idParam } from '../../../web/input.ts';
import { findPerson, type Person } from './queries.ts';

export const peopleHome = '/sprava/lide';

/** The officer the path names. */
export async function personOf({ db }: Pick<Deps, 'db'>, req: Request): Promise<Person> {
  const person = await findPerson(db, idParam(req, 'officer'));
  if (!person) throw new NotFound();
  return person;
}
