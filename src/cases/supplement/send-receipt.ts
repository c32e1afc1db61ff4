import type { RequestHandler } from 'express';
import { contentDisposition } from '../../attachments/send.ts';
import type { Deps } from '../../deps.ts';
import { correctionPdf } from '../../documents/correction-receipt.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { withCase } from '../with-case.ts';
import { correctionText } from './correction.ts';
import type { Correction } from './read-corrections.ts';

/** GET /pripady/:ref/opravy/:correction/potvrzeni.pdf: made anew each time, and each time the same to the byte. */
export function sendCorrectionReceipt(deps: Deps): RequestHandler {
  return withCase(deps, async (found, req, res) => {
    const id = idParam(req, 'correction');
    const correction = found.corrections.find(candidate => candidate.id === id);
    const pdf = correction && (await printCorrection(deps, correction));
    if (!pdf) throw new NotFound();
    const name = `oprava-${correction.reference}-${correction.number}.pdf`;
    res.type('application/pdf').set('Content-Disposition', contentDisposition(name)).send(pdf);
  });
}

/** Null when it is not there. */
export async function printCorrection(
  { db, vault, config }: Pick<Deps, 'db' | 'vault' | 'config'>,
  correction: Correction,
): Promise<Buffer | null> {
  const { id, sentAt } = correction;
  const stored = await db.caseCorrection.findUnique({ where: { id }, select: { content: true, contentHash: true } });
  if (!stored) return null;
  return correctionPdf({
    ...correction,
    sentAt: Temporal.Instant.from(sentAt),
    text: correctionText(vault, id, stored.content),
    hash: Buffer.from(stored.contentHash).toString('hex'),
    portalUrl: config.publicUrl,
  });
}
