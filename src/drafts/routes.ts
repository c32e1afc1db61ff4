import type { RequestHandler } from 'express';
import type { AppDeps } from '../deps.ts';
import { createLimiter, perAddress } from '../web/limits.ts';
import { get, post, type Route } from '../web/route.ts';
import { download, remove, showAttachments, upload } from './attachments-page.ts';
import { authorisingDraft } from './authorise.ts';
import { confirmChanges } from './confirm-changes.ts';
import { confirmDeletion, deleteForGood } from './delete-page.ts';
import { fileDraft } from './file-draft.ts';
import { showStart, start } from './start-page.ts';
import { answerStep, askFurther, showStep } from './step-page.ts';
import { resume, showSummary } from './summary-page.ts';

/** Forms open without signing in (§ 14 of act 12/2020); whose draft it is decides each handler's `withDraft`. */
export function draftRoutes(deps: AppDeps): Route[] {
  const { pool, config } = deps;
  // Both fill the disk, and need no account.
  const starting = perAddress(createLimiter({ pool, name: 'draft-address', attempts: config.rates.draftsPerAddress }));
  const uploading = perAddress(
    createLimiter({ pool, name: 'upload-address', attempts: config.rates.uploadsPerAddress }),
  );
  const sendingFiles: RequestHandler = async (req, res, next) => {
    if (req.is('multipart/form-data')) await uploading(req, res, next);
    else next();
  };
  const authorising = authorisingDraft(deps);
  const confirming = perAddress(
    createLimiter({ pool, name: 'authorise-address', attempts: config.rates.signInPerAddress }),
  );
  return [
    get('/sluzby/:slug/podat', 'anyone', showStart(deps)),
    post('/sluzby/:slug/podat', 'anyone', start(deps), { before: [starting] }),

    get('/podani/:draft', 'anyone', resume(deps), { kind: 'action' }),
    get('/podani/:draft/prilohy', 'anyone', showAttachments(deps)),
    post('/podani/:draft/prilohy/:slot', 'anyone', upload(deps), { readsMultipart: true, before: [uploading] }),
    get('/podani/:draft/prilohy/:attachment/soubor', 'anyone', download(deps), { kind: 'file' }),
    post('/podani/:draft/prilohy/:attachment/smazat', 'anyone', remove(deps)),

    get('/podani/:draft/souhrn', 'anyone', showSummary(deps)),
    post('/podani/:draft/odeslani', 'anyone', fileDraft(deps)),

    get('/podani/:draft/potvrdit', 'anyone', authorising.show),
    post('/podani/:draft/potvrdit/prihlasenim', 'anyone', authorising.signIn, { before: [confirming] }),
    post('/podani/:draft/potvrdit/kod', 'anyone', authorising.sendCode, { before: [confirming] }),
    post('/podani/:draft/potvrdit', 'anyone', authorising.takeCode, { before: [confirming] }),

    post('/podani/:draft/zmeny', 'anyone', confirmChanges(deps)),

    get('/podani/:draft/smazat', 'anyone', confirmDeletion(deps)),
    post('/podani/:draft/smazat', 'anyone', deleteForGood(deps)),

    // After the words above, which `checkDefinition` therefore refuses as the id of a step.
    get('/podani/:draft/:step', 'anyone', showStep(deps)),
    post('/podani/:draft/:step', 'anyone', answerStep(deps), { readsMultipart: true, before: [sendingFiles] }),
    post('/podani/:draft/:step/otazky', 'anyone', askFurther(deps)),
  ];
}
