import { documentProblem } from '../../core/form/check-document.ts';
import { labelled } from '../../core/form/check-label.ts';
import type { Problem } from '../../core/form/problem.ts';
import { archiveIn } from './archive.ts';
import type { GivenDocument } from './documents.ts';
import { inArchive } from './in-archive.ts';
import { unstorable } from './unstorable.ts';

export type ReadDocument =
  { ok: true; documents: GivenDocument[]; isArchive: boolean } | { ok: false; problems: Problem[] };

/**
 * Reads a pasted or uploaded document as an agenda, or as an archive of some; every problem says where in the document it
 * lies. The documents stay as they were given.
 */
export function readDocument(text: string): ReadDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(error, text)] };
  }
  const archive = archiveIn(document);
  if (archive) return readArchive(archive);
  const read = readOne(document, { index: null, isSketch: false });
  return read.ok ? { ok: true, documents: [read.given], isArchive: false } : read;
}

const notAgenda =
  'Tohle není agenda. Nahrajte soubor JSON, který jste si uložili u\u00a0některé verze agendy, nebo archiv všech agend.';

/** V8 names the place as "(line 3 column 5)"; at the end of a document that was cut off, it names none. */
function syntaxProblem(error: unknown, text: string): Problem {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return { path: '', message: notAgenda };
  const place = error instanceof Error ? /\(line (\d+) column (\d+)\)/.exec(error.message) : null;
  if (place) {
    return {
      path: `řádek ${place[1]}, znak ${place[2]}`,
      message: 'Dokument tu přestává být platný JSON. Chybí čárka, uvozovka nebo závorka?',
    };
  }
  const lines = text.split('\n').length;
  return { path: `řádek ${lines}`, message: 'Dokument končí uprostřed, není to celý JSON.' };
}

/** Also how many of them a form can ask about. */
export const mostArchived = 500;

function readArchive({ agendas, sketches }: { agendas: unknown[]; sketches: string[] }): ReadDocument {
  if (agendas.length === 0) return { ok: false, problems: [{ path: 'agendas', message: 'Archiv je prázdný.' }] };
  if (agendas.length > mostArchived) {
    const message = `Archiv má víc než ${mostArchived}\u00a0agend. Rozdělte ho.`;
    return { ok: false, problems: [{ path: 'agendas', message }] };
  }
  const unoffered = new Set(sketches);
  const documents: GivenDocument[] = [];
  const problems: Problem[] = [];
  for (const [index, agenda] of agendas.entries()) {
    const read = readOne(agenda, { index, isSketch: unoffered.has(slugOf(agenda)) });
    if (!read.ok) problems.push(...read.problems.map(problem => inArchive(problem, { index, document: agenda })));
    else if (read.given.slug !== '' && documents.some(({ slug }) => slug === read.given.slug)) {
      const message = `Agenda „${read.given.slug}“ je v\u00a0archivu dvakrát.`;
      problems.push({ path: `agendas[${index}].slug`, message });
    } else documents.push(read.given);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, documents, isArchive: true };
}

type ReadOne = { ok: true; given: GivenDocument } | { ok: false; problems: Problem[] };

function readOne(document: unknown, place: Pick<GivenDocument, 'index' | 'isSketch'>): ReadOne {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return { ok: false, problems: [{ path: '', message: notAgenda }] };
  const unsafe = documentProblem(document);
  const problems = unsafe ? [unsafe] : unstorable(document).map(problem => labelled(problem, document));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, given: { document, slug: slugOf(document), ...place } };
}

function slugOf(document: unknown): string {
  const isNamed = typeof document === 'object' && document !== null && 'slug' in document;
  return isNamed && typeof document.slug === 'string' ? document.slug : '';
}
