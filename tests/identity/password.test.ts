import { describe, expect, test } from 'vitest';
import { hashPassword, newPassword, noPassword, verifyPassword } from '../../src/identity/password.ts';

const people = [
  ['diacritics', 'Příliš žluťoučký kůň'],
  ['spaces at both ends', '  heslo s mezerami  '],
  ['emoji', '🐴🐴🐴🐴🐴🐴🐴🐴'],
  ['other scripts', 'пароль密碼パスワード'],
  ['signs', '\'";--<script>%00&=+'],
  ['the longest', 'ř'.repeat(200)],
] as const;

describe.each(people)('a password with %s', (_what, password) => {
  test('is accepted, opens, and another one does not', async () => {
    expect(newPassword.safeParse(password).success).toBe(true);
    const hash = await hashPassword(password);
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hash, password)).toBe(true);
    expect(await verifyPassword(hash, `${password}x`)).toBe(false);
  });
});

test('the same characters typed on another keyboard are the same password', async () => {
  const hash = await hashPassword('Žluťoučký kůň'.normalize('NFC'));
  expect(await verifyPassword(hash, 'Žluťoučký kůň'.normalize('NFD'))).toBe(true);
});

test('letter case and spaces matter', async () => {
  const hash = await hashPassword('Dobrý den, Hradec');
  expect(await verifyPassword(hash, 'dobrý den, Hradec')).toBe(false);
  expect(await verifyPassword(hash, 'Dobrý den, Hradec ')).toBe(false);
});

test.each([
  ['too short', 'krátké7', 'aspoň'],
  ['too long', 'x'.repeat(201), 'nejvýš'],
  ['a null byte', 'heslo\0heslo', 'znak'],
  ['nothing', undefined, 'Zadejte'],
  ['several', ['jedno heslo', 'druhé heslo'], 'Zadejte'],
])('%s is refused with a sentence that says what to do', (_what, password, said) => {
  const parsed = newPassword.safeParse(password);
  expect(parsed.error?.issues[0]?.message).toContain(said);
});

test('two hashes of one password differ', async () => {
  expect(await hashPassword('stejné heslo')).not.toBe(await hashPassword('stejné heslo'));
});

test.each([null, noPassword])('an account without a password (%j) is opened by none', async stored => {
  expect(await verifyPassword(stored, 'heslo účtu, který není')).toBe(false);
  expect(await verifyPassword(stored, '')).toBe(false);
});

test('refusing for an unknown account is not the quick answer that would give it away', async () => {
  const hash = await hashPassword('správné heslo');
  const time = async (stored: string | null): Promise<number> => {
    const started = performance.now();
    await verifyPassword(stored, 'špatné heslo');
    return performance.now() - started;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let round = 0; round < 6; round += 1) {
    known.push(await time(hash));
    unknown.push(await time(null));
  }
  // Without a hash to verify it would be a thousandth.
  expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.1);
});

test('a megabyte instead of a password costs nothing', async () => {
  expect(await verifyPassword(await hashPassword('heslo heslo'), 'x'.repeat(1_000_000))).toBe(false);
});
