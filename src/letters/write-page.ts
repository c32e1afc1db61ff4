import type { RequestHandler } from 'express';
import { writeLetter } from '../cases/commands.ts';
import type { AppDeps } from '../deps.ts';
import { formBody, parseForm, queryText } from '../web/input.ts';
import { forgetKept } from '../web/kept-form.ts';
import { begin, beginningsOf } from './beginnings.ts';
import { letterCase } from './find-case.ts';
import { fromList } from './from-list.ts';
import { letterForm, typedLetter } from './form.ts';
import { keptLetter } from './kept.ts';
import { officerOf } from '../web/officer-of.ts';
import { renderLetter } from './render.ts';

/** GET /urad/pripady/:ref/dopisy/novy?sablona=: a new letter, empty or begun with a template. */
export function beginLetter(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const found = await letterCase(deps, req);
    const beginnings = await beginningsOf(deps, found);
    const chosen = beginnings.find(({ id }) => id === queryText(req, 'sablona'));
    const kept = keptLetter(deps.vault, req, officerOf(req));
    const begun = chosen && { druh: chosen.kind, nazev: chosen.title, text: begin(chosen, found) };
    const typed = begun ?? { druh: 'letter', nazev: '', text: '' };
    renderLetter(deps, {
      req,
      res,
      found,
      beginnings,
      begun: chosen?.id,
      typed,
      ...(kept && { ...kept, isKept: true }),
    });
  };
}

/** POST /urad/pripady/:ref/dopisy/novy: saved for the first time, or only looked at. */
export function saveNewLetter(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const found = await letterCase(deps, req);
    const typed = typedLetter(formBody(req));
    if (formBody(req)['krok'] === 'nahled') {
      renderLetter(deps, { req, res, found, typed });
      return;
    }
    const parsed = parseForm(letterForm, req);
    if (!parsed.ok) {
      renderLetter(deps, { req, res: res.status(400), found, typed, errors: parsed.errors });
      return;
    }
    const { druh: kind, nazev: title } = parsed.form;
    const letter = { caseId: found.id, kind, title, text: typed.text, actor: req.actor, now: deps.now() };
    const result = await writeLetter(deps, letter);
    if (!result.ok) {
      const errors = [{ field: '', message: result.message }];
      renderLetter(deps, { req, res: res.status(409), found, typed, errors });
      return;
    }
    forgetKept(req, req.path);
    req.session.notice = 'Dopis je uložený. Žadatel ho uvidí, až ho vydáte.';
    res.redirect(303, `/urad/pripady/${found.reference}/dopisy/${result.id}${fromList(req)}`);
  };
}
