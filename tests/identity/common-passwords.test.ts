import { expect, test } from 'vitest';
import { commonPassword } from '../../src/identity/common-passwords.ts';

const own = ['Jana Nováková', 'jana.novakova@example.cz'];

test.each(['password1', 'Password1', '12345678', 'qwertyuiop', 'iloveyou'])('%s has many people', async password => {
  expect((await commonPassword(password, own))?.message).toContain('hodně lidí');
});

test.each(['nováková', 'Novakova1987', 'JANA2026!', 'jana.novakova@example.cz', 'heslo123!', 'Hradec2026'])(
  '%s would be guessed',
  async password => {
    expect((await commonPassword(password, own))?.message).toContain('by někdo uhodl');
  },
);

test.each([
  'Dobrý den, Hradec 2026',
  'příliš žluťoučký kůň',
  'Jana má ráda švestky',
  '🦊🦊🦊🦊 a tři lišky',
  'r7#kP2!xVq',
])('%s will do', async password => {
  expect(await commonPassword(password, own)).toBeNull();
});
