import type { Request, RequestHandler, Response } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { type ArchiveProblem, writeArchive } from '../../documents/archive.ts';
import { dataExported } from '../../notifications/account-letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { formView } from '../../web/form-view.ts';
import type { FormError } from '../../web/input.ts';
import { createLimiter } from '../../web/limits.ts';
import { auditAccount } from '../audit-account.ts';
import type { IdentityLimits } from '../limits.ts';
import { ownActor, ownId } from '../own-id.ts';
import { pageUrl } from '../../web/page-url.ts';
import { proveAnew, stepUpOf } from '../step-up.ts';
import { type Contents, entriesOf } from './entries.ts';

interface ExportPage {
  show: RequestHandler;
  send: RequestHandler;
}

const path = '/ucet/vse';
/** Each reads all that somebody has. */
const copies = 5;

/** /ucet/vse: all that the portal keeps of a person, in one file (GDPR, articles 15 and 20). */
export function exportPage(deps: Deps, limits: IdentityLimits): ExportPage {
  const limiter = createLimiter({ pool: deps.pool, name: 'export-account', attempts: copies });

  async function render(req: Request, res: Response, errors: FormError[] = []): Promise<void> {
    const view = { ...formView({}, errors), stepUp: await stepUpOf(deps, req, path) };
    res.status(errors.length > 0 ? 400 : 200).render('identity/export/page.njk', view);
  }

  return {
    show: (req, res) => render(req, res),
    send: async (req, res) => {
      const refusal = await proveAnew(deps, limits, req);
      if (refusal) {
        await render(req, res, [refusal]);
        return;
      }
      await limiter.spend(ownId(req));
      await tell(deps, req);
      await send(deps, req, res);
    },
  };
}

async function send(deps: Deps, req: Request, res: Response): Promise<void> {
  const at = deps.now();
  const contents: Contents = { at, cases: [], drafts: [], hasMails: false, problems: [] };
  const entries = entriesOf(deps, { actor: ownActor(req), contents, printIndex: found => printIndex(req, found) });
  res.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="portal-obcana-${dayInPrague(at).toString()}.zip"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  const onProblem = (entry: { path: string }, problem: ArchiveProblem, error: unknown): void => {
    contents.problems.push({ path: entry.path, problem });
    // Names of files are people's, so the log gets none.
    deps.log.error({ err: error, problem }, 'a file of an export cannot be read');
  };
  try {
    await writeArchive({ entries, output: res, onProblem, now: at });
  } catch (error) {
    // Either the person has closed the connection, or it is closed now: half an archive must not look like a whole one.
    if (!res.destroyed) res.destroy();
    if (!isClosed(error)) deps.log.error({ err: error }, 'an export ended before its end');
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function printIndex({ app }: Request, contents: Contents): Promise<string> {
  return new Promise((resolve, reject) => {
    app.render('identity/export/index.njk', contents, (error: Error | null, html: string) => {
      if (error) reject(error);
      else resolve(html);
    });
  });
}

/** Before anything is sent: what was not written down has not happened. */
async function tell(deps: Deps, req: Request): Promise<void> {
  const actor = ownActor(req);
  const { accountId } = actor;
  await deps.db.$transaction(async tx => {
    await auditAccount(tx, { actor, at: deps.now(), action: 'dataExported', accountId, details: {} });
    const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
    if (email === null) return;
    const letter = dataExported({ at: deps.now(), signInsLink: pageUrl(deps, '/ucet/prihlaseni') });
    await enqueueMail(tx, deps, { kind: 'dataExported', to: email, ...letter });
  });
}
