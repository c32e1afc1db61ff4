import { describe, expect, test } from 'vitest';
import { dayInPrague } from '../../src/core/czech/format.ts';
import type { Entries } from '../../src/core/form/answers.ts';
import { fieldTypes, type DefinitionInput, type FieldType } from '../../src/core/form/definition.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { freezeContent } from '../../src/core/form/freeze-content.ts';
import { everyType, parsed } from '../core/form/definitions.ts';
import { startPortal } from '../support/app.ts';
import { attachPdf, createOfficer } from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';
import { offerAgenda } from './offer-agenda.ts';
import { plain, printed } from './printed.ts';
import { answerAll, begin, draftId, draftOf } from './walk.ts';

type Field = DefinitionInput['steps'][number]['fields'][number];

/** How an answer of each type reads wherever it is read again, from typing it to the clerk's desk. */

const portal = await startPortal();
const { deps } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const steps = everyType.steps.map(({ when: _when, ...step }) => ({ ...step, fields: step.fields.map(always) }));
const visitor = await portal.visitor();

const home = { street: 'Střelecká 1', city: 'Hradec Králové', zip: '50002' };
const typed: Entries = {
  name: 'Jana Nová',
  email: 'Jana@Example.cz',
  story: 'První odstavec.\n\nDruhý odstavec.',
  area: '1250,5',
  price: '1250,5',
  from: { day: '1', month: '6', year: '2026' },
  to: { day: '2', month: '6', year: '2026' },
  more: 'yes',
  kind: 'company',
  reasons: ['a', 'b'],
  truth: 'yes',
  ico: '268810',
  birthNumber: '7360285163',
  phone: '777123456',
  home,
  account: '19 - 2000145399 / 0800',
  box: 'BEBB2IN',
  plate: '1h23456',
  host: { given: 'Josef', family: 'Dvořák', day: '1', month: '2', year: '1980', ...home },
  club: { name: 'Spolek, z. s.', ico: '268810', ...home },
  parcel: { area: 'Kukleny', parcel: '1234/5' },
  begins: '8.30',
  costs: [
    { what: 'Židle', pieces: '3', each: '1250' },
    { what: 'Plakáty', pieces: '200', each: '12,50' },
  ],
};

/** Of each type the label and the lines that `present` gives under it; of a group its rows. */
const shown: Record<FieldType, string[]> = {
  text: ['Jméno Jana Nová'],
  longText: ['Popis První odstavec. Druhý odstavec.'],
  number: ['Plocha 1 250,5'],
  money: ['Cena 1 250,50 Kč'],
  date: ['Od 1. 6. 2026', 'Do 2. 6. 2026'],
  time: ['Začátek 8:30'],
  yesNo: ['Ještě něco? Ano'],
  oneOf: ['Kdo Firma'],
  severalOf: ['Důvody Á Bé'],
  email: ['E-mail Jana@example.cz'],
  phone: ['Telefon +420 777 123 456'],
  address: ['Adresa Střelecká 1 500 02 Hradec Králové'],
  person: ['Pořadatel Josef Dvořák narození 1. 2. 1980 Střelecká 1 500 02 Hradec Králové'],
  organisation: ['Spolek Spolek, z. s. IČO 00268810 Střelecká 1 500 02 Hradec Králové'],
  birthNumber: ['Rodné číslo 736028/5163'],
  ico: ['IČO 00268810'],
  bankAccount: ['Účet 19-2000145399/0800'],
  dataBox: ['Datovka bebb2in'],
  licencePlate: ['Značka 1H2 3456'],
  landParcel: ['Pozemek parcela 1234/5, katastrální území Kukleny'],
  declaration: ['Je to pravda. Potvrzeno'],
  computed: ['Celkem 6 250 Kč'],
  group: ['Výdaj 1 Židle 3 1 250 Kč 3 750 Kč', 'Výdaj 2 Plakáty 200 12,50 Kč 2 500 Kč'],
  file: ['fotka.pdf'],
  heading: [],
  explanation: [],
};

const { summary, receipt, paper, desk } = await filed();
const places = { 'the summary': summary, 'the receipt': receipt, 'the receipt as PDF': paper, 'the desk': desk };

describe.each(Object.entries(places))('%s', (_place, text) => {
  test.each(fieldTypes)('shows what was answered to a question of type %s', type => {
    for (const answer of shown[type]) expect(text).toContain(answer);
    expect(shown[type].length === 0).toBe(type === 'heading' || type === 'explanation');
  });

  test('does not repeat what asked nothing', () => {
    for (const notice of ['Kdo pořádá', 'Čtěte.']) expect(text).not.toContain(notice);
  });
});

test('every line that an answer is presented by is in the table above', () => {
  const definition = parsed({ ...everyType, steps });
  const content = freezeContent(definition, evaluate(definition, typed, { today: dayInPrague(deps.now()) }));
  for (const { type, label, lines, rows = [] } of content.steps.flatMap(step => step.answers)) {
    const read = [label, ...lines].join(' ');
    const tables = rows.map(row => [row.title, ...row.answers.flatMap(answer => answer.lines)].join(' '));
    expect(shown[type].map(plain)).toEqual(expect.arrayContaining((rows.length > 0 ? tables : [read]).map(plain)));
  }
});

/** Typed in as a person does, filed, and read where it is read later. */
async function filed(): Promise<Record<'summary' | 'receipt' | 'paper' | 'desk', string>> {
  const first = await begin(visitor, await offerAgenda(portal, steps.slice(1)));
  await attachPdf(deps, { draftId: draftId(first), slot: 'photo', name: 'fotka.pdf' });
  const summary = await answerAll(visitor, first, typed);
  expect(summary.path).toBe(`${draftOf(first)}/souhrn`);
  const receipt = await visitor.submit(summary, { form: 'main form[action$="/odeslani"]' });
  const officer = await portal.visitor(await createOfficer(deps, { department: 'spravni' }));
  return {
    summary: readable(summary),
    receipt: readable(receipt),
    paper: await printed(visitor, `${receipt.path}.pdf`),
    desk: readable(await officer.get(`/urad${receipt.path.replace('/potvrzeni', '')}`)),
  };
}

/** Asked whatever is answered. */
function always({ when: _when, ...field }: Field): Field {
  return field;
}

/** The words of the main part; each line of an answer apart. */
function readable({ $ }: Page): string {
  $('main br, main dt, main td, main th').after(' ');
  // What a screen reader is told beside the link is no part of the answer.
  $('main .govuk-visually-hidden').remove();
  return plain($('main').text());
}
