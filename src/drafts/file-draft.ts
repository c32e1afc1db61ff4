import type { Request, RequestHandler, Response } from 'express';
import { fileCase } from '../cases/commands.ts';
import { identityOf, meets } from '../core/form/identity.ts';
import { BadRequest, NotFound } from '../web/errors.ts';
import { formBody } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiles } from './draft-files.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { mandateOver } from './former-agent.ts';
import { findDraft } from './find-draft.ts';
import { journeyOf, summaryStop } from './journey.ts';
import { ownerOf } from './owner.ts';
import { goToReceipt } from './receipt.ts';
import { signInLinks } from './sign-in-links.ts';
import { renderSummary } from './summary-page.ts';
import { withDraft } from './with-draft.ts';

const changed =
  'Podání se mezitím změnilo, třeba v\u00a0jiném okně. Zkontrolujte ho prosím ještě jednou a\u00a0pak ho odešlete.';

const notMember =
  'Za tuto organizaci už podávat nemůžete, protože vám to v\u00a0ní mezitím někdo odebral. Požádejte toho, kdo její lidi spravuje.';

const notAuthorised =
  'Než podání odešlete, potvrďte prosím právě to, co je teď v\u00a0souhrnu. Podání jsme zatím neodeslali.';

/** Files exactly what was on the summary: complete, of that version, by somebody who may. Otherwise shows it again. */
export function fileDraft(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    const shownVersion = Number(formBody(req).draftVersion);
    if (!Number.isInteger(shownVersion)) throw new BadRequest();
    const needed = draft.definition.whoMayFile.identity;
    const isKnown = meets(identityOf(req.actor), needed);
    if (!isKnown && needed === 'account') {
      res.redirect(303, signInLinks(draftPath(draft, summaryStop)).signInHref);
      return;
    }
    if (!draft.isOffered || !isKnown) {
      res.status(409);
      await renderSummary(deps, draft, { req, res });
      return;
    }
    if (shownVersion !== draft.version) {
      await showAgain(deps, draft, { req, res });
      return;
    }
    await fileShown(deps, draft, { req, res });
  });
}

type Exchange = { req: Request; res: Response };

async function fileShown(deps: AppDeps, draft: OpenDraft, { req, res }: Exchange): Promise<void> {
  const now = deps.now();
  const evaluation = evaluateDraft(draft, now);
  const stops = journeyOf(evaluation, await draftFiles(deps, draft.id));
  const missing = stops.filter(stop => stop.id !== summaryStop && !stop.isComplete);
  if (missing.length > 0) {
    res.status(400);
    const errors = missing.map(({ title }) => ({ field: 'chybi', message: `Doplňte část „${title}“` }));
    await renderSummary(deps, draft, { req, res, errors });
    return;
  }
  const { id: draftId, version: draftVersion, definition } = draft;
  const result = await fileCase(deps, { draftId, draftVersion, actor: req.actor, definition, evaluation, now });
  if (result.ok) goToReceipt(req, res, result);
  else if (result.reason === 'changed') await showAgain(deps, draft, { req, res });
  else if (result.reason === 'notMember') {
    res.status(409);
    await renderSummary(deps, draft, { req, res, warning: notMember });
  } else if (result.reason === 'notAuthorised') {
    res.status(409);
    await renderSummary(deps, draft, { req, res, warning: notAuthorised });
  } else if (result.reason === 'mandateOver') {
    res.status(409);
    await renderSummary(deps, draft, { req, res, warning: mandateOver });
  } else throw new NotFound();
}

/** Somebody, most likely the same person in another window, has changed the draft since it was shown. */
async function showAgain(deps: AppDeps, draft: OpenDraft, { req, res }: Exchange): Promise<void> {
  const found = await findDraft(deps, { id: draft.id, owner: ownerOf(req) });
  if (!found) throw new NotFound();
  if (found.filed) {
    goToReceipt(req, res, found);
    return;
  }
  res.status(409);
  await renderSummary(deps, found.draft, { req, res, warning: changed });
}
