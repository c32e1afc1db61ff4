import type { RequestHandler } from 'express';
import { contentDisposition } from '../../attachments/send.ts';
import type { Deps } from '../../deps.ts';
import { correctionPdf } from '../../documents/correction-receipt.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { withCase } from '../with-case.ts';
import { correctionText } from './correction.ts';

/** GET /pripady/:ref/opravy/:correction/potvrzeni.pdf: made anew each time, and each time the same to the byte. */
export function sendCorrectionReceipt(deps: Deps): RequestHandler {
  return withCase(deps, async (found, req, res) => {
    const id = idParam(req, 'correction');
    const correction = found.corrections.find(candidate => candidate.id === id);
    const stored =
      correction &&
      (await deps.db.caseCorrection.findUnique({ where: { id }, select: { content: true, contentHash: true } }));
    if (!correction || !stored) throw new NotFound();
    const pdf = await correctionPdf({
      ...correction,
      sentAt: Temporal.Instant.from(correction.sentAt),
      text: correctionText(deps.vault, id, stored.content),
      hash: Buffer.from(stored.contentHash).toString('hex'),
      portalUrl: deps.config.publicUrl,
    });
    const name = `oprava-${correction.reference}-${correction.number}.pdf`;
    res.type('application/pdf').set('Content-Disposition', contentDisposition(name)).send(pdf);
  });
}
