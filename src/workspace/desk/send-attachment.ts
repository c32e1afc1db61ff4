import type { RequestHandler } from 'express';
import { sendAttachment } from '../../attachments/send.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import { formatReference, parseReference } from '../../core/case/reference.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam, textParam } from '../../web/input.ts';
import { officerOf } from '../officer-of.ts';

/** GET /urad/pripady/:ref/prilohy/:id: a filed attachment, for officers who see its case. */
export function sendCaseAttachment(deps: Pick<Deps, 'db' | 'files' | 'vault'>): RequestHandler {
  return async (req, res) => {
    const reference = parseReference(textParam(req, 'ref'));
    if (!reference) throw new NotFound();
    const itsCase = { AND: [{ reference: formatReference(reference) }, visibleTo(officerOf(req))] };
    const attachment = await deps.db.attachment.findFirst({ where: { id: idParam(req, 'id'), case: itsCase } });
    if (!attachment) throw new NotFound();
    await sendAttachment(res, deps, attachment);
  };
}
