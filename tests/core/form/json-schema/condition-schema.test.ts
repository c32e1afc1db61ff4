import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Logic } from '../../../../src/core/form/definition.ts';
import { evaluate } from '../../../../src/core/form/evaluate.ts';
import { formulasOf } from '../../../../src/core/form/formulas.ts';
import { conditionSchema } from '../../../../src/core/form/json-schema/condition-schema.ts';
import { holds } from '../../../../src/core/form/logic.ts';
import { placesOf } from '../../../../src/core/form/places.ts';
import { definitions } from '../arbitrary-definitions.ts';
import { entriesFor, today } from '../arbitrary-filings.ts';

const asked: ReadonlySet<string> = new Set(['area', 'from', 'hour', 'kinds', 'more']);

/** Each row: a condition, answers it holds of, and answers it does not hold of. */
const table: [Logic, object[], object[]][] = [
  [
    { '>=': [{ var: 'from' }, '2026-06-01'] },
    [{ from: '2026-06-01' }, { from: '2027-01-01' }],
    [{ from: '2026-05-31' }, {}],
  ],
  [{ '<': ['12:00', { var: 'hour' }] }, [{ hour: '12:01' }], [{ hour: '12:00' }, { hour: '09:59' }, {}]],
  [{ '<': [1, { var: 'area' }, 10] }, [{ area: 1.5 }], [{ area: 1 }, { area: 10 }, {}]],
  [{ '>': [{ count: [{ var: 'kinds' }] }, 1] }, [{ kinds: ['a', 'b'] }], [{ kinds: ['a'] }, {}]],
  [{ '<': [{ count: [{ var: 'kinds' }] }, 1.5] }, [{ kinds: ['a'] }, {}], [{ kinds: ['a', 'b'] }]],
  [{ '==': [{ count: [{ var: 'kinds' }] }, 1] }, [{ kinds: ['a'] }], [{ kinds: ['a', 'b'] }, {}]],
  [{ '==': [{ count: [{ var: 'kinds' }] }, 0] }, [{}], [{ kinds: ['a'] }]],
  [{ '>=': [{ count: [{ var: 'kinds' }] }, 0] }, [{}, { kinds: ['a'] }], []],
  [{ '!=': [{ var: 'more' }, true] }, [{}, { more: false }], [{ more: true }]],
  [{ in: ['a', { var: 'kinds' }] }, [{ kinds: ['b', 'a'] }], [{ kinds: ['b'] }, {}]],
];

// One for all: making one compiles the schema of schemas, which takes longer than everything it is then asked.
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });

function isValid(schema: unknown, answers: object): boolean {
  return ajv.validate(schema as object, answers);
}

describe('the schema of a condition', () => {
  it.each(table)('%j', (logic, whose, notOf) => {
    const schema = conditionSchema(logic, asked);
    for (const answers of [...whose, ...notOf]) {
      expect(isValid(schema, answers)).toBe(whose.includes(answers));
      expect(holds(logic, answers as never)).toBe(whose.includes(answers));
    }
  });

  it.each<Logic>([
    { '>': [{ '+': [{ var: 'area' }, 1] }, 3] },
    { '>': [{ var: 'from' }, { var: 'to' }] },
    { '==': [{ var: 'nowhere' }, 1] },
    { '>': [{ count: [{ var: 'nowhere' }] }, 1] },
  ])('is left out where it cannot be said: %j', logic => {
    expect(conditionSchema(logic, asked)).toBeUndefined();
  });

  it('holds exactly when the condition does, whatever is answered', () => {
    const filings = definitions.chain(definition =>
      entriesFor(definition, { right: 6 }).map(entries => ({
        definition,
        ...evaluate(definition, entries, { today }),
      })),
    );
    let said = 0;
    fc.assert(
      fc.property(filings, ({ definition, answers }) => {
        const ids = new Set(placesOf(definition).flatMap(({ field, group }) => (group ? [] : [field.id])));
        for (const { logic, gives, groupId } of formulasOf(definition)) {
          if (gives !== 'condition' || groupId !== undefined) continue;
          const schema = conditionSchema(logic, ids);
          if (schema === undefined) continue;
          said += 1;
          expect(isValid(schema, answers), JSON.stringify(logic)).toBe(holds(logic, answers));
        }
      }),
      { numRuns: 300 },
    );
    expect(said).toBeGreaterThan(300);
  });
});
