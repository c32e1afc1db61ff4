import type { RequestHandler } from 'express';
import { readFields } from '../../core/form/read-entries.ts';
import type { AppDeps } from '../../deps.ts';
import { formBody } from '../../web/input.ts';
import { openFields } from './fields.ts';
import { supplementKey, withKept } from './kept.ts';
import { correctionOf } from './open-supplement.ts';
import { supplementView } from './supplement-view.ts';
import { saveTyped } from './typed.ts';
import { withSupplement } from './with-supplement.ts';

export const supplementTemplate = 'cases/supplement/form.njk';

/** GET /pripady/:ref/doplneni: only what has to be mended is open; nobody is told off before they send it. */
export function showSupplement(deps: AppDeps): RequestHandler {
  return withSupplement(deps, (open, req, res) => {
    const kept = withKept(deps, req, open);
    const view = supplementView(kept ?? open, { isJudged: () => false });
    res.render(supplementTemplate, { ...view, isKept: kept !== null, formKey: supplementKey(deps.vault, req) });
  });
}

/** POST /pripady/:ref/doplneni/otazky: what the browser asks for after a choice, so that further questions appear at once. */
export function askFurther(deps: AppDeps): RequestHandler {
  return withSupplement(deps, async (before, req, res) => {
    const typed = { ...before.typed, ...readFields(openFields(before.correction), formBody(req)) };
    const version = await saveTyped(deps, { caseId: before.found.id, typed });
    const open = { ...before, typed, version };
    const correction = correctionOf(open, deps.now());
    const view = supplementView({ ...open, correction }, { isJudged: () => false });
    res.render(supplementTemplate, { ...view, formKey: supplementKey(deps.vault, req) });
  });
}
