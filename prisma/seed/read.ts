import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** A file of this folder, checked: a slip in the data stops the start, not a page later. */
export function readSeed<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(name));
}

/** The documents of all agendas, in the order of their file names. */
export function readAgendas(): { file: string; document: unknown }[] {
  const files = readdirSync(path.join(import.meta.dirname, 'agendas')).filter(file => file.endsWith('.json'));
  return files.sort().map(file => ({ file, document: parse(path.join('agendas', file)) }));
}

export function readText(name: string): string {
  return readFileSync(path.join(import.meta.dirname, name), 'utf8');
}

function parse(name: string): unknown {
  return JSON.parse(readText(name));
}
