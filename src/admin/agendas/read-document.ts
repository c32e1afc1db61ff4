import { checkDefinition } from '../../core/form/check-definition.ts';
import type { Definition } from '../../core/form/definition.ts';
import type { Problem } from '../../core/form/problem.ts';
import { unstorable } from './unstorable.ts';

export type ReadDocument = { ok: true; definition: Definition } | { ok: false; problems: Problem[] };

/** Reads a pasted or uploaded document as an agenda; every problem says where in the document it lies. */
export function readDocument(text: string): ReadDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(error, text)] };
  }
  const read = checkDefinition(document);
  const problems = read.ok ? unstorable(read.definition) : [];
  return problems.length > 0 ? { ok: false, problems } : read;
}

/** V8 names the place as "(line 3 column 5)"; at the end of a document that was cut off, it names none. */
function syntaxProblem(error: unknown, text: string): Problem {
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
