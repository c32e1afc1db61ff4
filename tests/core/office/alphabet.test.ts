import { expect, test } from 'vitest';
import { overlapping, readRanges, writeRanges } from '../../../src/core/office/alphabet.ts';

test.each([
  ['A–C, Ř', 'A–C, Ř'],
  [' a - h ; Ch — Z ', 'a–h, Ch–Z'],
  ['Č', 'Č'],
  ['A-A', 'A'],
  ['', ''],
  ['A, , B', 'A, B'],
])('"%s" is read as "%s"', (text, written) => {
  expect(writeRanges(readRanges(text) ?? [{ from: '?', to: '?' }])).toBe(written);
});

test.each(['Z–A', 'Ch–H', 'A–', '1–5', 'A B', 'A–B–C', '–'])('"%s" is no letters', text => {
  expect(readRanges(text)).toBeNull();
});

test.each([
  ['A–C, D–F', null],
  ['A–H, Ch–Z', null],
  ['A–C, C–F', 'A–C, C–F'],
  ['D–F, A–E', 'A–E, D–F'],
  ['C, Č', null],
  ['A–Z, Ch', 'A–Z, Ch'],
])('of %s those that overlap are %s', (text, expected) => {
  const found = overlapping(readRanges(text) ?? []);
  expect(found && writeRanges(found)).toBe(expected);
});
