import type { PrismaClient } from '../generated/prisma/client.ts';

/** The office as the workspace lists it: for choosing a filter, and whom to assign a case to. */
export interface Directory {
  agendas: { slug: string; title: string }[];
  departments: DirectoryDepartment[];
}

interface DirectoryDepartment {
  id: string;
  slug: string;
  name: string;
  /** Those who work cases, by name. */
  officers: { id: string; name: string; jobTitle: string }[];
}

export type ReadDirectory = () => Promise<Directory>;

const keepMs = 30_000;

/** Changes a few times a year and is on every page, so it is read anew only twice a minute; commands check against the database. */
export function createDirectory(db: PrismaClient): ReadDirectory {
  let kept: { until: number; directory: Promise<Directory> } | undefined;
  return () => {
    if (!kept || performance.now() > kept.until) {
      const directory = read(db);
      const fresh = { until: performance.now() + keepMs, directory };
      kept = fresh;
      // A failed reading must not be kept.
      directory.catch(() => {
        if (kept === fresh) kept = undefined;
      });
    }
    return kept.directory;
  };
}

async function read(db: PrismaClient): Promise<Directory> {
  const [agendas, departments] = await Promise.all([
    db.agenda.findMany({
      select: { slug: true, versions: { select: { title: true }, orderBy: { number: 'desc' }, take: 1 } },
      where: { versions: { some: { status: { not: 'draft' } } } },
    }),
    db.department.findMany({
      select: {
        id: true,
        slug: true,
        name: true,
        officers: {
          select: { id: true, jobTitle: true, account: { select: { name: true } } },
          where: { active: true, roles: { hasSome: ['clerk', 'head'] } },
        },
      },
      orderBy: { position: 'asc' },
    }),
  ]);
  return {
    agendas: agendas
      .map(({ slug, versions }) => ({ slug, title: versions[0]?.title ?? slug }))
      .sort((a, b) => collator.compare(a.title, b.title)),
    departments: departments.map(({ officers, ...department }) => ({
      ...department,
      officers: officers
        .map(({ id, jobTitle, account }) => ({ id, jobTitle, name: account.name }))
        .sort((a, b) => collator.compare(surname(a.name), surname(b.name))),
    })),
  };
}

const collator = new Intl.Collator('cs');

function surname(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
