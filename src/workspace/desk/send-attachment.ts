import type { RequestHandler } from 'express';
import { sendAttachment } from '../../attachments/send.ts';
import { recordAudit } from '../../audit/record.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import { parseReference } from '../../core/case/reference.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam, textParam } from '../../web/input.ts';
import { officerOf } from '../officer-of.ts';

/** GET /urad/pripady/:ref/prilohy/:id: a filed attachment, for officers who see its case. */
export function sendCaseAttachment(deps: Pick<Deps, 'db' | 'files' | 'vault' | 'now'>): RequestHandler {
  return async (req, res) => {
    const reference = parseReference(textParam(req, 'ref'));
    if (reference === null) throw new NotFound();
    const itsCase = { AND: [{ reference }, visibleTo(officerOf(req))] };
    const attachment = await deps.db.attachment.findFirst({ where: { id: idParam(req, 'id'), case: itsCase } });
    if (!attachment?.caseId) throw new NotFound();
    await recordAudit(deps.db, {
      actor: req.actor,
      at: deps.now(),
      action: 'attachmentOpened',
      subject: `case/${attachment.caseId}`,
      details: { reference, attachmentId: attachment.id },
    });
    await sendAttachment(res, deps, attachment);
  };
}
