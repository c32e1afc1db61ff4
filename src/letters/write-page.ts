import type { RequestHandler } from 'express';
import { writeLetter } from '../cases/commands.ts';
import type { AppDeps } from '../deps.ts';
import { formBody, parseForm, queryText } from '../web/input.ts';
import { forgetKept } from '../web/kept-form.ts';
import { beginningsOf } from './beginnings.ts';
import { begunWith, chooseInstead } from './choose.ts';
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
    renderLetter(deps, {
      req,
      res,
      found,
      beginnings,
      begun: chosen?.id,
      typed: begunWith(chosen, found),
      ...(kept && { ...kept, isKept: true }),
    });
  };
}

/** POST /urad/pripady/:ref/dopisy/novy: saved for the first time, or only begun with another text or looked at. */
export function saveNewLetter(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const found = await letterCase(deps, req);
    const beginnings = await beginningsOf(deps, found);
    const { krok, vzor, zacatek } = formBody(req);
    const typed = typedLetter(formBody(req));
    const before = beginnings.find(({ id }) => id === zacatek);
    const page = { req, res, found, beginnings, begun: before?.id, typed };
    if (krok === 'nahled') {
      renderLetter(deps, page);
      return;
    }
    if (krok === 'vzor') {
      const chosen = beginnings.find(({ id }) => id === vzor);
      const choice = { next: begunWith(chosen, found), before: begunWith(before, found) };
      renderLetter(deps, { ...page, begun: chosen?.id, typed: chooseInstead(typed, choice) });
      return;
    }
    const parsed = parseForm(letterForm, req);
    if (!parsed.ok) {
      renderLetter(deps, { ...page, res: res.status(400), errors: parsed.errors });
      return;
    }
    const { druh: kind, nazev: title } = parsed.form;
    const letter = { caseId: found.id, kind, title, text: typed.text, actor: req.actor, now: deps.now() };
    const result = await writeLetter(deps, letter);
    if (!result.ok) {
      const errors = [{ field: '', message: result.message }];
      renderLetter(deps, { ...page, res: res.status(409), errors });
      return;
    }
    forgetKept(req, req.path);
    req.session.notice = 'Dopis je uložený. Žadatel ho uvidí, až ho vydáte.';
    res.redirect(303, `/urad/pripady/${found.reference}/dopisy/${result.id}${fromList(req)}`);
  };
}
