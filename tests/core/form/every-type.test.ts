import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { fieldSchema } from '../../../src/core/form/definition.ts';

const types = fieldSchema.options.map(option => option.shape.type.value);
/** Files are named as the components: birthNumber is in birth-number. */
const names = types.map(type => type.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));

describe.each(names)('the field type %s', name => {
  it('has a component', () => {
    expect(existsSync(`views/components/field-${name}/macro.njk`)).toBe(true);
  });
});

describe.each(names.filter(name => name !== 'explanation'))('the question type %s', name => {
  it('has a kind', () => {
    expect(existsSync(`src/core/form/fields/${name}.ts`)).toBe(true);
  });

  it('has a table test', () => {
    expect(readFileSync(`tests/core/form/fields/${name}.test.ts`, 'utf8')).toContain('fieldTable({');
  });
});
