import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { definitionSchema } from '../../../../src/core/form/definition.ts';
import { fixSpaces, withFixedSpaces } from '../../../../src/core/form/edit/typography.ts';
import { aDefinition, parsed } from '../definitions.ts';

describe('spaces in a text', () => {
  it.each([
    ['Jídlo a pití v Hradci', 'Jídlo a~pití v~Hradci'],
    ['a i o u vás', 'a~i~o~u~vás'],
    ['Za 1 250 Kč do 10 dnů', 'Za 1~250~Kč do 10~dnů'],
    ['zákon 106 Sb. a 3 psi', 'zákon 106~Sb. a~3 psi'],
    ['v\nPraze', 'v\nPraze'],
    ['psa k veterináři', 'psa k~veterináři'],
    ['dvě  mezery', 'dvě  mezery'],
    ['', ''],
  ])('%j', (typed, fixed) => {
    expect(fixSpaces(typed)).toBe(fixed.replaceAll('~', '\u00a0'));
  });

  it('are fixed in what people read, not in what software reads', () => {
    const steps = [
      {
        id: 'a',
        title: 'Kdo a kdy',
        when: { '==': [{ var: 'name' }, 'a b'] },
        fields: [
          { type: 'text' as const, id: 'b', label: 'Kdo v domě' },
          {
            type: 'oneOf' as const,
            id: 'c',
            label: 'Co',
            options: ['a b', 'c'].map(value => ({ value, label: 'a b' })),
          },
        ],
      },
    ];
    const fixed = withFixedSpaces(parsed(aDefinition(steps, { translations: { en: { title: 'a trial' } } })));
    const [, step] = fixed.steps;
    expect(step).toMatchObject({ title: 'Kdo a\u00a0kdy', when: { '==': [{ var: 'name' }, 'a b'] } });
    expect(step?.fields[1]).toMatchObject({ options: [{ value: 'a b', label: 'a\u00a0b' }, { value: 'c' }] });
    expect(fixed.translations).toEqual({ en: { title: 'a trial' } });
  });

  it.each(readdirSync('prisma/seed/agendas'))('of %s are fixed already, or nothing else changes', file => {
    const agenda = definitionSchema.parse(JSON.parse(readFileSync(`prisma/seed/agendas/${file}`, 'utf8')));
    const plain = (value: unknown) => JSON.stringify(value).replaceAll('\u00a0', ' ');
    expect(plain(withFixedSpaces(agenda))).toBe(plain(agenda));
  });
});
