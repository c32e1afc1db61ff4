import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { fieldTypes, type FieldType } from '../../src/core/form/definition.ts';
import type { PrefillSource } from '../../src/core/form/field-schema.ts';
import { renderComponent } from './gallery.ts';

/** The end of its name, what the browser takes it for, the keys a phone offers, what the browser fills in by itself. */
type Box = [part: string, type: string, keys?: string, own?: string];

interface Asked {
  /** What makes the question one about the applicant. */
  prefill?: PrefillSource;
  /** What the browser fills in when it is about somebody else; `off` when left out. */
  others?: string;
  /** Properties without which the type cannot be drawn. */
  field?: object;
  boxes: Box[];
}

const chosen = { options: [{ value: 'a', label: 'Á' }] };
const bornOn: Box[] = ['day', 'month', 'year'].map(part => [`-${part}`, 'text', 'numeric', `bday-${part}`]);
const home: Box[] = [
  ['-street', 'text', '', 'address-line1'],
  ['-city', 'text', '', 'address-level2'],
  ['-zip', 'text', 'numeric', 'postal-code'],
];
const seat = home.map(([part, type, keys = '']): Box => [part, type, keys, 'off']);

const asked: Record<FieldType, Asked> = {
  text: { prefill: 'name', others: '', boxes: [['', 'text', '', 'name']] },
  longText: { boxes: [['', 'textarea']] },
  number: { boxes: [['', 'text', 'numeric', 'off']] },
  money: { boxes: [['', 'text', 'decimal', 'off']] },
  date: { prefill: 'birthDate', boxes: bornOn },
  time: { boxes: [['', 'text', '', 'off']] },
  yesNo: {
    boxes: [
      ['', 'radio'],
      ['', 'radio'],
    ],
  },
  oneOf: { field: chosen, boxes: [['', 'radio']] },
  severalOf: { field: chosen, boxes: [['', 'checkbox']] },
  email: { prefill: 'email', others: 'email', boxes: [['', 'email', 'email', 'email']] },
  phone: { prefill: 'phone', others: 'tel', boxes: [['', 'tel', '', 'tel']] },
  address: { prefill: 'address', boxes: home },
  person: {
    prefill: 'person',
    field: { ask: ['born', 'address'] },
    boxes: [['-given', 'text', '', 'given-name'], ['-family', 'text', '', 'family-name'], ...bornOn, ...home],
  },
  organisation: {
    prefill: 'organisation',
    field: { ask: ['address'] },
    boxes: [['-name', 'text', '', 'organization'], ['-ico', 'text', 'numeric', 'off'], ...seat],
  },
  birthNumber: { field: { reason: '§ 1' }, boxes: [['', 'text', 'numeric', 'off']] },
  ico: { prefill: 'ico', boxes: [['', 'text', 'numeric', 'off']] },
  bankAccount: { prefill: 'bankAccount', boxes: [['', 'text', '', 'off']] },
  dataBox: { prefill: 'dataBox', boxes: [['', 'text', '', 'off']] },
  licencePlate: { boxes: [['', 'text', '', 'off']] },
  landParcel: {
    boxes: [
      ['-area', 'text', '', 'off'],
      ['-parcel', 'text', '', 'off'],
    ],
  },
  declaration: { boxes: [['', 'checkbox']] },
  file: { boxes: [['', 'file']] },
  computed: { boxes: [] },
  group: { field: { rowLabel: 'Řádek', max: 3 }, boxes: [['-rows', 'hidden']] },
  heading: { boxes: [] },
  explanation: { field: { text: 'Čtěte.' }, boxes: [] },
};

const byChoosing = ['radio', 'checkbox'];
const prefilled = fieldTypes.filter(type => asked[type].prefill !== undefined);
const inRows = fieldTypes.filter(type => !['group', 'file', 'heading', 'explanation'].includes(type));
const hinted = fieldTypes.filter(type => !['heading', 'explanation'].includes(type));

test.each(fieldTypes)('of type %s, about the applicant: the keys it needs, and what the browser knows', type => {
  const { boxes, field, prefill } = asked[type];
  expect(boxesOf(type, { ...field, prefill })).toEqual(
    boxes.map(([part, kind, keys = '', own = '']) => [`q${part}`, kind, keys, own]),
  );
});

test.each(prefilled)('of type %s, about somebody else: the browser does not fill in the applicant', type => {
  const { boxes, field, others = 'off' } = asked[type];
  expect(boxesOf(type, { ...field })).toEqual(boxes.map(([part, kind, keys = '']) => [`q${part}`, kind, keys, others]));
});

test.each(inRows)('of type %s, in a row: the same keys, and the browser fills in nothing', type => {
  const { boxes, field } = asked[type];
  const expected = boxes.map(([part, kind, keys = '']) => {
    return [`rows-0-q${part}`, kind, keys, byChoosing.includes(kind) ? '' : 'off'];
  });
  expect(boxesOf(type, { ...field, autocomplete: 'name' }, 'rows-0-')).toEqual(expected);
});

test.each(hinted)('of type %s: the hint is said with every box', type => {
  for (const prefix of ['', 'rows-0-']) {
    const $ = drawn(type, { ...asked[type].field, hint: 'Nápověda k otázce' }, prefix);
    const hint = `${prefix}q-hint`;
    expect($(`#${hint}`).text()).toBe('Nápověda k otázce');
    const said = `[aria-describedby~="${hint}"]`;
    const boxes = $('input:not([type=hidden]), textarea, output').toArray();
    expect(boxes.filter(box => $(box).closest(said).length === 0)).toEqual([]);
    expect($(said).length).toBe(1);
  }
});

test.each([
  ['text', { digits: 15 }, 'numeric', ''],
  ['text', { prefill: 'organisationName' }, '', 'organization'],
  ['number', { decimals: 2 }, 'decimal', 'off'],
  ['number', { min: -20 }, '', 'off'],
  ['address', { prefill: 'organisationAddress' }, '', 'off'],
] as const)('of type %s with %j has the keys %j and is filled in with %j', (type, field, keys, filled) => {
  expect(boxesOf(type, field)[0]?.slice(2)).toEqual([keys, filled]);
});

function drawn(type: FieldType, field: object, prefix?: string) {
  const rows = [{ fields: [] }];
  const state = { field: { type, id: 'q', label: 'Otázka', required: true, ...field }, rows };
  return load(renderComponent('field', { state, prefix }), null, false);
}

/** Each box by its name, type, keys and what the browser fills in. */
function boxesOf(type: FieldType, field: object, prefix?: string): string[][] {
  const $ = drawn(type, field, prefix);
  return $('input, textarea, select')
    .toArray()
    .map(box => [
      $(box).attr('name') ?? '',
      $(box).is('input') ? ($(box).attr('type') ?? '') : box.tagName,
      $(box).attr('inputmode') ?? '',
      $(box).attr('autocomplete') ?? '',
    ]);
}
