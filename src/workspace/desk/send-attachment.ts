import type { Request, RequestHandler } from 'express';
import { sendAttachment, sendPreview } from '../../attachments/send.ts';
import { visibleTo, workableBy } from '../../core/case/permissions.ts';
import type { Deps } from '../../deps.ts';
import type { Attachment } from '../../generated/prisma/client.ts';
import { officerOf } from '../../web/officer-of.ts';
import { openedAttachment } from './opened-attachment.ts';

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

/** Who was only asked for something sees what was filed, no messages and letters. */
function found(deps: SendDeps, req: Request, action: 'attachmentOpened' | 'attachmentShown'): Promise<Attachment> {
  const officer = officerOf(req);
  const scope = { OR: [{ case: workableBy(officer) }, { case: visibleTo(officer), messageId: null, letterId: null }] };
  return openedAttachment(deps, req, { scope, action });
}
