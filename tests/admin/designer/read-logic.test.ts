import { expect, test } from 'vitest';
import { readLogic } from '../../../src/admin/designer/read-logic.ts';

const deep = (depth: number) => `${'{"!":'.repeat(depth)}true${'}'.repeat(depth)}`;
const wide = (parts: number) => `{"and":[${Array.from({ length: parts }, () => '1').join()}]}`;

test.each([
  ['nested 21 times', deep(21), 'zanořené víc než 20krát'],
  ['nested 3,000 times', deep(3000), 'zanořené víc než 20krát'],
  ['nested 30,000 times', deep(30_000), 'zanořené víc než 20krát'],
  ['of 140,000 parts', wide(140_000), 'mají víc než 400'],
  ['of lists in lists', `{"and":${'['.repeat(300)}${']'.repeat(300)}}`, 'je zanořený víc než 60krát'],
  ['with a name that is a null character', String.raw`{"\u0000":1}`, 'nejde uložit'],
  ['with a name that is half of a character', String.raw`{"\ud800":1}`, 'nejde uložit'],
  ['with a text that is half of a character', String.raw`{"==":[{"var":"kind"},"\ud800"]}`, 'nejde uložit'],
  ['with a name that reaches behind objects', '{"__proto__":1}', 'vyhrazené'],
])('JSON Logic %s is refused', (_what, text, message) => {
  expect(readLogic(text)).toEqual({ ok: false, message: expect.stringContaining(message) as unknown });
});

test('JSON Logic that could be published is read, however near the limits', () => {
  expect(readLogic(deep(20))).toMatchObject({ ok: true });
  expect(readLogic(wide(390))).toMatchObject({ ok: true });
});
