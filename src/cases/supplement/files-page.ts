import type { Request, RequestHandler } from 'express';
import { uploadMessage } from '../../attachments/problems.ts';
import { receiveUpload } from '../../attachments/receive.ts';
import { sendAttachment } from '../../attachments/send.ts';
import type { Slot } from '../../core/form/evaluate.ts';
import type { AppDeps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam, textParam } from '../../web/input.ts';
import { keepFile } from './keep-file.ts';
import type { OpenSupplement } from './open-supplement.ts';
import { supplementView } from './supplement-view.ts';
import { withSupplement } from './with-supplement.ts';

/** POST /pripady/:ref/doplneni/prilohy/:slot: one file alone, as a script sends it. */
export function uploadToSupplement(deps: AppDeps): RequestHandler {
  return withSupplement(deps, async (open, req, res) => {
    const slot = slotOf(open, req);
    const received = await receiveUpload(req, res, { deps, slot });
    const keeping = received.ok
      ? await keepFile(deps, { caseId: open.found.id, slot, file: received.file })
      : received.problem;
    if (keeping === 'kept' || keeping === 'again') {
      req.session.notice = 'Soubor je nahraný.';
      res.redirect(303, `/pripady/${open.found.submission.reference}/doplneni#${slot.id}-slot`);
      return;
    }
    const fileErrors = new Map([[slot.id, uploadMessage(keeping, slot)]]);
    res.status(400).render('cases/supplement/form.njk', supplementView(open, { isJudged: () => false, fileErrors }));
  });
}

/** GET /pripady/:ref/doplneni/soubory/:id: a file that has not been sent yet. */
export function downloadFromSupplement(deps: AppDeps): RequestHandler {
  return withSupplement(deps, async (open, req, res) => {
    const where = { id: idParam(req, 'id'), correctionDraftId: open.found.id };
    const attachment = await deps.db.attachment.findFirst({ where });
    if (!attachment) throw new NotFound();
    await sendAttachment(res, deps, attachment);
  });
}

function slotOf({ correction }: OpenSupplement, req: Request): Slot {
  const id = textParam(req, 'slot');
  const slot = correction.slots.find(candidate => candidate.id === id);
  if (!slot) throw new NotFound();
  return slot;
}
