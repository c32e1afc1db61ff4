import { describe, expect, it } from 'vitest';

import { fillPlaceholders, unknownPlaceholders } from '../../../src/core/form/placeholders.ts';

const values = {
  značka: 'HK26-00123-K',
  agenda: 'Ohlášení psa',
  jméno: 'Jana Nová',
  odbor: 'Odbor dopravy',
  podáno: '1. 6. 2026',
  termín: '30. 6. 2026',
};

describe('placeholders of a letter', () => {
  it.each([
    ['Podání {{značka}} ze dne {{ podáno }}.', 'Podání HK26-00123-K ze dne 1. 6. 2026.'],
    ['{{agenda}}, {{jméno}}, {{odbor}}, {{termín}}', 'Ohlášení psa, Jana Nová, Odbor dopravy, 30. 6. 2026'],
    ['{{něco}} a {{constructor}} zůstane', '{{něco}} a {{constructor}} zůstane'],
    ['{jedna závorka}', '{jedna závorka}'],
  ])('in %j are filled in', (text, expected) => {
    expect(fillPlaceholders(text, values)).toBe(expected);
  });

  it.each([
    ['{{značka}}', []],
    ['{{znacka}} {{ toString }} {{znacka}}', ['znacka', 'toString']],
    ['{{}}', ['']],
    [`{{${' '.repeat(4000)}x`, []],
    [`{{ ${' '.repeat(4000)}značka }}`, []],
  ])('in %j that stand for nothing are told', (text, expected) => {
    expect(unknownPlaceholders(text)).toEqual(expected);
  });
});
