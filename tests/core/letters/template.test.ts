import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsIn } from '../../../src/core/letters/gaps.ts';
import { letterBlocks } from '../../../src/core/letters/markdown.ts';
import { checkTemplate, templateProblemText } from '../../../src/core/letters/template/check.ts';
import { fillTemplate, mentions, type TemplateData } from '../../../src/core/letters/template/fill.ts';
import { letterVariables } from '../../../src/core/letters/template/variables.ts';

/** Templates of letters: what is wrong with them, and what becomes of them in a case. */

const data: TemplateData = {
  values: {
    ...{ značka: 'HK-2026-0001', agenda: 'Ohlášení psa', jméno: 'Jana Nováková', odbor: 'Odbor rozpočtu' },
    ...{
      podáno: '4.\u00a0května 2026',
      termín: '3.\u00a0června 2026',
      úředník: 'Marie Dvořáková',
      telefon: '495 707 111',
    },
    ...{
      adresa: 'Československé armády 408',
      dnes: '5.\u00a0května 2026',
      výsledek: 'zamítnuto',
      odůvodnění: undefined,
    },
  },
  answers: { dogName: 'Rek', note: 'první\n# druhý' },
};
const questions = new Set(['dogName', 'note', 'chip']);

const plain = (template: string, with_: Partial<TemplateData['values']> = {}): string =>
  fillTemplate(template, { ...data, values: { ...data.values, ...with_ } }, 'plain');

describe('filling in', () => {
  test.each([
    ['a value', 'Vážená {{ jméno }}, {{značka}}', 'Vážená Jana Nováková, HK-2026-0001'],
    ['an answer', 'Pes {{odpověď:dogName}}', 'Pes Rek'],
    ['an answer that was not given', 'Čip {{odpověď:chip}}', 'Čip neuvedeno'],
    ['what is not known yet', 'Protože {{odůvodnění}}.', 'Protože [doplňte: odůvodnění].'],
    ['a name nobody knows', '{{jmeno}}', '{{jmeno}}'],
    ['what holds', '{{#když výsledek je zamítnuto}}ne{{jinak}}ano{{/když}}', 'ne'],
    ['what does not hold', '{{#když výsledek není Zamítnuto}}ne{{jinak}}ano{{/když}}', 'ano'],
    ['what is there', '{{#když odpověď:dogName}}pes{{/když}}', 'pes'],
    ['what is not there', 'a{{#když odůvodnění}} protože{{/když}}', 'a'],
    ['what has to read otherwise where nothing is known', '{{#když odůvodnění není x}}jiné{{/když}}', 'jiné'],
    ['one condition in another', '{{#když jméno}}a{{#když odůvodnění}}b{{jinak}}c{{/když}}d{{/když}}', 'acd'],
  ])('%s', (_what, template, filled) => {
    expect(plain(template)).toBe(filled);
  });

  test('tags with a line for themselves leave no empty one', () => {
    const template = 'Úvod.\n\n{{#když výsledek je vyhověno}}\nAno.\n{{jinak}}\nNe.\n{{/když}}\n\nZávěr.';
    expect(plain(template)).toBe('Úvod.\n\nNe.\n\nZávěr.');
    expect(plain(template, { výsledek: 'vyhověno' })).toBe('Úvod.\n\nAno.\n\nZávěr.');
  });

  test('values are never read as templates', () => {
    expect(plain('{{jméno}}', { jméno: '{{značka}}{{#když x}}' })).toBe('{{značka}}{{#když x}}');
  });

  test('values in Markdown are words, whatever is in them', () => {
    const words = fc
      .array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 4 })
      .map(lines =>
        lines
          .map(line => line.trim())
          .filter(line => line !== '')
          .join('\n'),
      )
      .filter(text => text !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text.replaceAll('\n', '')));
    const marks = fc.string({
      unit: fc.constantFrom(...Array.from('*_#-+>1.)~`[](){}<&!\\=| a')),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          words,
          marks.map(text => text.trim()).filter(text => text !== ''),
        ),
        name => {
          const filled = (template: string) =>
            fillTemplate(template, { ...data, values: { ...data.values, jméno: name } }, 'markdown');
          expect(letterBlocks(filled('{{jméno}}'))).toEqual([{ kind: 'paragraph', runs: [{ text: name }] }]);
          expect(letterBlocks(filled('Pro {{jméno}} dnes'))).toEqual([
            { kind: 'paragraph', runs: [{ text: `Pro ${name} dnes` }] },
          ]);
        },
      ),
    );
  });

  test('answers of more lines stay together', () => {
    expect(letterBlocks(fillTemplate('{{odpověď:note}}', data, 'markdown'))).toEqual([
      { kind: 'paragraph', runs: [{ text: 'první\n# druhý' }] },
    ]);
  });
});

describe('checking', () => {
  test('every variable is known, and a whole template passes', () => {
    expect(checkTemplate(letterVariables.map(name => `{{${name}}}`).join(' '), null)).toEqual([]);
    const template = '{{#když výsledek je zčásti vyhověno}}\n{{odpověď:dogName}}\n{{jinak}}{{dnes}}{{/když}}';
    expect(checkTemplate(template, questions)).toEqual([]);
  });

  test.each([
    ['a name nobody knows', 'Dobrý den,\n\nvaše {{jmeno}}', 'Řádek 3, znak 6: „jmeno“ dopis nezná.'],
    [
      'a condition on such a name',
      '{{#když vysledek je zamítnuto}}x{{/když}}',
      'Řádek 1, znak 1: „vysledek“ dopis nezná.',
    ],
    ['an outcome there is not', '{{#když výsledek je ano}}x{{/když}}', 'Výsledek nemůže být „ano“.'],
    [
      'a condition without an end',
      'a\n{{#když jméno}}b',
      'Řádek 2, znak 1: Podmínka tu začíná, ale chybí jí {{/když}}.',
    ],
    ['an end without a condition', 'a {{/když}}', 'Řádek 1, znak 3: {{/když}} tu nic neukončuje.'],
    ['otherwise without a condition', '{{jinak}}', '{{jinak}} patří mezi'],
    ['otherwise twice', '{{#když jméno}}{{jinak}}{{jinak}}{{/když}}', 'může být {{jinak}} jen jednou'],
    ['a condition in another language', '{{#if jméno}}a{{/když}}', 'Podmínka začíná třeba takhle'],
    ['a condition of nothing', '{{#když }}a{{/když}}', 'Podmínka začíná třeba takhle'],
    ['braces without an end', 'a {{jméno', 'Řádek 1, znak 3: Závorky {{ tu začínají'],
    ['braces without a beginning', 'jméno}}', 'Řádek 1, znak 6: Závorky }} tu končí'],
    ['conditions too deep', `${'{{#když jméno}}'.repeat(6)}${'{{/když}}'.repeat(6)}`, 'nejvýš 5'],
    ['a question the agenda has not', '{{odpověď:cat}}', 'Otázku „cat“ agenda nemá.'],
  ])('finds %s', (_what, template, message) => {
    const problems = checkTemplate(template, questions).map(problem =>
      templateProblemText(problem).replaceAll('\u00a0', ' '),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  test('letters for all agendas cannot ask for an answer of one', () => {
    expect(checkTemplate('{{odpověď:dogName}}', null).map(({ message }) => message)).toEqual([
      'Na odpovědi se ptejte jen ve vzorech jedné agendy. Tenhle vzor je pro všechny.',
    ]);
  });

  test('what passes leaves no braces when it is filled in, and nothing throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(...letterVariables.map(name => `{{${name}}}`), '{{odpověď:dogName}}', '{{x}}', '{{', '}}', '\n'),
      fc.constantFrom('{{#když výsledek je vyhověno}}', '{{#když jméno}}', '{{jinak}}', '{{/když}}', '{{#když }}'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')),
        template => {
          const filled = plain(template);
          if (checkTemplate(template, questions).length === 0) expect(filled).not.toMatch(/\{\{|\}\}/);
        },
      ),
    );
  });
});

test('whether a template depends on a variable', () => {
  expect(mentions('{{#když jméno}}{{#když výsledek je zamítnuto}}x{{/když}}{{/když}}', 'výsledek')).toBe(true);
  expect(mentions('{{#když jméno}}x{{jinak}}{{výsledek}}{{/když}}', 'výsledek')).toBe(true);
  expect(mentions('výsledek', 'výsledek')).toBe(false);
});

test('what is still to be added, each once', () => {
  expect(gapsIn('[doplňte: odůvodnění] a [Doplňte: co chybí], [doplňte: odůvodnění] [x]')).toEqual([
    'odůvodnění',
    'co chybí',
  ]);
});
