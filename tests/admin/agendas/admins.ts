import { readFile } from 'node:fs/promises';
import { checkDocuments } from '../../../src/admin/agendas/check-documents.ts';
import { importDocuments } from '../../../src/admin/agendas/import-documents.ts';
import { readDocument } from '../../../src/admin/agendas/read-document.ts';
import { findSketch } from '../../../src/admin/agendas/sketch.ts';
import type { Deps } from '../../../src/deps.ts';
import type { OfficerAccount } from '../../support/factories.ts';
import type { Page, Submission, Visitor } from '../../support/visitor.ts';

/** What tests of the life of versions begin with, made through the code that makes it in earnest. */

export type Document = Record<string, unknown> & { slug: string; title: string };

/** A document of the seed, as it was written. */
export async function seedDocument(slug: string): Promise<Document> {
  const file = new URL(`../../../prisma/seed/agendas/${slug}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Document;
}

/** Keeps a document as the draft version of its agenda, in place of the one there is; gives the number. */
export async function draftOf(deps: Deps, { actor }: OfficerAccount, document: Document): Promise<number> {
  const read = readDocument(JSON.stringify(document));
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const checked = await checkDocuments(deps.db, read.documents);
  if (!checked.ok) throw new Error(checked.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const { documents } = checked;
  const sketch = await findSketch(deps.db, document.slug);
  const replace = sketch ? [sketch] : [];
  const result = await importDocuments(deps, { documents, replace, actor, now: deps.now() });
  const number = result.ok ? result.imported[0]?.number : undefined;
  if (number === undefined) throw new Error('the document was not kept');
  return number;
}

export const gateOf = (slug: string, number: number): string => `/sprava/agendy/${slug}/verze/${number}/zverejneni`;

/** Publishes from the page before publication; every warning has a reason, as the page asks. */
export async function passGate(visitor: Visitor, at: Page | string, fields: Submission['fields'] = {}): Promise<Page> {
  const page = typeof at === 'string' ? await visitor.get(at) : at;
  const reasons = page
    .$('main form [name^="duvod-"]')
    .map((_index, input) => page.$(input).attr('name'))
    .get();
  const given = Object.fromEntries(reasons.map(name => [name, 'Víme o tom, tak to má být.']));
  return visitor.submit(page, { form: 'main form[action$="/zverejneni"]', fields: { ...given, ...fields } });
}
