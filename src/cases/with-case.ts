import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import { queryText, textParam } from '../web/input.ts';
import type { KeepForm } from '../web/route.ts';
import { findCase, type FoundCase } from './find-case.ts';
import { notReadable } from './not-readable.ts';
import { readerOf } from './scope.ts';

export type CaseHandler = (found: FoundCase, req: Request, res: Response) => Promise<void> | void;

/**
 * Opens the case of the path for whoever may read it as its applicant; for others it is not there. What they sent, `keep`
 * may keep for the applicant.
 */
export function withCase(deps: Deps, handler: CaseHandler, keep?: KeepForm): RequestHandler {
  return async (req, res) => {
    const reference = textParam(req, 'ref');
    const today = dayInPrague(deps.now());
    const found = await findCase(deps, { reference, reader: readerOf(req), today, olderThan: olderThan(req) });
    if (!found) {
      const back = await keep?.(req, res);
      if (back) {
        res.redirect(303, back);
        return;
      }
      await notReadable(deps, req, res, reference);
      return;
    }
    res.set('Cache-Control', 'no-store');
    // Layouts say so above everything else.
    res.locals['isTrial'] = found.submission.trial === true;
    await handler(found, req, res);
  };
}

const uuid = z.uuid();

/** `?zpravy=`: the message behind which older ones are wanted. */
function olderThan(req: Request): string | null {
  return uuid.safeParse(queryText(req, 'zpravy')).data ?? null;
}
