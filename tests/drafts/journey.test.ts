import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { definitionSchema } from '../../src/core/form/definition.ts';
import type { Entries } from '../../src/core/form/answers.ts';
import {
  journeyOf,
  missingSlots,
  progressAt,
  stopAfter,
  stopBefore,
  stopBeforeSummary,
} from '../../src/drafts/journey.ts';

const definition = definitionSchema.parse({
  format: 1,
  slug: 'zkouska',
  title: 'Zkouška',
  summary: 'Zkouška',
  audiences: ['obcan'],
  lifeSituations: ['zkouska'],
  department: 'zkousek',
  whoMayFile: { text: 'Kdokoli', identity: 'none' },
  duration: 'Chvíli',
  fee: { summary: 'Nic' },
  visit: { needed: false, text: 'Ne' },
  law: [{ provision: '§ 1', text: 'Zkouška' }],
  steps: [
    { id: 'first', title: 'První', fields: [{ id: 'more', type: 'yesNo', label: 'Chcete víc?' }] },
    {
      id: 'second',
      title: 'Druhý',
      when: { '==': [{ var: 'more' }, true] },
      fields: [{ id: 'what', type: 'text', label: 'Co?' }],
    },
    { id: 'third', title: 'Třetí', fields: [{ id: 'name', type: 'text', label: 'Jméno', required: false }] },
  ],
  attachments: [
    { id: 'proof', label: 'Doklad', when: { '==': [{ var: 'more' }, true] } },
    { id: 'extra', label: 'Něco navíc', required: false, when: { '==': [{ var: 'more' }, true] } },
  ],
  applicant: { name: 'name', email: 'name' },
  plan: [{ id: 'one', title: 'Jeden', department: 'zkousek', targetDays: 1 }],
  clock: { days: 30, unit: 'calendar', provision: '§ 71' },
});

const today = Temporal.PlainDate.from('2026-11-22');
const stopsFor = (entries: Entries, files: { slot: string }[] = []) =>
  journeyOf(evaluate(definition, entries, { today }), files);
const no: Entries = { more: 'no' };
const yes: Entries = { more: 'yes', what: 'všechno' };
const proof = { slot: 'proof' };

describe('the way through a form follows the answers', () => {
  it.each([
    ['nothing answered', {}, ['first', 'third', 'souhrn']],
    ['the short way', no, ['first', 'third', 'souhrn']],
    ['the long way', yes, ['first', 'second', 'third', 'prilohy', 'souhrn']],
  ])('%s', (_what, entries, expected) => {
    expect(stopsFor(entries).map(stop => stop.id)).toEqual(expected);
  });

  it('goes on from a step that is no longer asked', () => {
    expect(stopAfter(stopsFor(no), 'second', definition)).toBe('third');
    expect(stopAfter(stopsFor(no), 'prilohy', definition)).toBe('souhrn');
  });

  it.each([
    ['first', 'second'],
    ['third', 'prilohy'],
    ['prilohy', 'souhrn'],
  ])('after %s comes %s', (current, next) => {
    expect(stopAfter(stopsFor(yes), current, definition)).toBe(next);
  });

  it('knows what was before', () => {
    expect(stopBefore(stopsFor(no), 'third')).toBe('first');
    expect(stopBefore(stopsFor(no), 'first')).toBeUndefined();
  });

  it('says where one is', () => {
    expect(progressAt(stopsFor(yes), 'prilohy')).toEqual({ current: 4, total: 5, title: 'Přílohy' });
  });
});

describe('what is left to do', () => {
  it.each([
    ['a question', { more: 'yes' }, [], 'second'],
    ['an attachment', yes, [{ slot: 'extra' }], 'prilohy'],
    ['nothing', yes, [proof], 'souhrn'],
    ['nothing on the short way', no, [], 'souhrn'],
  ])('%s', (_what, entries: Entries, files, expected) => {
    expect(stopBeforeSummary(stopsFor(entries, files))).toBe(expected);
  });

  it('is no attachment that need not be there', () => {
    const { slots } = evaluate(definition, yes, { today });
    expect(missingSlots(slots, []).map(slot => slot.id)).toEqual(['proof']);
    expect(missingSlots(slots, [proof])).toEqual([]);
  });
});
