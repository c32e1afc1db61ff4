import { expect, test } from 'vitest';
import { overlapping, readLetters, writeLetters } from '../../../src/core/office/letters.ts';

test.each([
  ['A–C, Ř', 'A–C, Ř'],
  [' a - h ; Ch — Z ', 'a–h, Ch–Z'],
  ['Č', 'Č'],
  ['A-A', 'A'],
  ['', ''],
  ['A, , B', 'A, B'],
])('"%s" is read as "%s"', (text, written) => {
  expect(writeLetters(readLetters(text) ?? [{ from: '?', to: '?' }])).toBe(written);
});

test.each(['Z–A', 'Ch–H', 'A–', '1–5', 'A B', 'A–B–C', '–'])('"%s" is no letters', text => {
  expect(readLetters(text)).toBeNull();
});

test.each([
  ['A–C, D–F', null],
  ['A–H, Ch–Z', null],
  ['A–C, C–F', 'A–C, C–F'],
  ['D–F, A–E', 'A–E, D–F'],
  ['C, Č', null],
  ['A–Z, Ch', 'A–Z, Ch'],
])('of %s those that overlap are %s', (text, expected) => {
  const found = overlapping(readLetters(text) ?? []);
  expect(found && writeLetters(found)).toBe(expected);
});
