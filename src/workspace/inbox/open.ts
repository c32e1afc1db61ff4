import type { RequestHandler, Response } from 'express';
import type { Officer } from '../../core/actor.ts';
import { parseReference } from '../../core/case/reference.ts';
import { administrative, may } from '../../core/office/rights.ts';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { visibleCases } from '../scope.ts';
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
      const where = (await sees(deps, officer, reference)) ? `pripady/${reference}` : `nahlednuti?znacka=${reference}`;
      res.redirect(303, `/urad/${where}`);
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

/** Others' cases they may ask to look into; whoever works none is told by the desk that there is nothing. */
async function sees({ pool }: InboxDeps, officer: Officer, reference: string): Promise<boolean> {
  if (!may(officer, 'workCases')) return true;
  const found = await prepared(
    pool,
    Prisma.sql`SELECT FROM "case" c WHERE c.reference = ${reference} AND (${visibleCases(officer)})`,
  );
  return found.length > 0;
}

/** Who administers agendas alone has no cases, and works elsewhere. */
function noCases(res: Response, officer: Officer): void {
  if (administrative.some(right => may(officer, right))) res.redirect(303, '/sprava');
  else res.render('workspace/no-cases.njk', { section: 'urad' });
}
