import { documentSize } from './canonical-document.ts';
import type { Problem } from './problem.ts';

/** Bytes of its file; no agenda has come near. */
const largest = 2_000_000;
const deepest = 60;
const mostParts = 200_000;
/** Names that mean something else to the language than to the author. */
const forbidden: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * What no agenda may hold, whatever its shape, so that reading on is safe: a document beyond all measure, forbidden names or
 * names no database keeps, values that JSON does not have. Stops at the first problem; goes no deeper than it lets others go.
 * Its size is that of its export, whatever spaces it was given with, so that an agenda that is kept can be brought elsewhere.
 */
export function documentProblem(document: unknown): Problem | undefined {
  const waiting: Part[] = [{ value: document, path: '', depth: 0 }];
  for (let seen = 0; seen < waiting.length; seen += 1) {
    const part = waiting[seen];
    if (part === undefined) continue;
    // Counted before they are listed: a list of millions would take longer than everything else.
    const isOver = waiting.length + countOf(part.value) > mostParts;
    const message = isOver ? 'Dokument má příliš mnoho částí.' : partProblem(part);
    if (message !== undefined) return { path: part.path, message };
    for (const inner of innerOf(part)) waiting.push(inner);
  }
  return documentSize(document) > largest ? { path: '', message: tooLarge } : undefined;
}

const tooLarge = 'Dokument má víc než 2\u00a0MB. Zkraťte texty, nebo agendu rozdělte na dvě.';

interface Part {
  value: unknown;
  path: string;
  depth: number;
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function partProblem({ value, depth }: Part): string | undefined {
  if (depth > deepest) return `Dokument je zanořený víc než ${deepest}krát.`;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : notJson;
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return undefined;
  if (typeof value !== 'object' || !isPlain(value)) return notJson;
  if (Array.isArray(value)) return undefined;
  const names = Object.keys(value);
  if (names.some(key => key.includes('\0') || !key.isWellFormed())) return 'Jméno obsahuje znak, který nejde uložit.';
  const name = names.find(key => forbidden.includes(key));
  return name === undefined ? undefined : `Jméno „${name}“ je vyhrazené, v\u00a0dokumentu nesmí být.`;
}

const notJson = 'Tahle hodnota do dokumentu JSON nepatří.';

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Deeper, a path would no longer help anybody to find the place. */
const deepestPath = 12;

function innerOf({ value, path, depth }: Part): Part[] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).map(([key, item]: [string, unknown]) => {
    const inner = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return { value: item, path: depth < deepestPath ? inner : path, depth: depth + 1 };
  });
}
