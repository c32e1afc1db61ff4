import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../core/form/problem.ts';
import type { AppDeps } from '../../deps.ts';
import { askAboutSketches, chosenSketches } from './ask-about-sketches.ts';
import { checkDocuments } from './check-documents.ts';
import { tellNews } from './find-same.ts';
import { type Imported, importDocuments } from './import-documents.ts';
import { archiveSentence, importedSentence } from './import-notice.ts';
import { agendaPath } from './paths.ts';
import type { Pending } from './plan-import.ts';
import { readDocument } from './read-document.ts';
import { receiveDocument } from './receive-document.ts';

/** GET /sprava/agendy/import */
export const importForm: RequestHandler = (_req, res) => {
  renderForm(res, { text: '', problems: [] });
};

const longestShown = 200_000;

/**
 * POST /sprava/agendy/import: documents become sketches of their agendas, or nothing changes and the page says why. What the
 * portal has already stays as it is; where another sketch is being written, the page asks first.
 */
export function importSubmit(deps: Pick<AppDeps, 'db' | 'now' | 'csrf'>): RequestHandler {
  return async (req, res) => {
    const received = await receiveDocument(req, res, deps.csrf);
    if (!received.ok) {
      renderForm(res.status(400), { text: '', problems: [{ path: '', message: received.message }] });
      return;
    }
    const { text, isPasted } = received;
    // A file stays with whoever chose it; a short one is shown to be mended here.
    const shown = isPasted || text.length <= longestShown ? text : '';
    const read = readDocument(text);
    if (!read.ok) {
      renderForm(res.status(400), { text: shown, problems: read.problems });
      return;
    }
    const { same, news } = await tellNews(deps.db, read.documents);
    const checked = await checkDocuments(deps.db, news);
    if (!checked.ok) {
      renderForm(res.status(400), { text: shown, problems: checked.problems });
      return;
    }
    const { documents } = checked;
    const command = { documents, replace: chosenSketches(req), actor: req.actor, now: deps.now() };
    const result = await importDocuments(deps, command);
    if (result.ok) {
      const known = same.map(version => ({ ...version, outcome: 'same' as const }));
      goOn(req, res, { imported: [...known, ...result.imported], isArchive: read.isArchive });
    } else if (result.reason === 'sketches') askAboutSketches(req, res, { ...result, text });
    else renderForm(res.status(409), { text: shown, problems: result.versions.map(waits) });
  };
}

function goOn(
  req: Request,
  res: Response,
  { imported, isArchive }: { imported: Imported[]; isArchive: boolean },
): void {
  const [only] = imported;
  const isOne = !isArchive && only !== undefined;
  req.session.notice = isOne ? importedSentence(only) : archiveSentence(imported);
  res.redirect(303, isOne ? agendaPath(only.slug, only.number) : '/sprava/agendy');
}

function waits({ slug, number }: Pending): Problem {
  return { path: slug, message: `Verze ${number} čeká na zveřejnění. Nejdřív zveřejnění zrušte.` };
}

function renderForm(res: Response, { text, problems }: { text: string; problems: Problem[] }): void {
  // A page with thousands of them would help nobody.
  const shown = problems.slice(0, 100);
  res.render('admin/import.njk', { section: 'sprava', place: 'import', text, problems: shown, total: problems.length });
}
