import { checkDefinition } from '../../core/form/check-definition.ts';
import type { Problem } from '../../core/form/problem.ts';
import { archivedAgendas } from './archive.ts';
import type { NewDocument } from './import-documents.ts';
import { slugProblem } from './propose-slug.ts';
import { unstorable } from './unstorable.ts';

export type ReadDocument =
  { ok: true; documents: NewDocument[]; isArchive: boolean } | { ok: false; problems: Problem[] };

/**
 * Reads a pasted or uploaded document as an agenda, or as an archive of some; every problem says where in the document it
 * lies. The documents stay as they were given.
 */
export function readDocument(text: string): ReadDocument {
  const isArchive = text.includes('"agendas"');
  if (!isArchive && text.length > longestDocument) {
    return {
      ok: false,
      problems: [{ path: '', message: 'Dokument má víc než 2\u00a0MB, to žádná agenda nepotřebuje.' }],
    };
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(error, text)] };
  }
  const archived = archivedAgendas(document);
  if (archived) return readArchive(archived);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return { ok: false, problems: [{ path: '', message: notAgenda }] };
  }
  const read = readOne(document, text.length);
  return read.ok ? { ok: true, documents: [read.document], isArchive: false } : read;
}

/** Characters of one agenda; an archive is known by its list before it is read, and its agendas are measured one by one. */
const longestDocument = 2_000_000;

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

const mostArchived = 500;

function readArchive(agendas: unknown[]): ReadDocument {
  if (agendas.length === 0) return { ok: false, problems: [{ path: 'agendas', message: 'Archiv je prázdný.' }] };
  if (agendas.length > mostArchived) {
    const message = `Archiv má víc než ${mostArchived}\u00a0agend. Rozdělte ho.`;
    return { ok: false, problems: [{ path: 'agendas', message }] };
  }
  const documents: NewDocument[] = [];
  const problems: Problem[] = [];
  for (const [index, agenda] of agendas.entries()) {
    const read = readOne(agenda);
    if (!read.ok) problems.push(...read.problems.map(problem => inArchive(problem, index, agenda)));
    else if (documents.some(({ slug }) => slug === read.document.slug)) {
      problems.push({
        path: `agendas[${index}].slug`,
        message: `Agenda „${read.document.slug}“ je v\u00a0archivu dvakrát.`,
      });
    } else documents.push(read.document);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, documents, isArchive: true };
}

function inArchive({ path, label, message }: Problem, index: number, agenda: unknown): Problem {
  const given: unknown = typeof agenda === 'object' && agenda !== null && 'title' in agenda ? agenda.title : '';
  const title = typeof given === 'string' ? given.slice(0, 80) : '';
  const words = [
    title === '' ? `${index + 1}.\u00a0agenda` : `Agenda „${title}“`,
    ...(label === undefined ? [] : [label]),
  ];
  return { path: `agendas[${index}]${path === '' ? '' : `.${path}`}`, label: words.join(', '), message };
}

type ReadOne = { ok: true; document: NewDocument } | { ok: false; problems: Problem[] };

function readOne(given: unknown, length?: number): ReadOne {
  const read = checkDefinition(given, length === undefined ? {} : { length });
  if (!read.ok) return read;
  // Of an archive, each agenda is measured once it is known to be one.
  if (length === undefined) {
    const measured = checkDefinition(given, { length: JSON.stringify(given).length });
    if (!measured.ok) return measured;
  }
  const { slug, title } = read.definition;
  const reserved = slugProblem(slug);
  const problems = [
    ...unstorable(given),
    ...(reserved === undefined ? [] : [{ path: 'slug', label: 'Adresa agendy', message: reserved }]),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, document: { slug, title, document: given as object, definition: read.definition } };
}
