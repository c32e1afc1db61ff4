import { describe, expect, test } from 'vitest';
import { fieldTypes, sketchSchema, type Definition } from '../../../../src/core/form/definition.ts';
import { consequences } from '../../../../src/core/form/edit/consequences.ts';
import {
  addField,
  changeFieldType,
  duplicateField,
  editField,
  placeOf,
  removeField,
} from '../../../../src/core/form/edit/fields.ts';
import { moveField, moveFieldTo } from '../../../../src/core/form/edit/move-field.ts';
import { rowLimit } from '../../../../src/core/form/field-schema.ts';
import { aSketch, done, fieldIds } from './sketch.ts';

const sketch = aSketch();
const what = { step: 'what' };
const field = (definition: Definition, id: string) => placeOf(definition, id)?.field;

describe('a new field', () => {
  test.each(fieldTypes)('of type %s fits the sketch', type => {
    const added = done(addField(sketch, { type, label: 'Něco nového', into: what }));
    expect(sketchSchema.safeParse(added).success).toBe(true);
    expect(fieldIds(added, 'what').at(-1)).toBe('necoNoveho');
  });

  test('comes in front of another one when asked', () => {
    const added = done(addField(sketch, { type: 'text', label: 'Rasa', into: what, before: 'from' }));
    expect(fieldIds(added, 'what').slice(0, 3)).toEqual(['animal', 'dogName', 'rasa']);
  });

  test('goes into the rows of a group, unless rows cannot have it', () => {
    const items = { group: 'items' };
    const added = done(addField(sketch, { type: 'money', label: 'Sleva', into: items }));
    expect(field(added, 'items')).toMatchObject({ fields: [{ id: 'itemName' }, { id: 'itemPrice' }, { id: 'sleva' }] });
    for (const type of ['group', 'file', 'heading', 'explanation'] as const) {
      expect(addField(sketch, { type, label: 'Ne', into: items })).toMatchObject({ ok: false, reason: 'limit' });
    }
  });

  test.each([{ step: 'nobody' }, { group: 'nobody' }, { group: 'animal' }])('%j is nowhere to put it', into => {
    expect(addField(sketch, { type: 'text', label: 'X', into })).toEqual({ ok: false, reason: 'missing' });
  });

  test('is refused beyond 400', () => {
    let full = sketch;
    for (let step = 0; step < 5; step += 1) {
      const fields = Array.from({ length: step === 4 ? 100 - 11 : 78 }, (_field, index) => ({
        type: 'yesNo' as const,
        id: `q${step}x${index}`,
        label: 'Q',
        required: true,
      }));
      full = { ...full, steps: [...full.steps, { id: `s${step}`, title: 'S', fields }] };
    }
    const count = full.steps.flatMap(({ fields }) => fields).length + 2;
    for (let left = 400 - count; left > 0; left -= 1) {
      full = done(addField(full, { type: 'text', label: 'Y', into: { step: left % 2 ? 'what' : 'costs' } }));
    }
    expect(addField(full, { type: 'text', label: 'X', into: what })).toMatchObject({ ok: false, reason: 'limit' });
  });
});

describe('a field', () => {
  test('is said anew and keeps its id and type', () => {
    const edited = done(
      editField(sketch, 'dogName', { label: 'Jak se jmenuje?', maxLength: 50, id: 'x', type: 'date' }),
    );
    expect(field(edited, 'dogName')).toEqual({
      type: 'text',
      id: 'dogName',
      label: 'Jak se jmenuje?',
      required: true,
      maxLength: 50,
    });
  });

  test('of a group keeps the fields of its rows', () => {
    const edited = done(editField(sketch, 'items', { label: 'Věci', rowLabel: 'Věc', max: rowLimit }));
    expect(field(edited, 'items')).toMatchObject({ label: 'Věci', fields: [{ id: 'itemName' }, { id: 'itemPrice' }] });
  });

  test.each([
    ['items', { label: 'Věci', rowLabel: 'Věc', max: rowLimit + 1 }, 'max'],
    ['dogName', { label: 'x'.repeat(301) }, 'label'],
    ['dogName', { label: 'X', maxLength: 0 }, 'maxLength'],
    ['nobody', {}, undefined],
  ])('%s is not said by %j', (id, input, path) => {
    const refused = editField(sketch, id, input);
    expect(refused).toMatchObject(path ? { reason: 'invalid', problems: [{ path }] } : { reason: 'missing' });
  });

  test('of another type keeps what both types have', () => {
    const longer = done(changeFieldType(sketch, { id: 'dogName', type: 'longText' }));
    expect(field(longer, 'dogName')).toMatchObject({
      type: 'longText',
      label: 'Jméno psa',
      when: expect.anything() as unknown,
    });
    const ticks = done(changeFieldType(sketch, { id: 'animal', type: 'severalOf' }));
    expect(field(ticks, 'animal')).toMatchObject({ options: [{ value: 'dog' }, { value: 'cat' }] });
  });

  test('stays a group while its rows have fields', () => {
    expect(changeFieldType(sketch, { id: 'items', type: 'text' })).toMatchObject({ ok: false, reason: 'limit' });
  });

  test.each<[string, 'up' | 'down', string[]]>([
    ['animal', 'down', ['dogName', 'animal', 'from', 'to', 'days']],
    ['days', 'up', ['animal', 'dogName', 'from', 'days', 'to']],
    ['animal', 'up', ['animal', 'dogName', 'from', 'to', 'days']],
  ])('%s moves %s', (id, direction, expected) => {
    expect(fieldIds(done(moveField(sketch, { id, direction })), 'what')).toEqual(expected);
  });

  test('moves to another step, in front of a field or to the end', () => {
    const moved = done(moveFieldTo(sketch, { id: 'animal', into: { step: 'costs' }, before: 'total' }));
    expect([fieldIds(moved, 'what')[0], fieldIds(moved, 'costs')]).toEqual(['dogName', ['items', 'animal', 'total']]);
    expect(fieldIds(done(moveFieldTo(sketch, { id: 'animal', into: { step: 'costs' } })), 'costs').at(-1)).toBe(
      'animal',
    );
  });

  test('moved behind one that asks about it is moved, and that is told', () => {
    const moved = done(moveField(sketch, { id: 'animal', direction: 'down' }));
    expect(consequences(sketch, moved)).toMatchObject([
      { label: 'Krok „Zvíře“, otázka „Jméno psa“', message: expect.stringContaining('přichází až potom') as unknown },
    ]);
    expect(consequences(sketch, sketch)).toEqual([]);
  });

  test('does not move into itself or to nowhere', () => {
    expect(moveFieldTo(sketch, { id: 'items', into: { group: 'items' } }).ok).toBe(false);
    expect(moveFieldTo(sketch, { id: 'animal', into: { step: 'nobody' } })).toEqual({ ok: false, reason: 'missing' });
  });

  test('is copied behind itself, and a copied group adds up its own column', () => {
    const copied = done(duplicateField(sketch, 'animal'));
    expect(fieldIds(copied, 'what').slice(0, 2)).toEqual(['animal', 'animal2']);
    expect(field(copied, 'animal2')?.label).toBe('Jaké zvíře? (kopie)');
    const group = field(done(duplicateField(sketch, 'items')), 'items2');
    expect(group).toMatchObject({ fields: [{ id: 'itemName2' }, { id: 'itemPrice2' }] });
  });

  test('to which nothing refers is removed with its translations', () => {
    const named = { ...sketch, translations: { en: { 'fields.total.label': 'Total', title: 'Agenda' } } };
    const left = done(removeField(named, { id: 'total', withReferences: false }));
    expect(fieldIds(left, 'costs')).toEqual(['items']);
    expect(left.translations).toEqual({ en: { title: 'Agenda' } });
  });
});
