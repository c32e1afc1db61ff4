import type { Entries } from '../../src/core/form/answers.ts';
import { typedUnder } from '../support/typed-under.ts';
import type { Page, Upload, Visitor } from '../support/visitor.ts';

/** Opens a new draft of the agenda and stands at its first step. */
export async function begin(visitor: Visitor, slug: string): Promise<Page> {
  return visitor.submit(`/sluzby/${slug}/podat`, { form: `main form[action$="/podat"]` });
}

/** Fills in the step on the page from the entries and goes on. */
export async function answer(visitor: Visitor, page: Page, entries: Entries, file?: Upload): Promise<Page> {
  return visitor.submit(page, { fields: typed(page, entries), ...(file && { file }) });
}

/** Through all the questions to the page after them. */
export async function answerAll(visitor: Visitor, first: Page, entries: Entries): Promise<Page> {
  let page = first;
  // An answer may bring up another question on the same page, so a page can come twice.
  for (let turn = 0; turn < 30 && page.status === 200 && isStep(page); turn++)
    page = await answer(visitor, page, entries);
  return page;
}

/** `/podani/<id>` of a page of a draft. */
export function draftOf(page: Page): string {
  const found = /^\/podani\/[0-9a-f-]{36}/.exec(page.path);
  if (!found) throw new Error(`no page of a draft: ${page.path}`);
  return found[0];
}

export function draftId(page: Page): string {
  return draftOf(page).slice('/podani/'.length);
}

export function alerts(page: Page): string {
  return page.$('.govuk-error-summary, .notification').text().replaceAll(/\s+/g, ' ').trim();
}

export function isStep(page: Page): boolean {
  return /^\/podani\/[^/]+\/(?!souhrn|prilohy)[^/]+$/.test(page.path);
}

/** What the entries put into the boxes of the page. */
export function typed(page: Page, entries: Entries): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  page.$('main form input[name], main form textarea[name], main form select[name]').each((_index, element) => {
    const name = page.$(element).attr('name') ?? '';
    const value = typedUnder(name, entries);
    if (value !== undefined) fields[name] = value;
  });
  return fields;
}
