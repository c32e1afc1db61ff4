import type { Logic } from '../../core/form/definition.ts';

/** Reads JSON Logic as it was typed; an empty box is no condition at all. */
export function readLogic(text: string): { ok: true; logic: Logic | undefined } | { ok: false; message: string } {
  if (text.trim() === '') return { ok: true, logic: undefined };
  try {
    const read: unknown = JSON.parse(text);
    return isLogic(read) ? { ok: true, logic: read } : { ok: false, message: notLogic };
  } catch {
    return { ok: false, message: 'Tohle není platný JSON. Chybí čárka, uvozovka nebo závorka?' };
  }
}

const notLogic = 'JSON Logic je objekt s\u00a0operátorem, třeba {"==": [{"var": "druh"}, "pes"]}.';

function isLogic(read: unknown): read is Logic {
  if (typeof read === 'boolean' || typeof read === 'number') return true;
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}
