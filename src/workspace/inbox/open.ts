import type { RequestHandler, Response } from 'express';
import type { Officer } from '../../core/actor.ts';
import { parseReference } from '../../core/case/reference.ts';
import { administrative, may } from '../../core/office/rights.ts';
import { queryText } from '../../web/input.ts';
import type { ReadDirectory } from '../directory.ts';
import { officerOf } from '../../web/officer-of.ts';
import { readInboxRequest } from './request.ts';
import { type InboxDeps, showInbox } from './show.ts';

/** GET /urad: the cases that wait for this officer, the most urgent first. */
export function openInbox(deps: InboxDeps, directory: ReadDirectory): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const reference = parseReference(queryText(req, 'hledat'));
    if (reference !== null) {
      res.redirect(303, `/urad/pripady/${reference}`);
      return;
    }
    const request = readInboxRequest(req, officer);
    if (!request) {
      noCases(res, officer);
      return;
    }
    await showInbox(deps, directory, { res, officer, request });
  };
}

/** Who administers agendas alone has no cases, and works elsewhere. */
function noCases(res: Response, officer: Officer): void {
  if (administrative.some(right => may(officer, right))) res.redirect(303, '/sprava');
  else res.render('workspace/no-cases.njk', { section: 'urad' });
}
