import { rolesWith } from '../core/office/rights.ts';
import { awayOn } from '../core/case/deputies.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { compareNames } from '../core/czech/surname-first.ts';
import { inOrder } from '../core/office/tree.ts';
import { findAbsencesOn } from '../database/absences.ts';
import type { Deps } from '../deps.ts';

/** The office as the workspace lists it: for choosing a filter, and whom to assign a case to. */
export interface Directory {
  agendas: { slug: string; title: string }[];
  /** In the order of the tree, units behind the department they belong to. */
  departments: DirectoryDepartment[];
}

export interface DirectoryDepartment {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  /** "Odbor dopravy » Oddělení registru". */
  path: string;
  /** Those who work cases, by name. */
  officers: DirectoryOfficer[];
}

export interface DirectoryOfficer {
  id: string;
  name: string;
  jobTitle: string;
  isHead: boolean;
  /** Ids of the agendas they may handle; empty: all. */
  agendaIds: string[];
  /** Null when they are there today. */
  away: { until: Temporal.PlainDate; standIn: string | null } | null;
}

export interface ReadDirectory {
  (): Promise<Directory>;
  /** What is kept is out of date here; other processes find out within the time it is kept. */
  forget: () => void;
}

const keepMs = 30_000;

/** Changes a few times a year and is on every page, so it is read anew only twice a minute; commands check against the database. */
export function createDirectory(deps: Pick<Deps, 'db' | 'now'>): ReadDirectory {
  let kept: { until: number; today: Temporal.PlainDate; directory: Promise<Directory> } | undefined;
  const current = (): Promise<Directory> => {
    const today = dayInPrague(deps.now());
    if (!kept || performance.now() > kept.until || !kept.today.equals(today)) {
      const directory = read(deps.db, today);
      const fresh = { until: performance.now() + keepMs, today, directory };
      kept = fresh;
      // A failed reading must not be kept.
      directory.catch(() => {
        if (kept === fresh) kept = undefined;
      });
    }
    return kept.directory;
  };
  return Object.assign(current, { forget: () => (kept = undefined) });
}

async function read(db: Deps['db'], today: Temporal.PlainDate): Promise<Directory> {
  const [agendas, departments, absences] = await Promise.all([
    db.agenda.findMany({
      select: { slug: true, versions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 } },
      where: { versions: { some: { status: { not: 'draft' } } } },
    }),
    db.department.findMany({
      select: {
        id: true,
        slug: true,
        name: true,
        parentId: true,
        position: true,
        officers: {
          select: { id: true, jobTitle: true, roles: true, agendaIds: true, account: { select: { name: true } } },
          where: { active: true, roles: { hasSome: rolesWith('workCases') } },
        },
      },
    }),
    findAbsencesOn(db, today),
  ]);
  const names = new Map(departments.flatMap(({ officers }) => officers.map(({ id, account }) => [id, account.name])));
  const away = (id: string): DirectoryOfficer['away'] => {
    const found = awayOn(id, absences, today);
    return found && { until: found.until, standIn: names.get(found.standInId ?? '') ?? null };
  };
  return {
    agendas: agendas
      .map(({ slug, versions }) => ({ slug, title: versions[0]?.title ?? slug }))
      .sort((a, b) => collator.compare(a.title, b.title)),
    departments: inOrder(departments).map(({ id, slug, name, parentId, path, officers }) => ({
      ...{ id, slug, name, parentId, path: path.join(' » ') },
      officers: officers
        .map(({ account, roles, ...officer }) => ({
          ...{ ...officer, name: account.name },
          ...{ isHead: roles.includes('head'), away: away(officer.id) },
        }))
        .sort((a, b) => compareNames(a.name, b.name)),
    })),
  };
}

const collator = new Intl.Collator('cs');
