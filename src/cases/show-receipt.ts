import type { RequestHandler } from 'express';
import { contentDisposition } from '../attachments/send.ts';
import type { Deps } from '../deps.ts';
import { receiptPdf } from '../documents/receipt.ts';
import { textParam } from '../web/input.ts';
import { proofView } from '../authorisation/proof-view.ts';
import { confirmPath } from './links.ts';
import { findFiling, type FoundFiling } from './find-filing.ts';
import { notReadable } from './not-readable.ts';
import { readerOf } from './scope.ts';
import { submissionView } from './submission-view.ts';
import { trackingCode } from './tracking.ts';

/** What stays in the person's hands after filing. */
export function showReceipt(deps: Deps): RequestHandler {
  return withFiling(deps, (filing, res) => {
    const { submission, hash, dueOn, hasAccount, isWaiting, isToldCode, confirmUntil, proof } = filing;
    const { reference } = submission;
    res.render('cases/receipt.njk', {
      reference,
      isTrial: submission.trial === true,
      agenda: submission.title,
      filedAt: Temporal.Instant.from(submission.filedAt),
      department: submission.department,
      email: submission.applicant.email,
      dueOn,
      hasAccount,
      isWaiting,
      confirmUntil,
      confirmHref: confirmPath(reference),
      proof: proof && proofView(proof),
      filedBy: submission.agent ?? null,
      trackingCode: isToldCode ? trackingCode(deps.vault, filing.caseId) : null,
      caseHref: `/pripady/${reference}`,
      submission: submissionView(submission),
      hash,
      pdfHref: `/pripady/${reference}/potvrzeni.pdf`,
    });
  });
}

/** The same receipt to keep; made anew each time, and each time the same to the byte. */
export function sendReceipt(deps: Deps): RequestHandler {
  return withFiling(deps, async (filing, res) => {
    const name = `potvrzeni-${filing.submission.reference}.pdf`;
    const pdf = await printReceipt(deps, filing);
    res.type('application/pdf').set('Content-Disposition', contentDisposition(name)).send(pdf);
  });
}

export function printReceipt(
  { vault, config }: Pick<Deps, 'vault' | 'config'>,
  filing: Pick<FoundFiling, 'caseId' | 'submission' | 'text' | 'hash' | 'isToldCode' | 'confirmUntil' | 'proof'>,
): Promise<Buffer> {
  const { caseId, submission, text, hash, confirmUntil, proof } = filing;
  return receiptPdf({
    ...submission,
    filedAt: Temporal.Instant.from(submission.filedAt),
    trackingCode: filing.isToldCode ? trackingCode(vault, caseId) : null,
    text,
    hash,
    confirmUntil,
    proof: proof && proofView(proof),
    portalUrl: config.publicUrl,
  });
}

type Show = (filing: FoundFiling, res: Parameters<RequestHandler>[1]) => Promise<void> | void;

function withFiling(deps: Deps, show: Show): RequestHandler {
  return async (req, res) => {
    const reference = textParam(req, 'ref');
    const filing = await findFiling(deps, { reference, reader: readerOf(req) });
    if (!filing) {
      await notReadable(deps, req, res, reference);
      return;
    }
    res.set('Cache-Control', 'no-store');
    await show(filing, res);
  };
}
