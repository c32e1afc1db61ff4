import type { RequestHandler, Response } from 'express';
import type { Problem } from '../../core/form/problem.ts';
import type { AppDeps } from '../../deps.ts';
import { cityProblems } from './city-problems.ts';
import { type Imported, importDocuments, type ImportResult } from './import-documents.ts';
import { agendaPath } from './paths.ts';
import { readDocument } from './read-document.ts';
import { receiveDocument } from './receive-document.ts';

/** GET /sprava/agendy/import */
export const importForm: RequestHandler = (_req, res) => {
  renderForm(res, { text: '', problems: [] });
};

const longestShown = 200_000;

/** POST /sprava/agendy/import: documents become draft versions of their agendas, or nothing changes and the page says why. */
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
    const problems = read.ok ? await cityProblems(deps.db, read.documents) : read.problems;
    if (!read.ok || problems.length > 0) {
      renderForm(res.status(400), { text: shown, problems });
      return;
    }
    const result = await importDocuments(deps, { documents: read.documents, actor: req.actor, now: deps.now() });
    if (!result.ok) {
      renderForm(res.status(409), { text: shown, problems: result.scheduled.map(waits) });
      return;
    }
    const [only] = result.imported;
    const isOne = !read.isArchive && only !== undefined;
    req.session.notice = isOne ? sentence(only) : summary(result.imported);
    res.redirect(303, isOne ? agendaPath(only.slug, only.number) : '/sprava/agendy');
  };
}

type Scheduled = Extract<ImportResult, { ok: false }>['scheduled'][number];

function waits({ slug, number }: Scheduled): Problem {
  return { path: slug, message: `Verze ${number} čeká na zveřejnění. Nejdřív zveřejnění zrušte.` };
}

function sentence({ number, outcome }: Imported): string {
  switch (outcome) {
    case 'same':
      return `Dokument je stejný jako verze ${number}. Nic jsme nezměnili.`;
    case 'replaced':
      return `Koncept verze ${number} jsme nahradili novým dokumentem. Zveřejněné zatím není nic.`;
    case 'begun':
      return `Dokument jsme uložili jako koncept verze ${number}. Zveřejněné zatím není nic.`;
  }
}

function summary(imported: Imported[]): string {
  const same = imported.filter(({ outcome }) => outcome === 'same').length;
  const kept = imported.length - same;
  if (kept === 0)
    return `V\u00a0archivu je ${imported.length} agend a\u00a0všechny jsou stejné jako v\u00a0portálu. Nic jsme nezměnili.`;
  return `Počet agend v\u00a0archivu: ${imported.length}. Jako koncept jsme uložili: ${kept}. Beze změny: ${same}.`;
}

function renderForm(res: Response, { text, problems }: { text: string; problems: Problem[] }): void {
  // A page with thousands of them would help nobody.
  const shown = problems.slice(0, 100);
  res.render('admin/import.njk', { section: 'sprava', place: 'import', text, problems: shown, total: problems.length });
}
