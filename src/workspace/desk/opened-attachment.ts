import type { Request } from 'express';
import { recordAudit } from '../../audit/record.ts';
import { parseReference } from '../../core/case/reference.ts';
import type { Deps } from '../../deps.ts';
import type { Attachment, Prisma } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam, textParam } from '../../web/input.ts';

interface Wanted {
  /** Which attachments the officer may open. */
  scope: Prisma.AttachmentWhereInput;
  action: 'attachmentOpened' | 'attachmentShown';
}

/** The attachment the path names, within a scope. Who has had it in their hands is known (GDPR art. 32). */
export async function openedAttachment(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  req: Request,
  { scope, action }: Wanted,
): Promise<Attachment> {
  const reference = parseReference(textParam(req, 'ref'));
  if (reference === null) throw new NotFound();
  const attachment = await db.attachment.findFirst({
    where: { AND: [{ id: idParam(req, 'id'), case: { reference } }, scope] },
  });
  if (!attachment?.caseId) throw new NotFound();
  const details = { reference, attachmentId: attachment.id };
  await recordAudit(db, { actor: req.actor, at: now(), action, subject: `case/${attachment.caseId}`, details });
  return attachment;
}
