import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindsIn } from '../../../../src/core/form/answer-words.ts';
import { definitionSchema, type Definition, type Logic } from '../../../../src/core/form/definition.ts';
import { readCondition, writeCondition } from '../../../../src/core/form/edit/conditions.ts';
import { readFormula } from '../../../../src/core/form/edit/read-formula.ts';
import { writeFormula } from '../../../../src/core/form/edit/write-formula.ts';
import { formulasOf } from '../../../../src/core/form/formulas.ts';

/** Conditions and formulas of the portal's own agendas, e.g. "ohlaseni-psa steps[2].when". */
const found = readdirSync('prisma/seed/agendas').flatMap(file => {
  const definition = definitionSchema.parse(JSON.parse(readFileSync(`prisma/seed/agendas/${file}`, 'utf8')));
  return formulasOf(definition).map(formula => ({
    ...formula,
    definition,
    place: `${definition.slug} ${formula.path}`,
  }));
});

/** What an administrator would see as JSON Logic alone, and why that is right. */
const shownAsJsonLogic: string[] = [];

describe.each(['number', 'condition'] as const)('what gives a %s in the portal’s own agendas', gives => {
  const here = found.filter(formula => formula.gives === gives);

  test('is there to be looked at', () => {
    expect(here.length).toBeGreaterThanOrEqual(gives === 'number' ? 31 : 393);
  });

  test('is read into words and boxes, all of it', () => {
    const unread = here.filter(({ logic, definition }) => rewritten(logic, gives, definition) === undefined);
    expect(unread.map(({ place }) => place)).toEqual(shownAsJsonLogic);
  });

  test('is the same JSON Logic when it is written from them', () => {
    const changed = here.filter(({ place, logic, definition }) => {
      const written = JSON.stringify(rewritten(logic, gives, definition));
      return !shownAsJsonLogic.includes(place) && written !== JSON.stringify(logic);
    });
    expect(changed.map(({ place }) => place)).toEqual([]);
  });
});

function rewritten(logic: Logic, gives: 'condition' | 'number', definition: Definition): Logic | undefined {
  const kindOf = kindsIn(definition);
  if (gives === 'number') {
    const formula = readFormula(logic, kindOf);
    return formula && writeFormula(formula, kindOf);
  }
  const condition = readCondition(logic, kindOf);
  return condition && writeCondition(condition, kindOf);
}
