import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import { queryText, textParam } from '../web/input.ts';
import { findCase, type FoundCase } from './find-case.ts';
import { notReadable } from './not-readable.ts';
import { readerOf } from './scope.ts';

type CaseHandler = (found: FoundCase, req: Request, res: Response) => Promise<void> | void;

/** Opens the case of the path for whoever may read it as its applicant; for others it is not there. */
export function withCase(deps: Deps, handler: CaseHandler): RequestHandler {
  return async (req, res) => {
    const reference = textParam(req, 'ref');
    const today = dayInPrague(deps.now());
    const found = await findCase(deps, { reference, reader: readerOf(req), today, olderThan: olderThan(req) });
    if (!found) {
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
