import type { Page, Visitor } from '../../support/visitor.ts';
import type { Document } from './admins.ts';

export const importPath = '/sprava/agendy/import';

/** Sends a document as the text of the import form. */
export async function paste(visitor: Visitor, document: Document | string): Promise<Page> {
  const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  return sendForm(visitor, await visitor.get(importPath), { dokument: text });
}

/** The form of a page is multipart, as browsers send it when no file is chosen. */
export function sendForm(visitor: Visitor, page: Page, fields: Record<string, string | string[]> = {}): Promise<Page> {
  const file = { field: 'soubor', content: '', filename: '', contentType: 'application/octet-stream' };
  return visitor.submit(page, { form: 'main form[enctype]', fields, file });
}
