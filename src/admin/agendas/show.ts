import type { Request, RequestHandler, Response } from 'express';
import { accountOf } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { type FormError, queryText, textParam } from '../../web/input.ts';
import { differences } from './differences.ts';
import type { Acknowledgement } from './judge.ts';
import {
  type AgendaRow,
  countRunning,
  findAgenda,
  findDefinition,
  findPublished,
  findTrials,
  type VersionRow,
} from './queries.ts';

type ShowDeps = Pick<Deps, 'db' | 'now'>;

/** GET /sprava/agendy/:slug?verze=2: the versions of an agenda and what one of them says. */
export function showAgenda(deps: ShowDeps): RequestHandler {
  return async (req, res) => {
    await renderAgenda(deps, req, res, { number: Number(queryText(req, 'verze')) });
  };
}

interface Shown {
  number: number;
  errors?: FormError[];
  /** The message to people as it was typed. */
  message?: string;
}

/** Also answers a change that was refused: the page as it is now, and a sentence why. */
export async function renderAgenda(
  { db, now }: ShowDeps,
  req: Request,
  res: Response,
  { number, errors = [], message = '' }: Shown,
): Promise<void> {
  const agenda = await findAgenda(db, textParam(req, 'slug'));
  const version = agenda && choose(agenda, number);
  const stored = version && (await findDefinition(db, version.id));
  if (!stored) throw new NotFound();
  const { slug, versions } = agenda;
  const [running, departments, published, trials] = await Promise.all([
    countRunning(db, { slug, now: now() }),
    db.department.findMany({ select: { slug: true, name: true } }),
    findPublished(db, slug),
    findTrials(db, { slug, accountId: accountOf(req.actor) }),
  ]);
  const isPending = version.status === 'draft' || version.status === 'scheduled';
  res.render('admin/agenda.njk', {
    section: 'sprava',
    place: 'agendy',
    agenda,
    version,
    published,
    pending: versions.find(({ status }) => status === 'draft' || status === 'scheduled') ?? null,
    definition: stored.definition,
    fingerprint: stored.fingerprint,
    acknowledgements: version.acknowledgements as Acknowledgement[],
    running,
    trials,
    differences:
      isPending && published ? await differences(db, { before: published.definition, after: stored.definition }) : null,
    departmentNames: Object.fromEntries(departments.map(({ slug, name }) => [slug, name])),
    message,
    errors,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
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
