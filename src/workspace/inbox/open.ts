import type { RequestHandler, Response } from 'express';
import type { Officer } from '../../core/actor.ts';
import { parseReference } from '../../core/case/reference.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../web/input.ts';
import type { ReadDirectory } from '../directory.ts';
import { officerOf } from '../officer-of.ts';
import { inboxPage } from './page.ts';
import { findInbox } from './queries.ts';
import { readInboxRequest } from './request.ts';

/** GET /urad: the cases that wait for this officer, the most urgent first. */
export function openInbox(deps: Pick<Deps, 'pool' | 'vault' | 'now'>, readDirectory: ReadDirectory): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const typed = queryText(req, 'znacka');
    const reference = parseReference(typed);
    if (reference !== null) {
      res.redirect(303, `/urad/pripady/${reference}`);
      return;
    }
    const request = readInboxRequest(req, officer);
    if (!request) {
      noCases(res, officer);
      return;
    }
    const today = dayInPrague(deps.now());
    const [inbox, directory] = await Promise.all([findInbox(deps.pool, { officer, request, today }), readDirectory()]);
    res.render('workspace/inbox.njk', inboxPage({ ...deps, today, officer, request, inbox, directory, typed }));
  };
}

/** Who administers agendas alone has no cases, and works elsewhere. */
function noCases(res: Response, officer: Officer): void {
  if (officer.roles.includes('admin')) res.redirect(303, '/sprava');
  else res.render('workspace/no-cases.njk', { section: 'urad' });
}
