import { expect, it } from 'vitest';

import { fieldSchema, isQuestion } from '../../../../src/core/form/definition.ts';
import { kindOf } from '../../../../src/core/form/fields/index.ts';
import { fieldTable } from './table.ts';

const refusal = 'Zadejte telefon, třeba 777~123~456, u~zahraničního i~s~předvolbou';

fieldTable({
  type: 'phone',
  accepts: [
    ['777123456', '+420777123456', ['+420~777~123~456']],
    ['777 123 456', '+420777123456', ['+420~777~123~456']],
    ['+420 495 707 111', '+420495707111', ['+420~495~707~111']],
    ['00420495707111', '+420495707111', ['+420~495~707~111']],
    ['(+420) 495/707-111', '+420495707111', ['+420~495~707~111']],
    ['+421 905 123 456', '+421905123456', ['+421~905~123~456']],
  ],
  refuses: [
    ['77712345', refusal],
    ['7771234567', refusal],
    ['volejte 777123456', refusal],
    ['777123456 linka 12', refusal],
    ['+999 123 456 789', refusal],
  ],
});

it('a phone is read the same again, and after thousands of others', () => {
  const question = fieldSchema.parse({ type: 'phone', id: 'asked', label: 'Otázka' });
  if (!isQuestion(question)) throw new Error('a phone is typed');
  const context = { today: Temporal.PlainDate.from('2026-03-05'), answers: {} };
  const read = (typed: string) => kindOf(question).read(question, typed, context);
  const typed = ['777 123 456', '12', `777 123 456${' '.repeat(50)}x`];
  const first = typed.map(read);
  expect(first[0]).toEqual({ value: '+420777123456' });
  expect(typed.map(read)).toEqual(first);
  for (let number = 0; number < 6000; number += 1) {
    expect(read(`603 ${100_000 + number}`)).toEqual({ value: `+420603${100_000 + number}` });
  }
  expect(typed.map(read)).toEqual(first);
});
