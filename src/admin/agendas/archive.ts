import { z } from 'zod';
import { documentText } from '../../core/form/canonical-document.ts';

interface Archive {
  agendas: unknown[];
  /** Addresses of those that nobody was ever offered; they may have gaps. */
  sketches: string[];
}

/** Agendas in one document: `{ "format": 1, "sketches": [ … ], "agendas": [ … ] }`. */
export function archiveText(archive: Archive): string {
  return documentText({ format: 1, ...archive });
}

/** Undefined when the document is no archive, but perhaps an agenda by itself. */
export function archiveIn(document: unknown): Archive | undefined {
  const read = archiveShape.safeParse(document);
  return read.success ? read.data : undefined;
}

/** Archives did not always hold sketches. */
const archiveShape = z.object({ agendas: z.array(z.unknown()), sketches: z.array(z.string()).catch([]) });
