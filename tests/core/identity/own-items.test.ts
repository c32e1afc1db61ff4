import { expect, test } from 'vitest';
import { ownItems } from '../../../src/core/identity/own-items.ts';
import type { Sure } from '../../../src/core/identity/sure.ts';

const today = Temporal.PlainDate.from('2026-11-28');
const on = Temporal.PlainDate.from('2026-11-01');
const account = { name: 'janička', email: 'jana@example.cz', phone: null };
const profile = { birthDate: { day: '1', month: '2', year: '2000' }, dataBox: 'bebb2in', bankAccount: 'nesmysl' };

const said = (sure: Sure, kept = {}) =>
  ownItems(account, kept, sure, today).map(({ id, lines, source }) => [id, lines.join('; '), source?.by ?? 'person']);

test('what nobody has said is asked for, and no more', () => {
  expect(said({})).toEqual([
    ['name', 'janička', 'person'],
    ['birthDate', '', 'person'],
    ['address', '', 'person'],
    ['email', 'jana@example.cz', 'person'],
    ['phone', '', 'person'],
  ]);
});

test('what the person keeps is theirs; what cannot be read is left out', () => {
  expect(said({}, profile)).toEqual([
    ['name', 'janička', 'person'],
    ['birthDate', '1.\u00a02.\u00a02000', 'person'],
    ['address', '', 'person'],
    ['dataBox', 'bebb2in', 'person'],
    ['email', 'jana@example.cz', 'person'],
    ['phone', '', 'person'],
  ]);
});

test('what is sure stands in place of what was typed, with who said it and when', () => {
  const sure: Sure = {
    name: { value: 'Jana Nováková', source: 'nia', on },
    birthDate: { value: '1988-11-09', source: 'counter', on },
    address: { value: 'Střelecká 45, 500 02 Hradec Králové', source: 'nia', on },
  };
  expect(said(sure, profile).slice(0, 3)).toEqual([
    ['name', 'Jana Nováková', 'nia'],
    ['birthDate', '9.\u00a011.\u00a01988', 'counter'],
    ['address', 'Střelecká 45, 500 02 Hradec Králové', 'nia'],
  ]);
  expect(ownItems(account, {}, sure, today)[0]?.source?.on).toBe(on);
});

test('a number is shown as people read it, in one piece', () => {
  const items = ownItems({ ...account, phone: '+420777123456' }, {}, {}, today);
  expect(items.find(({ id }) => id === 'phone')?.lines).toEqual(['+420\u00a0777\u00a0123\u00a0456']);
});
