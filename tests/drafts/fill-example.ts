import type { Entries } from '../../src/core/form/answers.ts';
import { samples } from '../attachments/samples.ts';
import type { Page, Upload, Visitor } from '../support/visitor.ts';
import { alerts, answer, begin, draftOf, isStep, typed } from './walk.ts';

/**
 * Begins a draft of an agenda and fills it in page by page, as somebody without JavaScript does: rows by their button, a
 * file for each question that asks for one and for each required attachment. Gives the summary.
 */
export async function fillExample(visitor: Visitor, slug: string, entries: Entries): Promise<Page> {
  let page = await begin(visitor, slug);
  // An answer may bring up another question on the same page, so a page can come twice.
  for (let turn = 0; turn < 40 && isStep(page); turn++) {
    page = await answer(visitor, await withRows(visitor, page, entries), entries, fileFor(page));
    if (page.status !== 200) throw new Error(`${slug} at ${page.path}: ${alerts(page)}`);
  }
  if (page.path.endsWith('/prilohy')) await attach(visitor, page);
  return visitor.get(`${draftOf(page)}/souhrn`);
}

/** The page with as many rows in each of its groups as the example has. */
async function withRows(visitor: Visitor, first: Page, entries: Entries): Promise<Page> {
  let page = first;
  for (const [group, rows] of Object.entries(entries)) {
    const held = () => page.$(`input[name="${group}-rows"]`).val();
    while (Array.isArray(rows) && Number(held()) < rows.length) {
      page = await visitor.submit(page, { fields: { ...typed(page, entries), _pridat: group } });
    }
  }
  return page;
}

function fileFor({ $ }: Page): Upload | undefined {
  const field = $('main form input[type=file]').first().attr('name');
  return field === undefined ? undefined : { field, content: samples.pdf, filename: 'plánek.pdf' };
}

async function attach(visitor: Visitor, { path, $ }: Page): Promise<void> {
  const forms = $('main .file-upload:not(:has(.optional)) form[enctype]');
  for (const form of forms.toArray()) {
    const action = $(form).attr('action') ?? '';
    const file = { field: 'file', content: samples.pdf, filename: 'doklad.pdf' };
    const page = await visitor.submit(path, { form: `main form[action="${action}"]`, file });
    if (page.status !== 200) throw new Error(`${path}: ${alerts(page)}`);
  }
}
