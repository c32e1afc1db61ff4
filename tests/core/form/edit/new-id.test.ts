import { describe, expect, test } from 'vitest';
import { newId, newOptionValue } from '../../../../src/core/form/edit/new-id.ts';
import { aSketch } from './sketch.ts';

describe('a new id is made from the label, unique in the agenda:', () => {
  test.each([
    ['Žluťoučký kůň', 'zlutouckyKun'],
    ['Jméno a\u00a0příjmení', 'jmenoAPrijmeni'],
    ['  IČO (8 číslic)!', 'ico8Cislic'],
    ['3. patro', 'patro'],
    ['', 'text'],
    ['???', 'text'],
    ['Animal', 'animal2'],
    ['Photo', 'photo2'],
    ['Order', 'order2'],
    ['Costs', 'costs2'],
    ['constructor', 'constructor2'],
    ['Souhrn', 'souhrn2'],
    ['Popis toho, co se v\u00a0roce stalo s\u00a0penězi města', 'popisTohoCoSeVRoceStaloSPenezi'],
  ])('%j', (label, id) => {
    expect(newId(aSketch(), label, 'text')).toBe(id);
  });
});

test('options of the same label have different values', () => {
  expect(newOptionValue(['pes', 'pes2'], 'Pes')).toBe('pes3');
});
