import type { Definition, DefinitionInput } from '../../../src/core/form/definition.ts';
import { definitionSchema } from '../../../src/core/form/definition.ts';

type Steps = DefinitionInput['steps'];

/** The rest of an agenda around the steps a test is about. Name and e-mail are asked in the first step. */
export function aDefinition(steps: Steps = [], rest: Partial<DefinitionInput> = {}): DefinitionInput {
  return {
    format: 1,
    slug: 'zkouska',
    title: 'Zkouška',
    summary: 'K čemu to je.',
    audiences: ['obcan'],
    lifeSituations: ['zvirata'],
    department: 'spravni',
    whoMayFile: { text: 'Kdokoli.', identity: 'none' },
    duration: '5 minut',
    fee: { summary: 'Zdarma' },
    visit: { needed: false, text: 'Nemusíte nikam chodit.' },
    law: [{ provision: '§ 1', text: 'Zákon.' }],
    steps: [
      {
        id: 'who',
        title: 'Kdo',
        fields: [
          { type: 'text', id: 'name', label: 'Jméno' },
          { type: 'email', id: 'email', label: 'E-mail' },
        ],
      },
      ...steps,
    ],
    applicant: { name: 'name', email: 'email' },
    plan: [{ id: 'work', title: 'Vyřízení', department: 'spravni', targetDays: 10 }],
    clock: { days: 30, unit: 'calendar', provision: '§ 71' },
    ...rest,
  };
}

export function parsed(input: DefinitionInput): Definition {
  return definitionSchema.parse(input);
}

/** Every type of field at once, some of them conditional. */
export const everyType = aDefinition(
  [
    {
      id: 'plain',
      title: 'Otázky',
      fields: [
        { type: 'longText', id: 'story', label: 'Popis' },
        { type: 'number', id: 'area', label: 'Plocha', decimals: 1, min: 0 },
        { type: 'money', id: 'price', label: 'Cena', required: false },
        { type: 'date', id: 'from', label: 'Od', minDaysFromToday: 0 },
        { type: 'date', id: 'to', label: 'Do', notBefore: 'from' },
        { type: 'yesNo', id: 'more', label: 'Ještě něco?' },
        { type: 'explanation', id: 'note', label: 'Pozor', text: 'Čtěte.', when: { '==': [{ var: 'more' }, false] } },
      ],
    },
    {
      id: 'choices',
      title: 'Výběr',
      when: { '==': [{ var: 'more' }, true] },
      fields: [
        {
          type: 'oneOf',
          id: 'kind',
          label: 'Kdo',
          options: [
            { value: 'person', label: 'Občan' },
            { value: 'company', label: 'Firma' },
          ],
        },
        {
          type: 'severalOf',
          id: 'reasons',
          label: 'Důvody',
          options: [
            { value: 'a', label: 'Á' },
            { value: 'b', label: 'Bé' },
          ],
        },
        { type: 'declaration', id: 'truth', label: 'Je to pravda.' },
      ],
    },
    {
      id: 'numbers',
      title: 'Čísla',
      fields: [
        { type: 'ico', id: 'ico', label: 'IČO', when: { '==': [{ var: 'kind' }, 'company'] } },
        {
          type: 'birthNumber',
          id: 'birthNumber',
          label: 'Rodné číslo',
          reason: 'Zákon.',
          when: { '==': [{ var: 'kind' }, 'person'] },
        },
        { type: 'phone', id: 'phone', label: 'Telefon', when: { in: ['a', { var: 'reasons' }] } },
        { type: 'address', id: 'home', label: 'Adresa', when: { '>': [{ var: 'area' }, 10] } },
        { type: 'bankAccount', id: 'account', label: 'Účet', when: { '==': [{ var: 'home.zip' }, '50002'] } },
        { type: 'dataBox', id: 'box', label: 'Datovka', required: false },
        { type: 'licencePlate', id: 'plate', label: 'Značka', when: { '!': { var: 'price' } } },
      ],
    },
    {
      id: 'event',
      title: 'Akce',
      when: { '==': [{ var: 'kind' }, 'person'] },
      fields: [
        { type: 'heading', id: 'hosts', label: 'Kdo pořádá' },
        { type: 'person', id: 'host', label: 'Pořadatel', ask: ['born', 'address'] },
        { type: 'organisation', id: 'club', label: 'Spolek', ask: ['address'] },
        { type: 'landParcel', id: 'parcel', label: 'Pozemek' },
        { type: 'time', id: 'begins', label: 'Začátek' },
        {
          type: 'group',
          id: 'costs',
          label: 'Výdaje',
          rowLabel: 'Výdaj',
          min: 2,
          fields: [
            { type: 'text', id: 'what', label: 'Za co' },
            { type: 'number', id: 'pieces', label: 'Kusů' },
            { type: 'money', id: 'each', label: 'Za kus' },
            {
              type: 'computed',
              id: 'cost',
              label: 'Za vše',
              format: 'money',
              value: { '*': [{ var: 'pieces' }, { var: 'each' }] },
            },
          ],
        },
        { type: 'computed', id: 'total', label: 'Celkem', format: 'money', value: { sum: [{ var: 'costs' }, 'cost'] } },
        { type: 'file', id: 'photo', label: 'Fotka' },
      ],
    },
  ],
  { attachments: [{ id: 'plan', label: 'Plánek', when: { '>=': [{ var: 'to' }, '2026-06-01'] } }] },
);
