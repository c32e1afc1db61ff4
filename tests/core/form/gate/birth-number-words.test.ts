import { describe, expect, it } from 'vitest';

import { asksForBirthNumber } from '../../../../src/core/form/gate/birth-number-words.ts';

describe('a birth number is asked for', () => {
  it.each([
    'Rodné číslo',
    'rodného čísla',
    'K rodnému číslu',
    'v rodném čísle',
    's\u00a0rodným číslem',
    'rodná čísla',
    'rodných čísel',
    'rodným číslům',
    'rodnými čísly',
    'v rodných číslech',
    'RODNÉ  ČÍSLO:',
    'rodne cislo',
    'rodné č.',
    'Číslo rodné',
    'RČ',
    'RČ dítěte',
    'r.č.',
    'r.\u00a0č. matky',
    'Rodné\u00adčíslo',
    'Datum narození nebo rodné číslo',
    'Když rodné číslo nemáte, nevyplňujte.',
    'Rodné číslo neuvádějte, pokud jste cizinec.',
    'Jiné údaje nepište. Rodné číslo bez lomítka.',
  ])('by „%s“', text => {
    expect(asksForBirthNumber(text)).toBe(true);
  });

  it.each([
    '',
    'Rodný list',
    'Číslo rodného listu',
    'Rodné příjmení',
    'Rodné město',
    'Typ RC modelu',
    'RČS',
    'Rodné číslo neuvádějte.',
    'Rodná čísla sem prosím nepište.',
    'Nepište jména ani rodná čísla.',
    'Datum narození, ne rodné číslo',
    'Místo rodného čísla stačí datum narození.',
  ])('not by „%s“', text => {
    expect(asksForBirthNumber(text)).toBe(false);
  });
});
