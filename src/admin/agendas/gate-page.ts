import type { Request, RequestHandler, Response } from 'express';
import { formatDateTime } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, type FormError } from '../../web/input.ts';
import { differences } from './differences.ts';
import { findVersion, type FoundVersion, versionParams } from './find-version.ts';
import { impactOf } from './impact.ts';
import { judge, type Judgement, type Reasons } from './judge.ts';
import { agendaPath, placePath } from './paths.ts';
import { cancelSchedule, publishVersion, type PublishRefusal, scheduleVersion } from './publish-version.ts';
import { findPublished } from './queries.ts';
import { readCommand } from './read-command.ts';
import { readTime, timeEntries } from './read-time.ts';
import { refusedSentence } from './refused.ts';

type GateDeps = Pick<Deps, 'db' | 'now' | 'vault' | 'definitions'>;

/** GET /sprava/agendy/:slug/verze/:number/zverejneni: what stands in the way of publishing, and what it would do. */
export function showGate(deps: GateDeps): RequestHandler {
  return async (req, res) => {
    await renderGate(deps, req, res);
  };
}

/** POST to the same: now, or at a time; nothing as long as an error or a warning without a reason remains. */
export function passGate(deps: GateDeps): RequestHandler {
  return async (req, res) => {
    const body = formBody(req);
    const when = body['kdy'] === 'pozdeji' ? readTime(timeEntries(body), deps.now()) : null;
    if (when && !when.ok) {
      await renderGate(deps, req, res.status(400), [{ field: when.field, message: when.message }], when.part);
      return;
    }
    const reasons = reasonsOf(body);
    const long = tooLong(reasons);
    if (long.length > 0) {
      await renderGate(deps, req, res.status(400), long);
      return;
    }
    const command = { ...readCommand(deps, req), reasons };
    const result = when
      ? await scheduleVersion(deps, { ...command, publishAt: when.at })
      : await publishVersion(deps, command);
    const { slug, number } = command;
    if (result.ok) {
      req.session.notice = when
        ? `Verze ${number} se zveřejní ${formatDateTime(when.at, 'minutes')}. Do té doby to můžete zrušit.`
        : `Verze ${number} je zveřejněná. Kdo teď začne vyplňovat, vyplňuje ji.`;
      res.redirect(303, agendaPath(slug, number));
      return;
    }
    await refuse(deps, req, res, result);
  };
}

/** POST /sprava/agendy/:slug/verze/:number/zverejneni/zruseni */
export function cancelPublication(deps: GateDeps): RequestHandler {
  return async (req, res) => {
    const command = readCommand(deps, req);
    const result = await cancelSchedule(deps, command);
    if (!result.ok) {
      await refuse(deps, req, res, result);
      return;
    }
    req.session.notice = `Zveřejnění jsme zrušili. Verze ${command.number} je zase koncept.`;
    res.redirect(303, agendaPath(command.slug, command.number));
  };
}

const reasonPrefix = 'duvod-';

function reasonsOf(body: Record<string, unknown>): Reasons {
  return Object.fromEntries(
    Object.entries(body)
      .filter((entry): entry is [string, string] => entry[0].startsWith(reasonPrefix) && typeof entry[1] === 'string')
      .map(([name, reason]) => [name.slice(reasonPrefix.length), reason]),
  );
}

const longestReason = 500;

function tooLong(reasons: Reasons): FormError[] {
  return Object.entries(reasons)
    .filter(([, reason]) => (reason ?? '').length > longestReason)
    .map(([key]) => ({
      field: `${reasonPrefix}${key}`,
      message: `Zkraťte důvod, může mít nejvýš ${longestReason}\u00a0znaků`,
    }));
}

async function refuse(deps: GateDeps, req: Request, res: Response, refusal: PublishRefusal): Promise<void> {
  if (refusal.reason === 'missing') throw new NotFound();
  if (refusal.reason === 'gate') {
    await renderGate(deps, req, res.status(400), 'gate');
    return;
  }
  const { slug, number } = versionParams(req);
  const message = refusedSentence(number, refusal);
  const version = await findVersion(deps.db, req);
  if (version?.status === 'draft' || version?.status === 'scheduled') {
    await renderGate(deps, req, res.status(409), [{ field: '', message }]);
    return;
  }
  // Nothing is left to decide about it.
  req.session.notice = message;
  res.redirect(303, agendaPath(slug, number));
}

type Mistakes = FormError[] | 'gate';

async function renderGate(
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

function unexplained({ errors, warnings }: Judgement, reasons: Reasons): FormError[] {
  return [
    ...(errors.length > 0 ? [{ field: 'chyby', message: 'Nejdřív opravte, co brání zveřejnění' }] : []),
    ...warnings
      .filter(({ key }) => (reasons[key] ?? '').trim() === '')
      .map(({ key }) => ({ field: `${reasonPrefix}${key}`, message: 'Napište, proč upozornění může zůstat' })),
  ];
}
