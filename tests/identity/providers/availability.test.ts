import { afterEach, expect, test } from 'vitest';
import { createCitizen } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';
import { bankSlug, portalWithBank, proveAt, comeBack, signInAt } from './portal-with-bank.ts';

/** A provider that does not answer keeps out nobody but those who wanted to sign in by it. */

const { portal, bank } = await portalWithBank();
const path = `/prihlaseni/${bankSlug}`;
const wellKnown = '/.well-known/openid-configuration';
const times = (): number => bank.asked.filter(asked => asked === wellKnown).length;

afterEach(() => {
  bank.tampering = {};
});

function expectDown(page: Page): void {
  expect([page.status, page.$('main h1').text()]).toEqual([503, 'Bankovní identita teď neodpovídá']);
  expect(page.$('main a[href="/prihlaseni"]').length).toBe(1);
}

test('is asked for nothing by the start of the portal and the sign-in page', async () => {
  await (await portal.visitor()).get('/prihlaseni');
  expect(bank.asked).toEqual([]);
});

test.each([
  ['is broken', { status: 500 }],
  ['calls itself otherwise', { discovery: (said: object) => ({ ...said, issuer: 'https://oidc.bankid.cz/' }) }],
  ['says no more than nothing', { at: { [wellKnown]: {} } }],
])('%s', async (_how, tampering) => {
  bank.tampering = tampering;
  expectDown(await (await portal.visitor()).get(path));
});

test('is silent; others sign in meanwhile', async () => {
  bank.tampering = { isSilent: true };
  const waiting = (await portal.visitor()).get(path);
  const other = await portal.visitor(await createCitizen(portal.deps));
  expect((await other.get('/moje')).status).toBe(200);
  expectDown(await waiting);
});

test('is asked again once it is back, and then remembered', async () => {
  const before = times();
  for (const visitor of [await portal.visitor(), await portal.visitor(), await portal.visitor()]) {
    expect((await signInAt(bank, visitor)).path).toBe('/prihlaseni/poprve');
  }
  expect(times() - before).toBe(1);
});

test('goes away while somebody is there', async () => {
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  bank.tampering = { status: 503 };
  expectDown(await comeBack(visitor, address));
});

test('is gone for good', async () => {
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  await bank.stop();
  expectDown(await comeBack(visitor, address));
});
