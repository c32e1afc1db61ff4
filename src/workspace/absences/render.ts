import type { Request, Response } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { type FormError, queryText } from '../../web/input.ts';
import type { Directory, ReadDirectory } from '../directory.ts';
import { officerOf } from '../../web/officer-of.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { TypedAbsence } from './form.ts';
import { type AbsenceRow, findAbsences, findDeputised, findManaged, findUnattended, managedBy } from './queries.ts';

export type AbsenceDeps = Pick<Deps, 'db' | 'now'>;

export const home = '/urad/nepritomnost';

interface Shown {
  req: Request;
  res: Response;
  typed: TypedAbsence;
  errors?: FormError[];
}

/** All that goes on and is to come, what lacks a deputy at the top, with the form for another. */
export async function renderAbsences(
  { db, now }: AbsenceDeps,
  directory: ReadDirectory,
  { req, res, ...shown }: Shown,
): Promise<void> {
  const officer = officerOf(req);
  const today = dayInPrague(now());
  const managed = managedBy(officer);
  const after = readCursor(queryText(req, 'po'));
  const [{ rows, hasMore }, unattended, deputised, people] = await Promise.all([
    findAbsences(db, { managed, today, after }),
    findUnattended(db, { managed, today }),
    findDeputised(db, officer, today),
    findManaged(db, managed),
  ]);
  const last = hasMore ? rows.at(-1) : undefined;
  res.render('workspace/absences.njk', {
    section: 'nepritomnost',
    rows: rows.map(row => ({ ...row, isNow: Temporal.PlainDate.compare(row.from, today) <= 0 })),
    firstHref: after ? home : null,
    nextHref: last ? `${home}?po=${writeCursor(last)}` : null,
    unattended,
    deputised,
    people: people.length > 1 ? people : [],
    ...formOf(await directory(), officer.departmentId, shown),
  });
}

export async function renderAbsence(
  directory: ReadDirectory,
  { req, res, absence, ...shown }: Shown & { absence: AbsenceRow },
): Promise<void> {
  res.render('workspace/absence.njk', {
    section: 'nepritomnost',
    absence,
    action: `${home}/${absence.id}`,
    people: [],
    ...formOf(await directory(), officerOf(req).departmentId, shown),
  });
}

/** What the form shows; the people of the officer's own department come first among the deputies. */
function formOf({ departments }: Directory, own: string, { typed, errors = [] }: Omit<Shown, 'req' | 'res'>) {
  const groups = departments
    .filter(({ officers }) => officers.length > 0)
    .toSorted((a, b) => Number(b.id === own) - Number(a.id === own));
  return {
    typed,
    errors,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    deputies: groups.map(({ path, officers }) => ({
      name: path,
      options: officers.map(({ id, name, jobTitle }) => ({ value: id, text: `${name}, ${jobTitle}` })),
    })),
  };
}
