import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { fieldSchema, fieldTypes, isQuestion } from '../../../src/core/form/definition.ts';
import { placesOf } from '../../../src/core/form/places.ts';
import { examples } from '../../web/gallery.ts';
import { everyType, parsed } from './definitions.ts';

/** Files are named as the components: birthNumber is in birth-number. */
const nameOf = (type: string) => type.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
/** What is not answered by typing; the engine itself reads it, or nothing is to be read. */
const notTyped = ['computed', 'group', 'file', 'heading', 'explanation'];
const questions = fieldTypes.filter(type => !notTyped.includes(type));

describe.each(fieldTypes.map(nameOf))('the field type %s', name => {
  it('has a component, which the component of any field draws', () => {
    expect(existsSync(`views/components/field-${name}/macro.njk`)).toBe(true);
    expect(readFileSync('views/components/field/macro.njk', 'utf8')).toContain(`"components/field-${name}/macro.njk"`);
  });

  it('has its look in the gallery', () => {
    expect(examples[`field-${name}`]?.length).toBeGreaterThan(0);
  });
});

describe.each(questions.map(nameOf))('the question type %s', name => {
  it('has a kind', () => {
    expect(existsSync(`src/core/form/fields/${name}.ts`)).toBe(true);
  });

  it('has a table test', () => {
    expect(readFileSync(`tests/core/form/fields/${name}.test.ts`, 'utf8')).toContain('fieldTable({');
  });
});

it.each(fieldTypes)('the agenda of every type has the type %s', type => {
  expect(placesOf(parsed(everyType)).map(({ field }) => field.type)).toContain(type);
});

it.each(notTyped)('nothing is typed into the type %s', type => {
  const field = fieldSchema.options.find(option => option.shape.type.value === type);
  expect(field).toBeDefined();
  expect(isQuestion({ type } as Parameters<typeof isQuestion>[0])).toBe(false);
});
