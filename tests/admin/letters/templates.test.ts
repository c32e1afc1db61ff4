import { beforeEach, describe, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createLetterTemplate, createOfficer } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';

/** Templates of letters as an administrator writes them. */

const portal = await startPortal();
const { deps, db } = portal;
const home = '/sprava/dopisy';
const form = 'form[data-letter-form]';
const visitor = await portal.visitor(
  await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
);
const fields = {
  kind: 'decision',
  title: 'Rozhodnutí o pokutě',
  text: 'Pokuta {{#když výsledek je vyhověno}}se ruší{{/když}}.',
};

let id: string;
let address: string;
beforeEach(async () => {
  id = await createLetterTemplate(deps, 'Dobrý den, {{jméno}}.');
  address = `${home}/${id}`;
});
const stored = () => db.letterTemplate.findUnique({ where: { id } });

describe('templates of letters', () => {
  test('are listed, those of the city among them', async () => {
    const { $ } = await visitor.get(home);
    expect($(`a[href="${address}"]`).text()).toBe('Vzor zkoušky');
    for (const title of ['Výzva k\u00a0doplnění', 'Osvědčení']) expect($('#letter + ul').text()).toContain(title);
    for (const title of ['Rozhodnutí', 'Usnesení o\u00a0zastavení řízení']) {
      expect($('#decision + ul').text()).toContain(title);
    }
  });

  test('are added, and changed from then on by their version', async () => {
    const page = await visitor.submit(`${home}/novy`, { form, fields });
    expect(page.path).toBe(home);
    const added = await db.letterTemplate.findFirstOrThrow({ where: { title: fields.title } });
    expect(added).toMatchObject({ ...fields, version: 1 });
    await visitor.submit(address, { form, fields: { text: 'Jinak.' } });
    expect(await stored()).toMatchObject({ text: 'Jinak.', version: 2 });
    const audit = await db.auditRecord.findMany({ where: { subject: `letter_template/${id}` } });
    expect(audit.map(({ action }) => action)).toEqual(['letterTemplateSaved']);
  });

  test.each([
    ['a variable nobody knows', { text: 'Dobrý den,\nvaše {{jmeno}}' }, 'Řádek 2, znak 6: „jmeno“ dopis nezná.'],
    ['a condition without an end', { text: '{{#když jméno}}x' }, 'Podmínka tu začíná, ale chybí jí {{/když}}.'],
    ['an answer of one agenda', { text: '{{odpověď:dogName}}' }, 'Tenhle vzor je pro všechny.'],
    ['no text', { text: '  ' }, 'Napište text vzoru'],
    ['no title', { title: '' }, 'Napište název vzoru'],
    ['no kind', { kind: 'smlouva' }, 'Vyberte, jestli jde o dopis, nebo o rozhodnutí'],
    ['too much', { text: 'a'.repeat(20_001) }, 'Zkraťte text na 20 000 znaků'],
  ])('with %s are refused, and what was typed stays', async (_what, wrong, message) => {
    for (const at of [address, `${home}/novy`]) {
      const page = await visitor.submit(at, { form, fields: { ...fields, ...wrong } });
      expect(page.status).toBe(400);
      expect(page.text.replaceAll('\u00a0', ' ')).toContain(message);
      if (!('title' in wrong)) expect(page.$('#title').val()).toBe(fields.title);
      if ('text' in wrong && wrong.text.trim() !== '') expect(page.$('#text').val()).toBe(wrong.text);
    }
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test('that a colleague has changed meanwhile show both texts, and the next save decides', async () => {
    const stale = await visitor.get(address);
    await visitor.submit(address, { form, fields: { text: 'Znění kolegy.' } });
    const page = await visitor.submit(stale, { form, fields: { text: 'Moje znění.' } });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Znění kolegy.');
    expect(page.$('#text').val()).toBe('Moje znění.');
    expect(await stored()).toMatchObject({ text: 'Znění kolegy.' });
    await visitor.submit(page, { form });
    expect(await stored()).toMatchObject({ text: 'Moje znění.', version: 3 });
  });

  test('are shown as a letter would begin, for each outcome, without saving', async () => {
    const shown = await visitor.submit(address, { form, fields: { ...fields, krok: 'nahled' } });
    expect(shown.status).toBe(200);
    const parts = shown.$('#nahled details').toArray();
    expect(parts.map(part => shown.$(part).find('p').text())).toEqual(['Pokuta se ruší.', 'Pokuta .', 'Pokuta .']);
    expect(shown.$('#text').val()).toBe(fields.text);
    expect(await stored()).toMatchObject({ version: 1 });
    expect((await visitor.get(address)).$('#nahled').text()).toContain('Dobrý den, Jana Nováková.');
  });

  test('are removed once, and lead nowhere then', async () => {
    const page = await visitor.get(address);
    const remove = (): Promise<Page> => visitor.submit(page, { form: 'form[action$="/odebrani"]' });
    expect((await remove()).text).toContain('Vzor je odebraný.');
    expect((await remove()).status).toBe(404);
    expect((await visitor.get(address)).status).toBe(404);
  });

  test('sent without a version are taken for out of date', async () => {
    const page = await visitor.submit(address, { form, fields: { text: 'Bez verze.', version: undefined } });
    expect(page.status).toBe(409);
    expect(await stored()).toMatchObject({ version: 1 });
  });
});
