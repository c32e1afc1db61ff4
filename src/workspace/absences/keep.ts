import type { Request } from 'express';
import { loopSentence } from '../../core/office/absences.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { FormError } from '../../web/input.ts';
import type { ReadDirectory } from '../directory.ts';
import { officerOf } from '../../web/officer-of.ts';
import { readAbsenceForm, type TypedAbsence } from './form.ts';
import { type AbsenceRow, findManaged, managedBy } from './queries.ts';
import type { AbsenceDeps } from './render.ts';
import { saveAbsence } from './save.ts';

interface Attempt {
  typed: TypedAbsence;
  errors: FormError[];
}

/** Null when it is kept, otherwise what to mend. Whose absence it is does not change. */
export async function keepAbsence(
  deps: AbsenceDeps,
  directory: ReadDirectory,
  req: Request,
  before?: AbsenceRow,
): Promise<Attempt | null> {
  const { db, now } = deps;
  const actor = officerOf(req);
  const read = readAbsenceForm(req, dayInPrague(now()));
  const { typed } = read;
  if ('errors' in read) return { typed, errors: read.errors };
  const { deputyId, from, until } = read.form;
  const officerId = before?.officerId ?? (typed.officerId || actor.officerId);
  const wrong = await wrongPeople(deps, directory, { req, officerId, deputyId });
  if (wrong) return { typed, errors: [wrong] };
  const absence = { officerId, deputyId: deputyId || null, from, until };
  const saved = await saveAbsence({ db }, { absence, actor, now: now(), ...(before && { id: before.id }) });
  if (saved.ok) return null;
  if ('isGone' in saved) {
    const message = 'Nepřítomnost mezitím někdo zrušil. Pokud má platit, zadejte ji jako novou.';
    return { typed, errors: [{ field: '', message }] };
  }
  return { typed, errors: [{ field: 'zastup', message: loopSentence(saved.loop, saved.nameOf) }] };
}

async function wrongPeople(
  { db }: AbsenceDeps,
  directory: ReadDirectory,
  { req, officerId, deputyId }: { req: Request; officerId: string; deputyId: string },
): Promise<FormError | null> {
  const people = await findManaged(db, managedBy(officerOf(req)));
  if (!people.some(({ value }) => value === officerId)) {
    return { field: 'kdo', message: 'Vyberte někoho ze svého odboru.' };
  }
  if (deputyId === '') return null;
  if (deputyId === officerId) return { field: 'zastup', message: 'Zastupovat musí někdo jiný.' };
  const { departments } = await directory();
  const isThere = departments.some(({ officers }) => officers.some(({ id }) => id === deputyId));
  return isThere ? null : { field: 'zastup', message: 'Vyberte zástup ze seznamu.' };
}
