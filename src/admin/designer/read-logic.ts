import { documentProblem } from '../../core/form/check-document.ts';
import type { Logic } from '../../core/form/definition.ts';
import { measureProblem } from '../../core/form/measure-logic.ts';
import { unstorable } from '../agendas/unstorable.ts';

/**
 * Reads JSON Logic as it was typed; an empty box is no condition at all. What is beyond measure or could not be kept is
 * refused; whether it makes sense is for the check before publishing to say.
 */
export function readLogic(text: string): { ok: true; logic: Logic | undefined } | { ok: false; message: string } {
  if (text.trim() === '') return { ok: true, logic: undefined };
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { ok: false, message: 'Tohle není platný JSON. Chybí čárka, uvozovka nebo závorka?' };
  }
  if (!isLogic(read)) return { ok: false, message: notLogic };
  const message = measureProblem(read) ?? documentProblem(read)?.message ?? unstorable(read)[0]?.message;
  return message === undefined ? { ok: true, logic: read } : { ok: false, message };
}

const notLogic = 'JSON Logic je objekt s\u00a0operátorem, třeba {"==": [{"var": "druh"}, "pes"]}.';

function isLogic(read: unknown): read is Logic {
  if (typeof read === 'boolean' || typeof read === 'number') return true;
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}
