import { beforeEach, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { type CaseRecord, type CitizenAccount, createCase, createCitizen } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

/** What an applicant typed when their session was over. */

const portal = await startPortal();
const { deps, db } = portal;
const owner = await createCitizen(deps, 'Jana Nováková');
const other = await createCitizen(deps, 'Petr Svoboda');
const message = 'form[action$="/zpravy"]';

let found: CaseRecord;
let address: string;
let visitor: Visitor;
beforeEach(async () => {
  found = await createCase(deps, { owner });
  address = `/pripady/${found.reference}`;
  visitor = await portal.visitor(owner);
});

const signIn = (page: Page, { email, password }: CitizenAccount): Promise<Page> =>
  visitor.submit(page, { form: 'form:has([name=password])', fields: { email, password } });

describe('a message', () => {
  const fields = { zprava: 'Posílám <b>doklad</b>.\nAno.' };

  test('is back in its box after signing in, and goes out once', async () => {
    const page = await visitor.get(address);
    await db.session.deleteMany();
    const file = { field: 'soubory', content: 'obsah', filename: 'doklad.pdf' };
    const signedOut = await visitor.submit(page, { form: message, fields, file });
    expect(signedOut.path).toContain('/prihlaseni?zpet=');
    expect(signedOut.text).toContain('Co jste napsali, máme uložené');
    const back = await signIn(signedOut, owner);
    expect(back.path).toBe(address);
    expect(back.$('details[open] textarea[name=zprava]').val()).toBe(fields.zprava);
    expect(await db.caseMessage.count({ where: { caseId: found.id } })).toBe(0);
    const sent = await visitor.submit(back, { form: message });
    expect(sent.text).toContain('Zprávu jsme předali úřadu.');
    expect((await visitor.get(address)).$('textarea[name=zprava]').val()).toBe('');
    expect(await db.caseMessage.count({ where: { caseId: found.id } })).toBe(1);
  });

  test('is kept as well when they have signed in again in another window', async () => {
    const page = await visitor.get(address);
    await db.session.deleteMany();
    await signIn(await visitor.get('/prihlaseni'), owner);
    const back = await visitor.submit(page, { form: message, fields });
    expect(back.path).toBe(address);
    expect(back.$('textarea[name=zprava]').val()).toBe(fields.zprava);
  });

  test('is shown to nobody else, lies sealed, and without its key is not kept', async () => {
    const page = await visitor.get(address);
    await db.session.deleteMany();
    const signedOut = await visitor.submit(page, { form: message, fields });
    expect(JSON.stringify(await db.session.findMany())).not.toContain('doklad');
    const theirs = await signIn(signedOut, other);
    expect(theirs.html).not.toContain('doklad');
    await db.session.deleteMany();
    for (const klic of [undefined, 'x', 'x'.repeat(1000)]) {
      const refused = await visitor.submit(page, { form: message, fields: { ...fields, klic } });
      expect(refused.status).toBe(404);
    }
  });
});

test.each([
  ['zpetvzeti', { duvod: 'Pes umřel.' }, 'duvod'],
  ['nahlednuti', { kdy: 'v\u00a0pátek', poznamka: 'Přijdu s\u00a0bratrem.' }, 'poznamka'],
])('what was typed on /%s is there after signing in', async (resource, fields: Record<string, string>, box) => {
  const page = await visitor.get(`${address}/${resource}`);
  await db.session.deleteMany();
  const signedOut = await visitor.submit(page, { form: `form[action$="/${resource}"]`, fields });
  expect(signedOut.path).toContain('/prihlaseni?zpet=');
  const back = await signIn(signedOut, owner);
  expect(back.path).toBe(`${address}/${resource}`);
  expect(back.$(`#${box}`).val()).toBe(fields[box]);
  await visitor.submit(back, { form: `form[action$="/${resource}"]` });
  expect((await visitor.get(`${address}/${resource}`)).$(`#${box}`).val() ?? '').toBe('');
});

test('forms of more windows are all kept, of which the oldest gives way', async () => {
  const cases = [found, ...(await Promise.all(Array.from({ length: 5 }, () => createCase(deps, { owner }))))];
  const pages: Page[] = [];
  for (const { reference } of cases) pages.push(await visitor.get(`/pripady/${reference}`));
  await db.session.deleteMany();
  let last: Page | undefined;
  for (const [index, page] of pages.entries()) {
    last = await visitor.submit(page, { form: message, fields: { zprava: `Zpráva ${index}.` } });
  }
  if (!last) throw new Error('nothing was sent');
  await signIn(last, owner);
  const texts = [];
  for (const { reference } of cases)
    texts.push((await visitor.get(`/pripady/${reference}`)).$('textarea[name=zprava]').val());
  expect(texts).toEqual(['', 'Zpráva 1.', 'Zpráva 2.', 'Zpráva 3.', 'Zpráva 4.', 'Zpráva 5.']);
});
