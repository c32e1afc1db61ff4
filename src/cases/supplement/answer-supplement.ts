import type { Request, RequestHandler, Response } from 'express';
import { keepWithFiles } from '../../attachments/keep-with-files.ts';
import { receiveForm } from '../../attachments/receive-form.ts';
import { formatDate } from '../../core/czech/format.ts';
import { type FormButton, pressedButton, withRows } from '../../core/form/form-button.ts';
import { readFields } from '../../core/form/read-entries.ts';
import type { AppDeps } from '../../deps.ts';
import { StaleForm } from '../../web/csrf.ts';
import { formBody } from '../../web/input.ts';
import { forgetKept, keepWholeForm } from '../../web/kept-form.ts';
import { namesOf, openFields } from './fields.ts';
import { removeFile } from './keep-file.ts';
import { keepSentFiles } from './keep-sent-files.ts';
import { isUnchanged, openSupplement, type OpenSupplement } from './open-supplement.ts';
import { supplementTemplate } from './supplement-page.ts';
import { type SupplementView, supplementView } from './supplement-view.ts';
import { saveTyped } from './typed.ts';
import { supplementKey } from './kept.ts';
import { type SupplementHandler, withSupplement } from './with-supplement.ts';

/** Saves first and judges then: whatever was typed and uploaded is kept, also when it cannot be accepted. */
export function answerSupplement(deps: AppDeps): RequestHandler {
  const keep = keepWholeForm(deps);
  const answer: SupplementHandler = async (before, req, res) => {
    const sent = await receiveForm(req, res, { deps, slots: before.correction.slots }).catch(async (error: unknown) => {
      // Made before its sender signed in again: not trusted, and not lost either.
      const back = error instanceof StaleForm ? await keep(req, res) : null;
      if (back === null) throw error;
      res.redirect(303, back);
    });
    if (!sent) return;
    const fields = openFields(before.correction);
    const button = pressedButton(fields, formBody(req));
    const typed = withRows(readFields(fields, req.body), button);
    await saveTyped(deps, { caseId: before.found.id, typed: { ...before.typed, ...typed } });
    const fileErrors = await keepSentFiles(deps, {
      caseId: before.found.id,
      sent,
      isAsked: button.does === 'upload' && button.field,
    });
    const open = (await openSupplement(deps, before.found)) ?? before;
    const answering = { req, res, before, open, fileErrors };
    forgetKept(req, req.path);
    if (button.does === 'goOn') goOn(deps, answering);
    else await stay(deps, answering, button);
  };
  return withSupplement(deps, answer, keepWithFiles(deps, keep));
}

interface Answering {
  req: Request;
  res: Response;
  /** As the page that was answered showed it, and as it is now. */
  before: OpenSupplement;
  open: OpenSupplement;
  fileErrors: Map<string, string>;
}

/** On to the summary, unless something is wrong, or an answer has brought up another question. */
function goOn({ vault }: AppDeps, { req, res, before, open, fileErrors }: Answering): void {
  const asked = namesOf(before.correction);
  const refuse = (view: SupplementView): void => {
    res.status(400).render(supplementTemplate, { ...view, formKey: supplementKey(vault, req) });
  };
  const view = supplementView(open, { isJudged: name => asked.has(name), fileErrors });
  if (view.errors.length > 0) {
    refuse(view);
    return;
  }
  const unasked = supplementView(open, { isJudged: () => true });
  const more = unasked.items.filter(({ state }) => !asked.has(state.field.id)).map(({ state }) => state.field.label);
  if (unasked.errors.length > 0) {
    req.session.notice = `Podle vaší odpovědi se tu ještě ptáme: ${more.join(', ')}.`;
    res.redirect(303, view.action);
  } else if (isUnchanged(open)) {
    refuse(supplementView(open, { isJudged: () => true, error: unchanged(view) }));
  } else res.redirect(303, `${view.action}/souhrn`);
}

function unchanged({ items }: SupplementView) {
  const field = items[0]?.state.field.id ?? '';
  return {
    field,
    message: 'Zatím jste nic nezměnili. Jestli je všechno správně, vraťte se k\u00a0podání a\u00a0napište úřadu zprávu',
  };
}

/** A row or a file more or less, or later: nothing is judged yet. */
async function stay(deps: AppDeps, answering: Answering, button: Exclude<FormButton, { does: 'goOn' }>): Promise<void> {
  const { req, res, open, fileErrors } = answering;
  const { reference } = open.found.submission;
  const view = supplementView(open, { isJudged: () => false, fileErrors });
  if (view.errors.length > 0) {
    res.status(400).render(supplementTemplate, { ...view, formKey: supplementKey(deps.vault, req) });
    return;
  }
  if (button.does === 'leave') {
    req.session.notice = `Opravu jsme uložili. Dokončit ji můžete do\u00a0${formatDate(open.request.until)}.`;
    res.redirect(303, `/pripady/${reference}`);
    return;
  }
  res.redirect(303, `${view.action}#${await anchorAfter(deps, answering, button)}`);
}

/** Tells what was done, and where on the page that is. */
async function anchorAfter(
  deps: AppDeps,
  { req, open }: Answering,
  button: Exclude<FormButton, { does: 'goOn' | 'leave' }>,
): Promise<string> {
  switch (button.does) {
    case 'upload':
      req.session.notice = 'Soubor je nahraný.';
      return `${button.field.id}-slot`;
    case 'removeFile': {
      const removed = await removeFile(deps, { caseId: open.found.id, attachmentId: button.attachmentId });
      req.session.notice = 'Soubor jsme odebrali.';
      return `${removed?.slot ?? ''}-slot`;
    }
    case 'addRow':
    case 'removeRow':
      return button.group.id;
    case 'confirm':
      return 'hlavni-obsah';
  }
}
