import type { AppDeps } from '../deps.ts';
import { get, post, type Route } from '../web/route.ts';
import { createLimiter, perAddress } from '../web/limits.ts';
import { writeToOffice } from './messages/write-page.ts';
import { beginAppeal, type BeginAppealDraft } from './appeal/begin-appeal.ts';
import { confirming } from './confirm-page.ts';
import { keepForApplicant } from './kept.ts';
import { myFilings } from './my-filings.ts';
import { readersPage } from './looks/readers-page.ts';
import { inspection } from './requests/inspect.ts';
import { withdrawal } from './requests/withdraw.ts';
import { sendCaseAttachment } from './send-case-attachment.ts';
import { showCase } from './show-case.ts';
import { sendReceipt, showReceipt } from './show-receipt.ts';
import { answerSupplement } from './supplement/answer-supplement.ts';
import { downloadFromSupplement, uploadToSupplement } from './supplement/files-page.ts';
import { sendCorrectionReceipt } from './supplement/send-receipt.ts';
import { sendSupplement, showSupplementSummary } from './supplement/summary-page.ts';
import { askFurther, showSupplement } from './supplement/supplement-page.ts';
import { tracking } from './track-case.ts';
import { verifying } from './verify-receipt.ts';

/** The applicant's side of a filed case. Guards are wide, since guests file too: whose case it is, the reads decide. How an appeal is begun, another slice says. */
export function caseRoutes(deps: AppDeps, { beginDraft }: { beginDraft: BeginAppealDraft }): Route[] {
  const { show, open } = tracking(deps);
  const receipts = verifying(deps);
  const withdrawing = withdrawal(deps);
  const inspecting = inspection(deps);
  const confirm = confirming(deps);
  const keep = keepForApplicant(deps);
  const { pool, config } = deps;
  // The same limit as of any form that is begun.
  const starting = perAddress(createLimiter({ pool, name: 'draft-address', attempts: config.rates.draftsPerAddress }));
  // What goes to the office costs somebody time, and may need no account.
  const acting = perAddress(createLimiter({ pool, name: 'case-address', attempts: config.rates.messagesPerAddress }));
  const uploading = perAddress(
    createLimiter({ pool, name: 'upload-address', attempts: config.rates.uploadsPerAddress }),
  );
  return [
    get('/moje', 'signedIn', myFilings(deps)),
    get('/pripady/:ref', 'anyone', showCase(deps)),
    get('/pripady/:ref/nahledy', 'anyone', readersPage(deps)),
    get('/pripady/:ref/potvrzeni', 'anyone', showReceipt(deps)),
    get('/pripady/:ref/potvrzeni.pdf', 'anyone', sendReceipt(deps), { kind: 'file' }),
    post('/pripady/:ref/zpravy', 'anyone', writeToOffice(deps), { readsMultipart: true, before: [acting] }),
    get('/pripady/:ref/doplneni', 'anyone', showSupplement(deps)),
    post('/pripady/:ref/doplneni', 'anyone', answerSupplement(deps), { readsMultipart: true, before: [uploading] }),
    post('/pripady/:ref/doplneni/otazky', 'anyone', askFurther(deps)),
    post('/pripady/:ref/doplneni/prilohy/:slot', 'anyone', uploadToSupplement(deps), {
      readsMultipart: true,
      before: [uploading],
    }),
    get('/pripady/:ref/doplneni/soubory/:id', 'anyone', downloadFromSupplement(deps), { kind: 'file' }),
    get('/pripady/:ref/doplneni/souhrn', 'anyone', showSupplementSummary(deps)),
    post('/pripady/:ref/doplneni/odeslani', 'anyone', sendSupplement(deps), { before: [acting] }),
    get('/pripady/:ref/opravy/:correction/potvrzeni.pdf', 'anyone', sendCorrectionReceipt(deps), { kind: 'file' }),
    get('/pripady/:ref/potvrdit', 'anyone', confirm.show),
    post('/pripady/:ref/potvrdit', 'anyone', confirm.takeCode, { before: [acting] }),
    post('/pripady/:ref/potvrdit/prihlasenim', 'anyone', confirm.signIn, { before: [acting] }),
    post('/pripady/:ref/potvrdit/kod', 'anyone', confirm.sendCode, { before: [acting] }),
    post('/pripady/:ref/potvrdit/dokonceni', 'anyone', confirm.finish, { before: [acting] }),
    get('/pripady/:ref/zpetvzeti', 'anyone', withdrawing.show),
    post('/pripady/:ref/zpetvzeti', 'anyone', withdrawing.send, { before: [acting], keep }),
    post('/pripady/:ref/odvolani', 'anyone', beginAppeal(deps, beginDraft), { before: [starting] }),
    get('/pripady/:ref/nahlednuti', 'anyone', inspecting.show),
    post('/pripady/:ref/nahlednuti', 'anyone', inspecting.send, { before: [acting], keep }),
    get('/prilohy/:id', 'anyone', sendCaseAttachment(deps), { kind: 'file' }),
    get('/stav', 'anyone', show),
    post('/stav', 'anyone', open),
    get('/overeni', 'anyone', receipts.show),
    post('/overeni', 'anyone', receipts.verify, { before: [receipts.limit] }),
  ];
}
