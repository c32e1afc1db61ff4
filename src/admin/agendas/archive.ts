import { documentText } from '../../core/form/canonical-document.ts';

/** Agendas in one document: `{ "format": 1, "agendas": [ … ] }`. */
export function archiveText(documents: readonly unknown[]): string {
  return documentText({ format: 1, agendas: documents });
}

/** The agendas of an archive; undefined when it is none, but perhaps an agenda by itself. */
export function archivedAgendas(document: unknown): unknown[] | undefined {
  if (typeof document !== 'object' || document === null || !('agendas' in document)) return undefined;
  return Array.isArray(document.agendas) ? document.agendas : undefined;
}
