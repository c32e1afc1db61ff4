import type { Request, RequestHandler } from 'express';
import { sendAttachment, sendPreview } from '../../attachments/send.ts';
import { recordAudit } from '../../audit/record.ts';
import { visibleTo, workableBy } from '../../core/case/permissions.ts';
import { parseReference } from '../../core/case/reference.ts';
import type { Deps } from '../../deps.ts';
import type { Attachment } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam, textParam } from '../../web/input.ts';
import { officerOf } from '../../web/officer-of.ts';

type SendDeps = Pick<Deps, 'db' | 'files' | 'vault' | 'now'>;

/** GET /urad/pripady/:ref/prilohy/:id: a filed attachment, for officers who see its case. */
export function sendCaseAttachment(deps: SendDeps): RequestHandler {
  return async (req, res) => {
    await sendAttachment(res, deps, await found(deps, req, 'attachmentOpened'));
  };
}

/** GET /urad/pripady/:ref/prilohy/:id/nahled: the same to be looked at beside the answers. */
export function previewCaseAttachment(deps: SendDeps): RequestHandler {
  return async (req, res) => {
    await sendPreview(res, deps, await found(deps, req, 'attachmentShown'));
  };
}

/** Who has had it in their hands is known (GDPR art. 32). Who was only asked for something sees what was filed, no messages and letters. */
async function found(
  { db, now }: SendDeps,
  req: Request,
  action: 'attachmentOpened' | 'attachmentShown',
): Promise<Attachment> {
  const reference = parseReference(textParam(req, 'ref'));
  if (reference === null) throw new NotFound();
  const officer = officerOf(req);
  const attachment = await db.attachment.findFirst({
    where: {
      id: idParam(req, 'id'),
      case: { reference },
      OR: [{ case: workableBy(officer) }, { case: visibleTo(officer), messageId: null, letterId: null }],
    },
  });
  if (!attachment?.caseId) throw new NotFound();
  const details = { reference, attachmentId: attachment.id };
  await recordAudit(db, { actor: req.actor, at: now(), action, subject: `case/${attachment.caseId}`, details });
  return attachment;
}
