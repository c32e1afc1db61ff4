import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Step } from '../../../src/core/form/definition.ts';
import { readEntries } from '../../../src/core/form/read-entries.ts';
import { everyType, parsed } from './definitions.ts';

const { steps } = parsed(everyType);
const [who, plain, choices, numbers] = steps as [Step, Step, Step, Step];

describe('entries read from a request', () => {
  it('are kept as typed, spaces and errors included', () => {
    const body = {
      story: ' Dobrý den,\r\n ',
      area: 'asi 5',
      'from-day': '31',
      'from-month': '2',
      'from-year': '',
      x: 'y',
    };
    expect(readEntries(plain, body)).toEqual({
      story: ' Dobrý den,\r\n ',
      area: 'asi 5',
      from: { day: '31', month: '2', year: '' },
    });
  });

  it('leave out what was not sent, so that a draft keeps it, but take ticks away', () => {
    expect(readEntries(plain, {})).toEqual({});
    expect(readEntries(choices, {})).toEqual({ reasons: [], truth: '' });
  });

  it('say that a field was emptied', () => {
    expect(readEntries(plain, { area: '' })).toEqual({ area: '' });
  });

  it('take the first of doubled values, and all ticks', () => {
    expect(readEntries(plain, { area: ['1', '2'], 'to-day': ['5', '6'] })).toEqual({
      area: '1',
      to: { day: '5', month: '', year: '' },
    });
    expect(readEntries(choices, { reasons: ['a', 'b'], kind: 'person', truth: ['yes', 'yes'] })).toEqual({
      kind: 'person',
      reasons: ['a', 'b'],
      truth: 'yes',
    });
    expect(readEntries(choices, { reasons: 'a' })).toMatchObject({ reasons: ['a'] });
  });

  it.each([undefined, null, 'text', 5, [], new Map()])('of a body that is none are none: %j', body => {
    expect(readEntries(who, body)).toEqual({});
  });

  it('count nested values as empty', () => {
    expect(readEntries(numbers, { ico: { a: ['b'] }, box: [['x']], 'home-zip': { $gt: '' } })).toEqual({
      ico: '',
      box: '',
      home: { street: '', city: '', zip: '' },
    });
  });

  it('cut endless values so that they stay too long', () => {
    const entries = readEntries(plain, { story: 'x'.repeat(10_000_000), area: '1'.repeat(10_000_000) });
    expect(entries).toEqual({ story: 'x'.repeat(60_000), area: '1'.repeat(1000) });
    expect(readEntries(choices, { reasons: Array(100_000).fill('a') })['reasons']).toHaveLength(100);
  });

  it('hold no characters the database refuses', () => {
    expect(readEntries(who, { name: 'a\0b\uD800' })).toEqual({ name: 'a\uFFFDb\uFFFD' });
  });

  it('do not come from what objects inherit', () => {
    const step: Step = { ...who, fields: who.fields.map(field => ({ ...field, id: 'constructor' })) };
    expect(readEntries(step, {})).toEqual({});
    expect(readEntries(who, Object.create({ name: 'inherited' }))).toEqual({});
  });

  it('never throw and are always entries, whatever the body', () => {
    const names = steps.flatMap(step => step.fields).flatMap(({ id }) => [id, `${id}-day`, `${id}-zip`]);
    const body = fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), fc.anything());
    fc.assert(
      fc.property(fc.oneof(body, fc.anything()), fc.constantFrom(...steps), (sent, step) => {
        for (const entry of Object.values(readEntries(step, sent))) {
          const parts = typeof entry === 'string' ? [entry] : Object.values(entry);
          expect(parts.every(part => typeof part === 'string' && part.isWellFormed() && !part.includes('\0'))).toBe(
            true,
          );
        }
      }),
    );
  });
});
