import { describe, expect, test } from 'vitest';
import { previewOf } from '../../../src/admin/designer/preview-view.ts';
import type { Entries } from '../../../src/core/form/answers.ts';
import type { DefinitionInput, Step } from '../../../src/core/form/definition.ts';
import { checkDefinition } from '../../../src/core/form/check-definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { aDefinition } from '../../core/form/definitions.ts';
import { examples, today } from '../../core/form/filings.ts';

type Rules = NonNullable<DefinitionInput['rules']>;
const begun = { '!!': [{ var: 'from' }] };
const endsLater = { '<': [{ var: 'from' }, { var: 'to' }] };
const message = 'Zadejte konec pozdější než začátek';

describe('a rule between a step and one before it', () => {
  const rules: Rules = [{ id: 'order', at: 'to', holds: endsLater, message }];

  test.each([
    ['9:00', '10:00', []],
    ['11:00', '10:00', [message]],
  ])('is judged by what is answered to both: from %s to %s', (from, to, messages) => {
    const shown = preview('after', rules, { from, to });
    expect(shown.asked).toEqual(['predtim', 'from', 'to']);
    expect(shown.errors.map(error => error.message)).toEqual(messages);
    expect(shown.isAccepted).toBe(messages.length === 0);
  });

  test('asks also what decides whether it is judged', () => {
    const judged: Rules = [{ id: 'order', at: 'to', when: begun, holds: { '!!': [{ var: 'to' }] }, message }];
    expect(preview('after', judged, {}).asked).toEqual(['predtim', 'from', 'to']);
  });

  test('is not shown at the earlier question, which a citizen has behind them', () => {
    const earlier: Rules = [...rules, { id: 'early', at: 'from', holds: { '!!': [{ var: 'purpose' }] }, message }];
    expect(preview('after', earlier, { from: '9:00', to: '10:00' })).toMatchObject({
      asked: ['predtim', 'from', 'to'],
      isAccepted: true,
    });
  });
});

test('the day that another day, also one of a row, must not come before is asked', () => {
  for (const step of ['stay', 'stays']) expect(preview(step, [], {}).asked.slice(0, 2)).toEqual(['predtim', 'arrival']);
});

const steps = examples.flatMap(({ definition, entries }) =>
  evaluate(definition, entries, { today }).steps.map(({ step }) => ({
    agenda: definition.slug,
    id: step.id,
    shown: () => previewOf(definition, step, { entries: () => entries, isJudged: true, today }),
  })),
);

test.each(steps)('the step $id of $agenda accepts the answers that a citizen files', ({ shown }) => {
  expect(shown()).toMatchObject({ errors: [], isAccepted: true });
});

interface Shown {
  asked: string[];
  errors: { message: string }[];
  isAccepted: boolean;
}

/** A judged step of an agenda whose times and days are asked in several steps. */
function preview(id: string, rules: Rules, entries: Entries): Shown {
  const checked = checkDefinition(aDefinition(times, { rules }));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const step = checked.definition.steps.find(candidate => candidate.id === id) as Step;
  const shown = previewOf(checked.definition, step, { entries: () => entries, isJudged: true, today });
  const { fields, errors, isAccepted } = shown as { fields: { field: { id: string } }[] } & Omit<Shown, 'asked'>;
  return { asked: fields.map(({ field }) => field.id), errors, isAccepted };
}

const departure = { type: 'date' as const, id: 'departure', label: 'Odjezd', notBefore: 'arrival' };
const times: DefinitionInput['steps'] = [
  {
    id: 'before',
    title: 'Začátek',
    fields: [
      { type: 'text', id: 'purpose', label: 'Účel', required: false },
      { type: 'time', id: 'from', label: 'Od' },
      { type: 'date', id: 'arrival', label: 'Příjezd' },
    ],
  },
  { id: 'after', title: 'Konec', fields: [{ type: 'time', id: 'to', label: 'Do' }] },
  { id: 'stay', title: 'Pobyt', fields: [departure] },
  {
    id: 'stays',
    title: 'Pobyty',
    fields: [
      { type: 'group', id: 'guests', label: 'Hosté', rowLabel: 'Host', fields: [{ ...departure, id: 'leaves' }] },
    ],
  },
];
