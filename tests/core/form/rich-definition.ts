import type { DefinitionInput } from '../../../src/core/form/definition.ts';
import { aDefinition, parsed } from './definitions.ts';

type Field = DefinitionInput['steps'][number]['fields'][number];

const when = { '==': [{ var: 'kind' }, 'person'] };
const asked = { hint: 'Nápověda.', missing: 'Odpovězte.', required: true, when };
const options = [
  { value: 'person', label: 'Občan', hint: 'Člověk.' },
  { value: 'company', label: 'Firma', hint: 'Organizace.' },
];

const fields: Field[] = [
  {
    type: 'text',
    id: 'chip',
    label: 'Číslo čipu',
    ...asked,
    prefill: 'name',
    maxLength: 40,
    digits: 15,
    autocomplete: 'name',
  },
  { type: 'longText', id: 'story', label: 'Popis', ...asked, prefill: 'name', maxLength: 400 },
  {
    type: 'number',
    id: 'area',
    label: 'Plocha',
    ...asked,
    prefill: 'name',
    min: 1,
    max: 50,
    decimals: 1,
    unit: 'm²',
  },
  { type: 'money', id: 'price', label: 'Cena', ...asked, prefill: 'name', min: 1, max: 5000 },
  { type: 'date', id: 'from', label: 'Od kdy', ...asked, prefill: 'birthDate' },
  {
    type: 'date',
    id: 'to',
    label: 'Do kdy',
    ...asked,
    prefill: 'birthDate',
    minDaysFromToday: 0,
    maxDaysFromToday: 30,
    notBefore: 'from',
    autocomplete: 'bday',
  },
  { type: 'time', id: 'hour', label: 'V kolik', ...asked, prefill: 'name' },
  { type: 'yesNo', id: 'more', label: 'Ještě něco?', ...asked, prefill: 'name' },
  { type: 'severalOf', id: 'reasons', label: 'Důvody', ...asked, prefill: 'name', options },
  { type: 'email', id: 'otherEmail', label: 'Jiný e-mail', ...asked, prefill: 'email', autocomplete: 'email' },
  { type: 'phone', id: 'phone', label: 'Telefon', ...asked, prefill: 'phone', autocomplete: 'tel' },
  { type: 'address', id: 'home', label: 'Adresa', ...asked, prefill: 'address', autocomplete: 'street-address' },
  { type: 'person', id: 'owner', label: 'Držitel', ...asked, prefill: 'person', ask: ['born', 'address'] },
  { type: 'organisation', id: 'company', label: 'Firma', ...asked, prefill: 'organisation', ask: ['address'] },
  { type: 'birthNumber', id: 'birthNumber', label: 'Rodné číslo', ...asked, prefill: 'name', reason: 'Zákon.' },
  { type: 'ico', id: 'ico', label: 'IČO', ...asked, prefill: 'ico' },
  { type: 'bankAccount', id: 'account', label: 'Účet', ...asked, prefill: 'bankAccount' },
  { type: 'dataBox', id: 'box', label: 'Datová schránka', ...asked, prefill: 'dataBox' },
  { type: 'licencePlate', id: 'plate', label: 'Značka auta', ...asked, prefill: 'name' },
  { type: 'landParcel', id: 'parcel', label: 'Pozemek', ...asked, prefill: 'name' },
  { type: 'declaration', id: 'truth', label: 'Je to pravda.', ...asked, prefill: 'name' },
];

const budget: Field = {
  type: 'group',
  id: 'budget',
  label: 'Rozpočet',
  ...asked,
  rowLabel: 'Položka',
  min: 1,
  max: 5,
  fields: [
    { type: 'text', id: 'item', label: 'Položka rozpočtu', required: true },
    { type: 'money', id: 'cost', label: 'Náklady', required: true },
    { type: 'number', id: 'pieces', label: 'Kusy' },
    { type: 'computed', id: 'perPiece', label: 'Cena za kus', value: { '/': [{ var: 'cost' }, { var: 'pieces' }] } },
  ],
};

/** An agenda in which every property of the schema is said, and every list has at least two items. */
export const richDefinition = parsed(
  aDefinition(
    [
      {
        id: 'kind',
        title: 'Kdo žádá',
        why: 'Ať víme, na co se ptát.',
        fields: [{ type: 'oneOf', id: 'kind', label: 'Kdo žádá?', ...asked, prefill: 'name', options }],
      },
      { id: 'all', title: 'Všechno', why: 'Proto.', when, fields },
      {
        id: 'money',
        title: 'Peníze',
        fields: [
          { type: 'heading', id: 'title', label: 'Rozpis', when },
          { type: 'explanation', id: 'note', label: 'Pozor', text: 'Čtěte pečlivě.', when },
          budget,
          {
            type: 'computed',
            id: 'total',
            label: 'Celkem',
            hint: 'Sečteme to.',
            when,
            value: { sum: [{ var: 'budget' }, 'cost'] },
            format: 'number',
            decimals: 2,
            unit: 'Kč',
          },
          {
            type: 'file',
            id: 'photo',
            label: 'Fotka',
            hint: 'Stačí z mobilu.',
            required: true,
            when,
            formats: ['pdf', 'jpg'],
            maxMegabytes: 5,
            maxFiles: 2,
          },
        ],
      },
    ],
    {
      audiences: ['obcan', 'firma'],
      lifeSituations: ['zvirata', 'poplatky'],
      keywords: ['pes', 'čip'],
      prepare: ['číslo čipu', 'doklad'],
      fee: {
        summary: 'Podle sazby',
        rows: [
          { label: 'První pes', amount: '500 Kč' },
          { label: 'Druhý pes', amount: '700 Kč' },
        ],
        note: 'Platí se do konce března.',
        provision: '§ 2 zákona o poplatcích',
        charge: {
          by: 'table',
          take: 'first',
          rows: [
            { label: 'Občan', crowns: 500, when },
            { label: 'Ostatní', crowns: 700, when: { '==': [{ var: 'kind' }, 'company'] } },
          ],
        },
      },
      visit: {
        needed: true,
        text: 'Přijďte na radnici.',
        bring: [
          { text: 'Občanský průkaz', when },
          { text: 'Plná moc', when },
        ],
      },
      law: [
        { provision: '§ 1 zákona', text: 'Povinnost.', url: 'https://example.cz/1' },
        { provision: '§ 2 zákona', text: 'Sazba.', url: 'https://example.cz/2' },
      ],
      attachments: [
        {
          id: 'plan',
          label: 'Plánek',
          hint: 'Stačí náčrt.',
          required: true,
          when,
          formats: ['pdf', 'jpg'],
          maxMegabytes: 5,
          maxFiles: 2,
        },
        { id: 'mandate', label: 'Plná moc', required: false },
      ],
      rules: [
        {
          id: 'order',
          when: { '!!': [{ var: 'from' }] },
          holds: { '>': [{ var: 'area' }, 2] },
          message: 'Zvětšete plochu',
          at: 'area',
        },
        { id: 'sum', holds: { '>': [{ var: 'total' }, 0] }, message: 'Vyplňte rozpočet', at: 'budget' },
      ],
      subjectFields: ['chip', 'area'],
      applicant: { name: 'name', email: 'email', phone: 'phone' },
      plan: [
        { id: 'check', title: 'Kontrola', department: 'spravni', targetDays: 5 },
        { id: 'decision', title: 'Rozhodnutí', department: 'dopravy', targetDays: 20 },
      ],
      decision: { approval: true },
      clock: { kind: 'administrative', days: 30, unit: 'calendar', provision: '§ 71' },
      mails: { filed: 'Děkujeme.', assigned: 'Už na tom děláme.', decided: 'Hotovo.' },
      letters: [
        { id: 'complete', title: 'Výzva', text: 'Doplňte prosím.' },
        { id: 'granted', title: 'Vyhověno', text: 'Vyhověli jsme.' },
      ],
      translations: { en: { title: 'Trial', summary: 'What for.' }, uk: { title: 'Проба' } },
    },
  ),
);
