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
    ['20. 6. 2026 a 10. května', '20.~6.~2026 a~10.~května'],
    ['Bylo jich 20. 2026 lidí přišlo', 'Bylo jich 20. 2026~lidí přišlo'],
    ['3 000 Kč, dítě 1 000 Kč', '3~000~Kč, dítě 1~000~Kč'],
    ['do 5 pracovních dnů', 'do 5~pracovních dnů'],
    ['do 10 dnů a 3 týdny, 6 měsíců', 'do 10~dnů a~3~týdny, 6~měsíců'],
    ['§ 12 odst. 3 písm. b) zákona č. 500/2004 Sb.', '§~12 odst.~3 písm.~b) zákona č.~500/2004~Sb.'],
    ['čl. 19 Listiny a písm. hezké', 'čl.~19 Listiny a~písm. hezké'],
    ['auto 1H2 3456 v 9:00 do 15:00', 'auto 1H2 3456 v~9:00 do 15:00'],
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

  it.each(readdirSync('prisma/seed/agendas'))('of %s are fixed already', file => {
    const agenda = definitionSchema.parse(JSON.parse(readFileSync(`prisma/seed/agendas/${file}`, 'utf8')));
    expect(withFixedSpaces(agenda)).toEqual(agenda);
    const { law, fee, clock } = agenda;
    const provisions = [...law, fee, clock].map(({ provision = '' }) => provision);
    expect(provisions.map(fixSpaces)).toEqual(provisions);
  });
});
