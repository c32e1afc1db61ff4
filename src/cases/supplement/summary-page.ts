import type { Request, RequestHandler, Response } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import type { AppDeps } from '../../deps.ts';
import { BadRequest } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { findCase } from '../find-case.ts';
import { readerOf } from '../scope.ts';
import { changesTable } from './correction-view.ts';
import { isUnchanged, openSupplement, type OpenSupplement } from './open-supplement.ts';
import { correctionContent, sendCorrection } from './send-correction.ts';
import { supplementView } from './supplement-view.ts';
import { closed, withSupplement } from './with-supplement.ts';

const changed =
  'Oprava se mezitím změnila, třeba v\u00a0jiném okně. Zkontrolujte ji prosím ještě jednou a\u00a0pak ji odešlete.';

/** GET /pripady/:ref/doplneni/souhrn: what will be different; whatever is missing leads back to the form. */
export function showSupplementSummary(deps: AppDeps): RequestHandler {
  return withSupplement(deps, (open, _req, res) => {
    if (isReady(open)) render(deps, open, res);
    else res.redirect(303, `/pripady/${open.found.submission.reference}/doplneni`);
  });
}

/** POST /pripady/:ref/doplneni/odeslani: sends exactly what the summary showed, once. */
export function sendSupplement(deps: AppDeps): RequestHandler {
  return withSupplement(deps, async (open, req, res) => {
    const { vyzva, verze } = formBody(req);
    if (!Number.isInteger(Number(vyzva)) || !Number.isInteger(Number(verze))) throw new BadRequest();
    if (Number(vyzva) !== open.request.number || Number(verze) !== open.version || !isReady(open)) {
      showAgain(deps, open, res);
      return;
    }
    const result = await sendCorrection(deps, { open, actor: req.actor, now: deps.now() });
    if (result.ok) {
      req.session.notice = 'Opravu jsme přijali. Potvrzení najdete mezi dokumenty.';
      res.redirect(303, `/pripady/${open.found.submission.reference}`);
    } else await afterAll(deps, open, { req, res });
  });
}

/** Somebody, most likely the same person in another window, was quicker. */
async function afterAll(deps: AppDeps, open: OpenSupplement, { req, res }: { req: Request; res: Response }) {
  const { reference } = open.found.submission;
  const today = dayInPrague(deps.now());
  const found = await findCase(deps, { reference, reader: readerOf(req), today });
  if (!found) throw new BadRequest();
  const again = await openSupplement(deps, found);
  if (again) showAgain(deps, again, res);
  else await closed(deps, found, { req, res });
}

function showAgain(deps: AppDeps, open: OpenSupplement, res: Response): void {
  if (isReady(open)) render(deps, open, res.status(409), changed);
  else res.redirect(303, `/pripady/${open.found.submission.reference}/doplneni`);
}

function isReady(open: OpenSupplement): boolean {
  return supplementView(open, { isJudged: () => true }).errors.length === 0 && !isUnchanged(open);
}

function render(deps: AppDeps, open: OpenSupplement, res: Response, warning?: string): void {
  const { reference, title } = open.found.submission;
  const content = correctionContent(open, deps.now());
  res.render('cases/supplement/summary.njk', {
    title: 'Zkontrolujte a\u00a0odešlete opravu',
    titleContext: title,
    back: { href: `/pripady/${reference}/doplneni` },
    reference,
    warning,
    table: changesTable(content, 'Nově'),
    files: content.attachments.map(({ id, label, name, size }) => ({ id, label, name, size })),
    requestNumber: open.request.number,
    version: open.version,
  });
}
