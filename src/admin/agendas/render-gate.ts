import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, type FormError } from '../../web/input.ts';
import { differences } from './differences.ts';
import { findVersion, type FoundVersion } from './find-version.ts';
import { reasonPrefix, reasonsOf, unexplained } from './gate-reasons.ts';
import { impactOf } from './impact.ts';
import { judge, type Judgement, type Reasons } from './judge.ts';
import { agendaPath, placePath } from './paths.ts';
import { findPublished } from './queries.ts';
import { timeEntries } from './read-time.ts';

export type GateDeps = Pick<Deps, 'db' | 'now' | 'vault' | 'definitions'>;

/** `gate`: whatever the gate finds that has no reason. */
type Mistakes = FormError[] | 'gate';

/** The page of the gate, with what was typed; on to the agenda when nothing is left to decide about the version. */
export async function renderGate(
  deps: GateDeps,
  req: Request,
  res: Response,
  mistakes: Mistakes = [],
  errorPart?: string,
): Promise<void> {
  const version = await findVersion(deps.db, req);
  if (!version) throw new NotFound();
  const { slug, number, status } = version;
  if (status !== 'draft' && status !== 'scheduled') {
    res.redirect(303, agendaPath(slug, number));
    return;
  }
  const body = formBody(req);
  const [judgement, published, impact] = await Promise.all([
    judge(deps.db, { ...version, now: deps.now() }),
    findPublished(deps.db, slug),
    impactOf(deps, version),
  ]);
  const errors = mistakes === 'gate' ? unexplained(judgement, reasonsOf(body)) : mistakes;
  res.render('admin/gate.njk', {
    section: 'sprava',
    place: 'agendy',
    ...gateView(version, judgement, reasonsOf(body)),
    published,
    impact,
    differences: published && (await differences(deps.db, { before: published.definition, after: version.definition })),
    when: body['kdy'] === 'pozdeji' ? 'pozdeji' : 'hned',
    entries: timeEntries(body),
    errors,
    errorPart,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  });
}

function gateView(version: FoundVersion, { errors, warnings }: Judgement, reasons: Reasons): object {
  const { slug, number, status, publishAt, fingerprint, definition } = version;
  const href = (path: string): string => placePath(slug, definition, path);
  return {
    slug,
    number,
    status,
    publishAt,
    fingerprint,
    agendaTitle: definition.title || slug,
    mistakes: errors.map(({ label, message, path }) => ({ label, message, href: href(path) })),
    warnings: warnings.map(({ key, label, message, path }) => ({
      id: `${reasonPrefix}${key}`,
      label,
      message,
      href: href(path),
      reason: reasons[key] ?? '',
    })),
  };
}
