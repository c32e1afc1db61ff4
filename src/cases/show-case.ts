import type { RequestHandler } from 'express';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import { textParam } from '../web/input.ts';
import { caseView } from './case-view.ts';
import { findCase } from './find-case.ts';
import { notReadable } from './not-readable.ts';
import { readerOf } from './scope.ts';

export function showCase(deps: Deps): RequestHandler {
  return async (req, res) => {
    const reference = textParam(req, 'ref');
    const now = deps.now();
    const found = await findCase(deps, { reference, reader: readerOf(req), today: dayInPrague(now) });
    if (found)
      res.set('Cache-Control', 'no-store').render('cases/case.njk', {
        ...caseView(found, now),
        isTrial: found.submission.trial === true,
      });
    else await notReadable(deps, req, res, reference);
  };
}
