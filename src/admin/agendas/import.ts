import type { RequestHandler, Response } from 'express';
import type { Problem } from '../../core/form/problem.ts';
import type { AppDeps } from '../../deps.ts';
import { cityProblems } from './city-problems.ts';
import { importDraft } from './commands.ts';
import { readDocument } from './read-document.ts';
import { receiveDocument } from './receive-document.ts';

/** GET /sprava/agendy/import */
export const importForm: RequestHandler = (_req, res) => {
  renderForm(res, { text: '', problems: [] });
};

/** POST /sprava/agendy/import: a document becomes the draft version of its agenda, or changes nothing and says why. */
export function importSubmit(deps: Pick<AppDeps, 'db' | 'now' | 'csrf'>): RequestHandler {
  return async (req, res) => {
    const received = await receiveDocument(req, res, deps.csrf);
    if (!received.ok) {
      renderForm(res.status(400), { text: '', problems: [{ path: '', message: received.message }] });
      return;
    }
    const { text } = received;
    const read = readDocument(text);
    const problems = read.ok ? await cityProblems(deps.db, read.definition) : read.problems;
    if (!read.ok || problems.length > 0) {
      renderForm(res.status(400), { text, problems });
      return;
    }
    const { definition } = read;
    const { number, replaced } = await importDraft(deps, { definition, actor: req.actor, now: deps.now() });
    req.session.notice = replaced
      ? `Koncept verze ${number} jsme nahradili novým dokumentem. Zveřejněné zatím není nic.`
      : `Dokument jsme uložili jako koncept verze ${number}. Zveřejněné zatím není nic.`;
    res.redirect(303, `/sprava/agendy/${definition.slug}?verze=${number}`);
  };
}

function renderForm(res: Response, { text, problems }: { text: string; problems: Problem[] }): void {
  res.render('admin/import.njk', { section: 'sprava', place: 'import', text, problems });
}
