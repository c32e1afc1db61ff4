import { beforeEach, describe, expect, test } from 'vitest';
import { findSketch } from '../../../src/admin/agendas/sketch.ts';
import type { Field, Logic } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer, createSketch } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';

/** An author who has never written code: only boxes, lists to pull down and buttons, without JavaScript. */

const portal = await startPortal();
const admin = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);
const form = 'form[data-autosave]';

let slug: string;
let page: Page;

beforeEach(async () => {
  ({ slug } = await createSketch(portal.deps, definition => ({
    ...definition,
    steps: [...definition.steps, { id: 'price', title: 'Cena', fields: asked }],
  })));
  page = await visitor.get(`/sprava/agendy/${slug}/navrh/otazky/total`);
});

const number = (id: string, label: string): Field => ({ type: 'number', id, label, required: true, decimals: 0 });
const asked: Field[] = [
  number('adults', 'Dospělí'),
  number('children', 'Děti'),
  {
    type: 'group',
    id: 'cars',
    label: 'Auta',
    rowLabel: 'Auto',
    required: true,
    min: 1,
    max: 5,
    fields: [{ type: 'money', id: 'worth', label: 'Hodnota', required: true }],
  },
  {
    type: 'oneOf',
    id: 'season',
    label: 'Období',
    required: true,
    options: [
      { value: 'spring', label: 'Jaro' },
      { value: 'summer', label: 'Léto' },
      { value: 'autumn', label: 'Podzim' },
    ],
  },
  { type: 'computed', id: 'total', label: 'Celkem', format: 'money', decimals: 0, value: {} },
];

describe('a computation is put together from', () => {
  test('a question', async () => {
    await add('otazka:adults');
    expect(await value()).toEqual({ var: 'adults' });
  });

  test('answers, a count and numbers one after the other', async () => {
    await add('otazka:adults');
    await add('otazka:children', 'minus');
    await add('pocet:cars', 'divided');
    await add('', 'rounded');
    expect(await value()).toEqual({
      round: [{ '/': [{ '-': [{ var: 'adults' }, { var: 'children' }] }, { count: [{ var: 'cars' }] }] }],
    });
    expect(page.text).toContain('Spočítá se: („Dospělí“ − „Děti“) : počet řádků „Auta“, zaokrouhleno na celé');
  });

  test('a count times a rate', async () => {
    await add('pocet:cars');
    await add('cislo', 'times');
    await save({ 'vypocet-1-c-0-cislo': '750,5' });
    expect(await value()).toEqual({ '*': [{ count: [{ var: 'cars' }] }, 750.5] });
  });

  test('several sums, each with a rate of its own', async () => {
    await add('sloupec:cars.worth');
    await add('otazka:children', 'plus');
    await press('vypocet-1-krat');
    await save({ 'vypocet-1-c-1-cislo': '50' });
    expect(await value()).toEqual({
      '+': [{ sum: [{ var: 'cars' }, 'worth'] }, { '*': [{ var: 'children' }, 50] }],
    });
    await press('vypocet-1-bez-1');
    expect(await value()).toEqual({ '+': [{ sum: [{ var: 'cars' }, 'worth'] }, { var: 'children' }] });
  });

  test('days between two dates, with the first day or without', async () => {
    await add('dny');
    const between = { daysBetween: [{ var: 'from' }, { var: 'to' }] };
    expect(await value()).toEqual({ '+': [between, 1] });
    await save({ 'vypocet-0-c-0-vcetne': undefined });
    expect(await value()).toEqual(between);
  });

  test('limits', async () => {
    await add('otazka:adults');
    await add('cislo', 'atMost');
    await add('cislo', 'atLeast');
    await save({ 'vypocet-1-c-0-cislo': '5 000', 'vypocet-2-c-0-cislo': '100' });
    expect(await value()).toEqual({ max: [{ min: [{ var: 'adults' }, 5000] }, 100] });
  });

  test('a table of conditions: when, then, otherwise', async () => {
    await add('podle');
    expect(page.text).toContain('Jen podle odpovědi na…');
    await press('vypocet-0-kdyz-0-pridat', { 'vypocet-0-kdyz-0-nova': 'season', 'vypocet-0-pak-0-c-0-cislo': '10' });
    await press('vypocet-0-vetev', { 'vypocet-0-kdyz-0-0-hodnota': 'summer' });
    // The next one asks about the same, and for an option that has no branch yet.
    expect(page.$('[name="vypocet-0-kdyz-1-0-hodnota"] option[selected]').val()).toBe('spring');
    await save({
      'vypocet-0-kdyz-1-0-hodnota': 'autumn',
      'vypocet-0-pak-1-c-0': 'otazka:children',
      'vypocet-0-jinak-c-0-cislo': '5',
    });
    const is = (season: string) => ({ '==': [{ var: 'season' }, season] });
    expect(await value()).toEqual({ if: [is('summer'), 10, is('autumn'), { var: 'children' }, 5] });
    await press('vypocet-0-bez-vetve-0');
    expect(await value()).toEqual({ if: [is('autumn'), { var: 'children' }, 5] });
  });

  test('a rate out of a table, by several answers at once', async () => {
    await add('otazka:adults');
    await add('podle', 'times');
    await press('vypocet-1-kdyz-0-pridat', { 'vypocet-1-kdyz-0-nova': 'season' });
    await press('vypocet-1-kdyz-0-skupina', { 'vypocet-1-kdyz-0-nova': 'children' });
    await press('vypocet-1-kdyz-0-1-pridat', {
      'vypocet-1-kdyz-0-1-nova': 'adults',
      'vypocet-1-kdyz-0-1-0-srovnani': 'over',
      'vypocet-1-kdyz-0-1-0-hodnota': '2',
    });
    await save({ 'vypocet-1-pak-0-c-0-cislo': '2', 'vypocet-1-jinak-c-0-cislo': '1' });
    const either = { or: [{ '>': [{ var: 'children' }, 2] }, { '!=': [{ var: 'adults' }, null] }] };
    expect(await value()).toEqual({
      '*': [{ var: 'adults' }, { if: [{ and: [{ '==': [{ var: 'season' }, 'spring'] }, either] }, 2, 1] }],
    });
  });
});

describe('the rows of a computation', () => {
  beforeEach(async () => {
    await add('otazka:adults');
    await add('otazka:children', 'minus');
    await add('podle', 'times');
    await press('vypocet-2-kdyz-0-pridat', { 'vypocet-2-kdyz-0-nova': 'season' });
  });
  const choice = { if: [{ '==': [{ var: 'season' }, 'spring'] }, 1, 1] };

  test('change their order, with everything in them', async () => {
    await save({ 'vypocet-2-pak-0-c-0-cislo': '1', 'vypocet-2-jinak-c-0-cislo': '1' });
    await press('vypocet-nahoru-2');
    expect(await value()).toEqual({ '-': [{ '*': [{ var: 'adults' }, choice] }, { var: 'children' }] });
    await press('vypocet-nahoru-1');
    // What comes first starts; what started is added.
    expect(await value()).toEqual({ '-': [{ '+': [choice, { var: 'adults' }] }, { var: 'children' }] });
    await press('vypocet-dolu-0');
    expect(await value()).toEqual({ '-': [{ '+': [{ var: 'adults' }, choice] }, { var: 'children' }] });
  });

  test('go one by one, until nothing is said again', async () => {
    await press('vypocet-smazat-2');
    expect(await value()).toEqual({ '-': [{ var: 'adults' }, { var: 'children' }] });
    await press('vypocet-smazat-0');
    expect(await value()).toEqual({ var: 'children' });
    await press('vypocet-smazat-0');
    expect(await value()).toEqual({});
  });

  test('are not added before something was chosen', async () => {
    const before = await value();
    await add('');
    expect(await value()).toEqual(before);
  });
});

describe('what cannot be computed is not saved, and the form says why:', () => {
  test.each([
    ['', 'Napište číslo, třeba 10'],
    ['mnoho', '„mnoho“ není číslo'],
  ])('the number %j', async (typed, message) => {
    await add('cislo');
    const refused = await send({ 'vypocet-0-c-0-cislo': typed, label: 'Nové znění' });
    expect(refused.status).toBe(400);
    expect(refused.$('#vypocet-0-c-0-cislo-error').text()).toContain(message);
    expect(refused.$('.govuk-error-summary').text()).toContain(message);
    expect([refused.$('#vypocet-0-c-0-cislo').val(), refused.$('#label').val()]).toEqual([typed, 'Nové znění']);
    expect(await value()).toBe(0);
  });

  test('mistakes in a table, all at once', async () => {
    await add('podle');
    await press('vypocet-0-kdyz-0-pridat', { 'vypocet-0-kdyz-0-nova': 'adults' });
    const refused = await send({
      'vypocet-0-kdyz-0-0-srovnani': 'over',
      'vypocet-0-pak-0-c-0-cislo': 'x',
      'vypocet-0-jinak-c-0-cislo': 'y',
    });
    expect(refused.status).toBe(400);
    const wrong = ['vypocet-0-kdyz-0-0-hodnota', 'vypocet-0-pak-0-c-0-cislo', 'vypocet-0-jinak-c-0-cislo'];
    expect(wrong.map(id => refused.$(`#${id}-error`).length)).toEqual([1, 1, 1]);
  });

  test('days of which one is not known', async () => {
    await add('dny');
    const refused = await send({ 'vypocet-0-c-0-do': '' });
    expect(refused.status).toBe(400);
    expect(refused.$('#vypocet-0-c-0-od-error').text()).toContain('od kdy do kdy');
  });

  test('more rows than could be read on', async () => {
    await visitor.submit(page, {
      form,
      fields: { akce: 'vypocet-json', 'vypocet-json': JSON.stringify(nested(18)) },
    });
    page = await visitor.get(page.path);
    await add('cislo', 'minus');
    const refused = await send({
      akce: 'vypocet-pridat',
      'vypocet-nova-operace': 'minus',
      'vypocet-nova-c-0': 'cislo',
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('zanořené víc než 20krát');
  });
});

test('a formula that does not fit into rows is shown and saved as JSON Logic', async () => {
  const logic = { '-': [{ var: 'adults' }, { '+': [{ var: 'children' }, 1] }] };
  const shown = await send({ akce: 'vypocet-json', 'vypocet-json': JSON.stringify(logic) });
  expect(shown.text).toContain('Vzorec je složitější');
  await visitor.submit(shown, { form });
  expect(await value()).toEqual(logic);
});

test('a formula written otherwise stays as it was written, until it is changed', async () => {
  const logic = { '+': [{ '+': [{ var: 'adults' }, { var: 'children' }] }, 1] };
  page = await send({ akce: 'vypocet-json', 'vypocet-json': JSON.stringify(logic) });
  await save();
  expect(await value()).toEqual(logic);
  await save({ 'vypocet-2-c-0-cislo': '2' });
  expect(await value()).toEqual({ '+': [{ var: 'adults' }, { var: 'children' }, 2] });
});

test('what is counted with stays when it comes too late, so that saving does not change it', async () => {
  await add('otazka:adults');
  const before = 'form[action$="/total/presun"]';
  await visitor.submit(`/sprava/agendy/${slug}/navrh/kroky/price`, {
    form: before,
    fields: { kam: 'krok:price', pred: 'adults' },
  });
  page = await visitor.get(page.path);
  expect(page.$('#vypocet-0-c-0 option[selected]').text()).toBe('Dospělí');
  await save();
  expect(await value()).toEqual({ var: 'adults' });
});

test('the fee is worked out in the same way', async () => {
  await visitor.submit(`/sprava/agendy/${slug}/navrh/nastaveni/poplatek`, { form, fields: { by: 'formula' } });
  page = await visitor.get(`/sprava/agendy/${slug}/navrh/podminky/fee.charge.crowns`);
  await save({ 'vypocet-0-c-0': 'otazka:adults' });
  await add('cislo', 'times');
  await save({ 'vypocet-1-c-0-cislo': '100' });
  const { definition } = await sketch();
  expect(definition.fee.charge).toEqual({ by: 'formula', crowns: { '*': [{ var: 'adults' }, 100] } });
});

function nested(depth: number): Logic {
  return Array.from({ length: depth }).reduce<Logic>(inner => ({ '-': [inner, 1] }), { var: 'adults' });
}

/** Presses the button under the rows. */
async function add(what: string, operation?: string): Promise<void> {
  await press('vypocet-pridat', {
    'vypocet-nova-c-0': what,
    ...(operation !== undefined && { 'vypocet-nova-operace': operation }),
  });
}

async function press(button: string, fields: Record<string, string> = {}): Promise<void> {
  await save({ akce: button, ...fields });
}

/** Sends the form and goes on with the page it leads to. */
async function save(fields: Record<string, string | undefined> = {}): Promise<void> {
  const saved = await send(fields);
  if (saved.status !== 200) throw new Error(saved.text);
  page = saved;
}

async function send(fields: Record<string, string | undefined>): Promise<Page> {
  return visitor.submit(page, { form, fields });
}

async function sketch() {
  const found = await findSketch(portal.db, slug);
  if (!found) throw new Error('the sketch is gone');
  return found;
}

async function value(): Promise<Logic | undefined> {
  const { definition } = await sketch();
  const total = definition.steps.flatMap(({ fields }) => fields).find(({ id }) => id === 'total');
  return total?.type === 'computed' ? total.value : undefined;
}
