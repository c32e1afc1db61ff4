import { describe, expect, it } from 'vitest';

import { checkDefinition } from '../../../src/core/form/check-definition.ts';
import type { DefinitionInput, Logic } from '../../../src/core/form/definition.ts';
import { aDefinition } from './definitions.ts';

type Steps = DefinitionInput['steps'];
type Fields = Steps[number]['fields'];
type Rows = Extract<Fields[number], { type: 'group' }>['fields'];

function problemsOf(...steps: Fields[]): string[] {
  const more: Steps = steps.map((fields, index) => ({ id: `step${index}`, title: `Krok ${index}`, fields }));
  const contact: Fields = [
    { type: 'text', id: 'name', label: 'Jméno', maxLength: 100 },
    { type: 'email', id: 'email', label: 'E-mail' },
  ];
  const checked = checkDefinition(aDefinition([], { steps: [{ id: 'who', title: 'Kdo', fields: contact }, ...more] }));
  return checked.ok
    ? []
    : checked.problems.map(({ path, label, message }) =>
        `${path} (${String(label)}): ${message}`.replaceAll('\u00a0', ' '),
      );
}

function rows(id: string, max: number, fields: Rows): Fields[number] {
  return { type: 'group', id, label: `Skupina ${id}`, rowLabel: 'Řádek', max, fields };
}

function ticks(id: string, count: number): Rows[number] {
  const options = Array.from({ length: count }, (_option, index) => ({
    value: `v${index}`,
    label: `Možnost ${index}`,
  }));
  return { type: 'severalOf', id, label: 'Druhy', options };
}

describe('a form filled in to the last row', () => {
  it('has at most 3000 boxes: parts, options and figures, in all steps together', () => {
    const day = (id: string): Rows[number] => ({ type: 'date', id, label: 'Den' });
    const two = (id: string): Rows[number] => ({ type: 'computed', id, label: 'Dvě', value: 2 });
    const home: Fields[number] = { type: 'address', id: 'home', label: 'Adresa' };
    // 200 rows of 3 parts, a figure and 5 options, and 100 of 3 parts and 8 options; 3 of the address; 95 options; 2 contacts.
    const large = rows('one', 200, [day('a'), two('b'), ticks('c', 5)]);
    const small = rows('two', 100, [day('d'), ticks('e', 8)]);
    const rest = (count: number): Fields => [home, ...[60, count - 60].map((part, index) => ticks(`t${index}`, part))];
    expect(problemsOf([large], [small], rest(95))).toEqual([]);
    expect(problemsOf([small], [large], rest(96))).toEqual([
      'steps[2].fields[0].max (Krok „Krok 1“, otázka „Skupina one“): ' +
        'Formulář by po vyplnění měl 3 001 políček, nejvýš jich může být 3 000. Snižte počet řádků nebo možností.',
    ]);
  });

  it('has at most 500 000 characters of text', () => {
    const long = (id: string, maxLength: number): Fields[number] => ({ type: 'longText', id, label: id, maxLength });
    const notes = rows('notes', 200, [{ type: 'text', id: 'note', label: 'Poznámka', maxLength: 300 }]);
    const texts = Array.from({ length: 21 }, (_, index) => long(`t${index}`, 20_000));
    expect(problemsOf([notes], [...texts, long('last', 19_900)])).toEqual([]);
    expect(problemsOf([notes], [...texts, long('last', 19_901)])).toEqual([
      'steps[1].fields[0].fields[0].maxLength (Krok „Krok 0“, otázka „Skupina notes“, otázka „Poznámka“): ' +
        'Texty ve formuláři smějí mít dohromady 500 001 znaků, nejvýš to může být 500 000. Zkraťte je, nebo snižte počet řádků.',
    ]);
  });

  it('works out at most 20 000 parts of conditions and formulas, in every row and for every row that is counted', () => {
    // An operator, its list and a question: 5 parts for each comparison, and 2 around them.
    const when = (count: number): Logic => ({
      or: Array.from({ length: count }, () => ({ '==': [{ var: 'item' }, 'x'] })),
    });
    const item: Rows[number] = { type: 'text', id: 'item', label: 'Položka', maxLength: 10 };
    const asked = (count: number): Rows[number] => ({
      type: 'yesNo',
      id: 'asked',
      label: 'Opravdu?',
      when: when(count),
    });
    const total = (id: string): Fields[number] => ({
      type: 'computed',
      id,
      label: id,
      value: { count: [{ var: 'list' }] },
    });
    const list = (count: number) => rows('list', 200, [item, asked(count)]);
    const totals = (count: number) => Array.from({ length: count }, (_, index) => total(`total${index}`));
    expect(problemsOf([list(19), ...totals(2)])).toEqual([]);
    expect(problemsOf([list(19), ...totals(4)])).toEqual([
      'steps[1].fields[0].fields[1].when (Krok „Krok 0“, otázka „Skupina list“, otázka „Opravdu?“): ' +
        'Podmínky a výpočty mají ve všech řádcích 20 216 částí, nejvýš jich může být 20 000. Zjednodušte je, nebo snižte počet řádků.',
    ]);
    expect(problemsOf([list(1), ...totals(90)])).toEqual([]);
    expect(
      problemsOf(
        [list(1)],
        totals(90),
        Array.from({ length: 60 }, (_, index) => total(`more${index}`)),
      ),
    ).toEqual([expect.stringMatching(/^steps\[1\]\.fields\[0\]\.fields\[1\]\.when .* částí, nejvýš/)]);
  });
});
