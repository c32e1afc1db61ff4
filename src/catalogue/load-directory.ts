import type { UsualDuration } from '../core/case/usual-duration.ts';
import { definitionSchema, type Definition } from '../core/form/definition.ts';
import type { Deps } from '../deps.ts';
import { createSearch, type SearchIndex } from './search.ts';

/** Everything the public pages show, as it was at one moment. */
export interface Directory {
  /** Offered now, by title. */
  agendas: OfferedAgenda[];
  situations: Situation[];
  search: SearchIndex<OfferedAgenda>;
  find(slug: string): OfferedAgenda | undefined;
  department(slug: string): Department | undefined;
  /** Offered once, but not now. */
  withdrawal(slug: string): Withdrawal | undefined;
}

/** `message` is what the office wrote to people about it. */
interface Withdrawal {
  title: string;
  message: string | null;
}

export interface OfferedAgenda {
  slug: string;
  title: string;
  summary: string;
  keywords: string[];
  /** Names of its life situations. */
  situations: string[];
  definition: Definition;
  department: Department;
  /** Share of recent filings; only the order means anything. */
  popularity: number;
  /** How long it usually takes; null while too few cases say so. */
  usual: UsualDuration | null;
}

export interface Situation {
  slug: string;
  name: string;
  summary: string;
  icon: string;
}

interface Department {
  name: string;
  phone: string;
  email: string;
  site: { name: string; address: string; hours: { days: string; hours: string }[] };
}

export async function loadDirectory({ db, log }: Pick<Deps, 'db' | 'log'>): Promise<Directory> {
  const [agendas, situations, departments, popularity] = await Promise.all([
    db.agenda.findMany({ include: { versions: { where: { publishedAt: { not: null } } }, duration: true } }),
    db.lifeSituation.findMany({ orderBy: { position: 'asc' } }),
    db.department.findMany({ include: { site: true } }),
    recentFilings(db),
  ]);
  const names = new Map(situations.map(({ slug, name }) => [slug, name]));
  const departmentBySlug = new Map(departments.map(department => [department.slug, asDepartment(department)]));

  const offered = agendas.flatMap(({ id, slug, versions, duration }): OfferedAgenda[] => {
    const published = versions.find(version => version.status === 'published');
    if (!published) return [];
    const read = definitionSchema.safeParse(published.definition);
    const department = departmentBySlug.get(read.data?.department ?? '');
    if (!read.success || !department) {
      log.error({ agenda: slug, version: published.number }, 'a published agenda cannot be shown');
      return [];
    }
    const { title, summary, lifeSituations, translations } = read.data;
    // Found under its name in any language.
    const keywords = [...read.data.keywords, ...Object.values(translations).flatMap(texts => texts?.title ?? [])];
    const situationNames = lifeSituations.flatMap(situation => names.get(situation) ?? []);
    const filings = popularity.get(id) ?? 0;
    return [
      {
        slug,
        title,
        summary,
        keywords,
        situations: situationNames,
        definition: read.data,
        department,
        popularity: filings,
        usual: duration,
      },
    ];
  });
  offered.sort((a, b) => a.title.localeCompare(b.title, 'cs'));

  const bySlug = new Map(offered.map(agenda => [agenda.slug, agenda]));
  const withdrawals = new Map(
    agendas
      .filter(({ slug, versions }) => versions.length > 0 && !bySlug.has(slug))
      .map(({ slug, versions }) => [slug, withdrawalOf(versions)]),
  );
  return {
    agendas: offered,
    situations: situations.map(({ slug, name, summary, icon }) => ({ slug, name, summary, icon })),
    search: createSearch(offered),
    find: slug => bySlug.get(slug),
    department: slug => departmentBySlug.get(slug),
    withdrawal: slug => withdrawals.get(slug),
  };
}

type Ended = { number: number; title: string; withdrawnAt: Date | null; withdrawalMessage: string | null };

/** What was said last. */
function withdrawalOf(versions: Ended[]): Withdrawal {
  const last = versions.toSorted((a, b) => b.number - a.number).find(({ withdrawnAt }) => withdrawnAt !== null);
  return { title: last?.title ?? '', message: last?.withdrawalMessage ?? null };
}

/** Counted on a slice of the latest cases, so that it costs the same however many there are. */
async function recentFilings(db: Deps['db']): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ agendaId: string; filings: number }[]>`
    SELECT agenda_id AS "agendaId", count(*)::int AS filings
    FROM (SELECT agenda_id FROM "case" WHERE NOT trial ORDER BY id DESC LIMIT 5000) recent GROUP BY agenda_id`;
  return new Map(rows.map(({ agendaId, filings }) => [agendaId, filings]));
}

type DepartmentRow = {
  name: string;
  phone: string;
  email: string;
  site: { name: string; address: string; hours: unknown };
};

function asDepartment({ name, phone, email, site }: DepartmentRow): Department {
  return { name, phone, email, site: { name: site.name, address: site.address, hours: hoursOf(site.hours) } };
}

function hoursOf(stored: unknown): { days: string; hours: string }[] {
  const rows: unknown[] = Array.isArray(stored) ? stored : [];
  return rows.flatMap(row =>
    typeof row === 'object' && row !== null && 'days' in row && 'hours' in row
      ? [{ days: String(row.days), hours: String(row.hours) }]
      : [],
  );
}
