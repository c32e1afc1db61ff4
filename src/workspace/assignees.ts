import type { Officer } from '../core/actor.ts';
import { mayHandle } from '../core/case/assignable.ts';
import { awayWords } from '../core/case/deputies.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { above } from '../core/office/tree.ts';
import type { Directory, DirectoryDepartment, DirectoryOfficer } from './directory.ts';

export interface Option {
  value: string;
  text: string;
  isChosen: boolean;
  /** An officer who is away, a department where nobody is: named, not offered. */
  isAway?: boolean;
}

export interface OptionGroup {
  name: string;
  options: Option[];
}

export function option(value: string, text: string, chosen: string | undefined): Option {
  return { value, text, isChosen: value === chosen };
}

interface Offer {
  /** Null for cases of several agendas: the command refuses whoever may not handle one. */
  agendaId: string | null;
  chosen: string | undefined;
}

/** One list for both: a department as a whole, or one of its officers who may handle the agenda. Who is away is named, not offered. */
export function assignees(directory: Directory, { agendaId, chosen }: Offer): OptionGroup[] {
  return directory.departments.map(department => ({
    name: department.path,
    options: [
      departmentOption(directory, department, chosen),
      ...department.officers
        .filter(officer => agendaId === null || mayHandle(officer, agendaId))
        .map(officer => officerOption(`urednik:${officer.id}`, officer, chosen)),
    ],
  }));
}

/** A department as a whole, to give something to; where nobody would ever see it, named, not offered. */
export function departmentOption(
  { departments }: Directory,
  department: DirectoryDepartment,
  chosen: string | undefined,
): Option {
  const { id, name, officers } = department;
  const heads = above(departments, id);
  const hasHead = departments.some(other => heads.includes(other.id) && other.officers.some(({ isHead }) => isHead));
  const who = officers.length > 0 ? 'kdokoli' : hasHead ? 'jen vedoucí, úředníky zatím nemá' : 'zatím tam nikdo není';
  return { ...option(`odbor:${id}`, `${name} – ${who}`, chosen), isAway: officers.length === 0 && !hasHead };
}

/** The officers of the departments that are asked for who may handle the agenda, by department. */
export function officersOf(directory: Directory, slugs: string[], { agendaId, chosen }: Offer): OptionGroup[] {
  return directory.departments
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ path, officers }) => ({
      name: path,
      options: officers
        .filter(officer => agendaId === null || mayHandle(officer, agendaId))
        .map(officer => officerOption(officer.id, officer, chosen)),
    }))
    .filter(({ options }) => options.length > 0);
}

function officerOption(value: string, { name, jobTitle, away }: DirectoryOfficer, chosen: string | undefined): Option {
  return { ...option(value, `${name}, ${away ? awayWords(away) : jobTitle}`, chosen), isAway: away !== null };
}

/** Who sees the case besides the officer at the desk: those of its department, the heads above, and who has it. */
export function colleagues(
  { departments }: Directory,
  { departmentId, officerId }: Pick<CaseSnapshot, 'departmentId' | 'officerId'>,
  self: Pick<Officer, 'officerId'>,
): { id: string; name: string }[] {
  const heads = above(departments, departmentId);
  return departments
    .flatMap(({ id, officers }) =>
      officers.filter(
        officer => id === departmentId || officer.id === officerId || (officer.isHead && heads.includes(id)),
      ),
    )
    .filter(({ id }) => id !== self.officerId);
}
