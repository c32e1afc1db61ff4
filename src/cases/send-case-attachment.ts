import type { RequestHandler } from 'express';
import { sendAttachment } from '../attachments/send.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../web/errors.ts';
import { idParam } from '../web/input.ts';
import { readableCases, readerOf } from './scope.ts';

/** A file of a filing, to those who may see the filing. */
export function sendCaseAttachment(deps: Deps): RequestHandler {
  return async (req, res) => {
    const attachment = await deps.db.attachment.findFirst({
      where: {
        id: idParam(req, 'id'),
        case: readableCases(readerOf(req)),
        // A letter that is still being prepared is the office's own.
        OR: [{ letterId: null }, { letter: { state: 'issued' } }],
      },
    });
    if (!attachment) throw new NotFound();
    await sendAttachment(res, deps, attachment);
  };
}
