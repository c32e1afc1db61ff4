import type { Request, RequestHandler, Response } from 'express';
import type { Definition } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { queryText, textParam } from '../../web/input.ts';
import { type Change, changes } from './changes.ts';
import { type AgendaRow, countRunning, findAgenda, findDefinition, type VersionRow } from './queries.ts';

type ShowDeps = Pick<Deps, 'db' | 'now'>;

/** GET /sprava/agendy/:slug?verze=2: the versions of an agenda and what one of them says. */
export function showAgenda(deps: ShowDeps): RequestHandler {
  return async (req, res) => {
    await renderAgenda(deps, req, res, { number: Number(queryText(req, 'verze')) });
  };
}

type Shown = { number: number; problem?: string };

/** Also answers a change that was refused: the page as it is now, and a sentence why. */
export async function renderAgenda(
  { db, now }: ShowDeps,
  req: Request,
  res: Response,
  { number, problem }: Shown,
): Promise<void> {
  const agenda = await findAgenda(db, textParam(req, 'slug'));
  const version = agenda && choose(agenda, number);
  const stored = version && (await findDefinition(db, version.id));
  if (!stored) throw new NotFound();
  const published = agenda.versions.find(({ status }) => status === 'published') ?? null;
  const [running, departments, pending] = await Promise.all([
    countRunning(db, { slug: agenda.slug, now: now() }),
    db.department.findMany({ select: { slug: true, name: true } }),
    version.status === 'draft' && published ? changesSince(db, published, stored.definition) : null,
  ]);
  res.render('admin/agenda.njk', {
    section: 'sprava',
    place: 'agendy',
    agenda,
    version,
    published,
    ...stored,
    running,
    changes: pending,
    departmentNames: Object.fromEntries(departments.map(({ slug, name }) => [slug, name])),
    errors: problem ? [{ field: '', message: problem }] : [],
  });
}

/** The one that was asked for; otherwise what people fill in now, otherwise the newest. */
function choose({ versions }: AgendaRow, number: number): VersionRow | undefined {
  return (
    versions.find(version => version.number === number) ??
    versions.find(version => version.status === 'published') ??
    versions[0]
  );
}

async function changesSince(db: Deps['db'], published: VersionRow, draft: Definition): Promise<Change[] | null> {
  const before = await findDefinition(db, published.id);
  return before && changes(before.definition, draft);
}
