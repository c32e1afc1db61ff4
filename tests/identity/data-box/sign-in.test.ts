import { expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCitizen, password } from '../../support/factories.ts';
import { startAres } from '../../organisations/ares-peer.ts';
import { freshIco } from '../../support/organisations.ts';
import { setUpPhone } from '../code-app.ts';
import { ownerOf, startIsds } from './peer.ts';
import { comeBack, goThere, signInBy, signInThere } from './way.ts';

const ares = await startAres();
const isds = await startIsds();
const portal = await startPortal({ dataBox: isds.gate, aresUrl: ares.url });
const { deps, db } = portal;

/** Somebody with a box of their own. */
const person = (isdsID: string) => ownerOf('', { dbType: 'FO', firmName: '', isdsID });

test('it is offered where it is set, and nowhere else', async () => {
  expect((await (await portal.visitor()).get('/prihlaseni')).text).toContain('Datová schránka');
  const without = await startPortal();
  const page = await (await without.visitor()).get('/prihlaseni');
  expect(page.text).not.toContain('Datová schránka');
  expect((await (await without.visitor()).get('/prihlaseni/datova-schranka')).status).toBe(404);
});

test('leads to ISDS by the name of the portal and at most twenty digits of its own', async () => {
  const visitor = await portal.visitor();
  const [first, second] = [await goThere(visitor), await goThere(visitor)];
  expect(first.href.startsWith(`${isds.gate.loginUrl}?`)).toBe(true);
  expect(first.searchParams.get('atsId')).toBe('PORTALHK');
  expect(first.searchParams.get('appToken')).toMatch(/^\d{20}$/);
  expect(second.searchParams.get('appToken')).not.toBe(first.searchParams.get('appToken'));
});

test('somebody unknown makes an account, the second time it opens, no higher than an account', async () => {
  isds.user = person('first');
  const visitor = await portal.visitor();
  const page = await signInBy(visitor, '?zpet=%2Fstav');
  expect(page.path).toBe('/prihlaseni/poprve');
  expect(page.text).toContain('Jana Nováková');
  expect((await visitor.submit(page)).path).toBe('/stav');

  const again = await portal.visitor();
  expect((await signInBy(again, '?zpet=%2Fmoje')).path).toBe('/moje');
  expect((await again.get('/ucet/identity')).text).toContain('Datová schránka');
  expect((await again.get('/ucet/prihlaseni')).text).toContain('Datovou schránkou');
  const signIns = await db.signIn.findMany({ where: { method: 'dataBox' } });
  expect(signIns.map(({ level }) => level)).toEqual(['account', 'account']);
  expect(new Set(signIns.map(({ accountId }) => accountId)).size).toBe(1);
  expect(await db.membership.count()).toBe(0);
});

test('the same person at another box is somebody else', async () => {
  isds.user = { ...person('first'), dbID: 'zz9zz9z' };
  expect((await signInBy(await portal.visitor())).path).toBe('/prihlaseni/poprve');
});

test('the account of a password can be joined', async () => {
  isds.user = ownerOf(freshIco(), { isdsID: 'joined' });
  const owner = await createCitizen(deps);
  const visitor = await portal.visitor();
  const form = 'form[action="/prihlaseni/poprve/ucet"]';
  const page = await visitor.submit(await signInBy(visitor), { form, fields: { email: owner.email, password } });
  expect(page.text).toContain('zastupujete organizaci Pekárna U Labe, s.r.o.');
  const { accountId } = owner.actor;
  expect(await db.accountIdentity.count({ where: { accountId, provider: 'dataBox' } })).toBe(1);
  expect(await db.membership.count({ where: { accountId, role: 'representative', state: 'active' } })).toBe(1);
});

test('joined after a code of the app, it represents the organisation as well', async () => {
  isds.user = ownerOf(freshIco(), { isdsID: 'code' });
  const owner = await createCitizen(deps);
  const { phone } = await setUpPhone(portal, await portal.visitor(owner));
  const visitor = await portal.visitor();
  const form = 'form[action="/prihlaseni/poprve/ucet"]';
  const page = await visitor.submit(await signInBy(visitor), { form, fields: { email: owner.email, password } });
  const { accountId } = owner.actor;
  expect(await db.membership.count({ where: { accountId } })).toBe(0);
  const inside = await visitor.submit(page, { fields: { code: phone.code(1) } });
  expect(inside.text).toContain('zastupujete organizaci Pekárna U Labe, s.r.o.');
  expect(await db.membership.count({ where: { accountId, state: 'active' } })).toBe(1);
});

test('whoever is signed in can link it, and represents the organisation at once', async () => {
  isds.user = ownerOf(freshIco(), { isdsID: 'linked' });
  const owner = await createCitizen(deps);
  const visitor = await portal.visitor(owner);
  const form = 'form[action="/ucet/identity/datova-schranka/pripojeni"]';
  const next = await visitor.submit('/ucet/identity', { form });
  const page = await comeBack(visitor, await signInThere(await goThere(visitor)));
  expect(next.text).toContain('Pokračovat: Datová schránka');
  expect(page.path).toBe('/ucet/identity');
  expect(page.text).toContain(
    'Odteď se můžete přihlašovat i takto. Podle datové schránky zastupujete organizaci Pekárna',
  );
});

test('ISDS is asked once about a session, as the portal, and nothing of the person is in the log', async () => {
  isds.user = person('asked');
  const before = isds.asked.length;
  await signInBy(await portal.visitor());
  expect(isds.asked.length - before).toBe(1);
  expect(portal.log()).not.toMatch(/Nováková|S01-/);
});
