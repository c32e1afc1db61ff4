import type { Response } from 'express';
import { afterEach, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import type { Page, Visitor } from '../../support/visitor.ts';
import { keyPair } from '../nia/settings.ts';
import { answerOf, namespace, ownerOf, startIsds } from './peer.ts';
import { comeBack, goThere, here, signInBy, signInThere } from './way.ts';

/** Ways back and answers that prove nothing. None lets anybody in. */

const isds = await startIsds();
const portal = await startPortal({ dataBox: isds.gate });
const { db } = portal;
isds.user = ownerOf('00268810');

afterEach(() => {
  isds.instead = null;
  isds.user = ownerOf('00268810');
});

const unproved = 'Přihlášení se nepodařilo ověřit';
const stale = 'Tohle přihlášení už neplatí';
const incomplete = 'Nedostali jsme potřebné údaje';

/** The right answer to this very question, changed. */
const changed = (change: (answer: string) => string) => (res: Response, answer: string) =>
  res.type('text/xml').send(change(answer));
const without = (name: string) =>
  changed(answer => answer.replace(new RegExp(`<m:attribute name="${name}"[^>]*/>`), ''));
const saying = (status: string) => changed(() => answerOf(status));

type Instead = (res: Response, answer: string) => unknown;

test.each<[string, Instead, string]>([
  ['a session it does not know', saying('SESSION_NOT_FOUND'), stale],
  ['a status nobody has heard of', saying('ALMOST_OK'), unproved],
  ['no status', changed(answer => answer.replace('<m:status>OK</m:status>', '')), unproved],
  ['two of them', changed(answer => answer.replace('<m:status>', '<m:status>OK</m:status><m:status>')), unproved],
  ['a failure with what a success says', changed(answer => answer.replace('>OK<', '>SESSION_NOT_FOUND<')), stale],
  ['the session of another question', changed(answer => answer.replace(/("appToken" value=")\d/, '$1x')), unproved],
  ['a session of no question', without('appToken'), unproved],
  [
    'an attribute twice',
    changed(answer => answer.replace('<m:attributes>', '<m:attributes><m:attribute name="dbID" value="zz9zz9z"/>')),
    unproved,
  ],
  [
    'attributes twice',
    changed(answer => answer.replace('</m:attributes>', '</m:attributes><m:attributes/>')),
    unproved,
  ],
  ['no attributes', changed(answer => answer.replace(/<m:attributes>.*<\/m:attributes>/, '')), unproved],
  ['no box', without('dbID'), incomplete],
  ['no user', without('isdsID'), incomplete],
  ['a box that is none', changed(answer => answer.replace('ab3cd4e', 'a/b')), incomplete],
  [
    'another service of the same shape',
    changed(answer => answer.replace(namespace, 'http://agw-as.cz/ats-ws/atsSzr/v4_2')),
    unproved,
  ],
  ['an answer outside the body', changed(answer => answer.replaceAll('SOAP-ENV:Body', 'SOAP-ENV:Header2')), unproved],
  ['a fault', changed(answer => answer.replace(/<SOAP-ENV:Body>/, '<SOAP-ENV:Body><SOAP-ENV:Fault/>')), unproved],
  ['a document type', changed(answer => `<!DOCTYPE x [<!ENTITY e "e">]>${answer}`), unproved],
  ['a comment in it', changed(answer => answer.replace('>OK<', '>O<!-- -->K<')), unproved],
  ['half an answer', changed(answer => answer.slice(0, 200)), unproved],
  ['no XML', changed(() => 'OK'), unproved],
  ['a page', (res: Response) => res.type('html').send('<html><body>OK</body></html>'), unproved],
  ['nothing', changed(() => ''), unproved],
  [
    'too many elements',
    changed(answer => answer.replace('<m:attributes>', `<m:attributes>${'<a/>'.repeat(5_000)}`)),
    unproved,
  ],
])('refused: %s', async (_what, instead, title) => {
  isds.instead = instead;
  const visitor = await portal.visitor();
  await expectRefused(visitor, () => signInBy(visitor), title);
});

interface Return {
  visitor: Visitor;
  address: URL;
}

const withQuery =
  (changes: Record<string, string>) =>
  ({ address }: Return): URL => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    return address;
  };

test.each<[string, (back: Return) => URL | Promise<URL>, string]>([
  ['no session', withQuery({ sessionId: '' }), 'Přihlášení jste přerušili'],
  ['no token', withQuery({ appToken: '' }), stale],
  ['another token', withQuery({ appToken: '12345678901234567890' }), stale],
  ['a session that is none', withQuery({ sessionId: 'x"/><x>'.repeat(3) }), unproved],
  ['a session too long', withQuery({ sessionId: 'S'.repeat(300) }), unproved],
  ['an unknown session', withQuery({ sessionId: 'S01-unknown-session' }), stale],
  [
    "somebody else's session with the token of one's own",
    async ({ address }) => {
      const theirs = await signInThere(await goThere(await portal.visitor()));
      address.searchParams.set('sessionId', theirs.searchParams.get('sessionId') ?? '');
      return address;
    },
    unproved,
  ],
  ["somebody else's return", async () => signInThere(await goThere(await portal.visitor())), stale],
  [
    'the return from the way before',
    async ({ visitor, address }) => {
      await goThere(visitor);
      return address;
    },
    stale,
  ],
])('refused: %s', async (_what, make, title) => {
  const visitor = await portal.visitor();
  const address = await signInThere(await goThere(visitor));
  const asked = await make({ visitor, address });
  await expectRefused(visitor, () => comeBack(visitor, asked), title);
});

test('refused: the same return again', async () => {
  const visitor = await portal.visitor();
  const address = await signInThere(await goThere(visitor));
  expect((await comeBack(visitor, address)).path).toBe('/prihlaseni/poprve');
  await expectRefused(visitor, () => comeBack(visitor, address), stale);
});

test('refused: too long on the way', async () => {
  const visitor = await portal.visitor();
  const address = await signInThere(await goThere(visitor));
  portal.setNow(Temporal.Now.instant().add({ minutes: 31 }).toString());
  await expectRefused(visitor, () => comeBack(visitor, address), stale);
  portal.setNow(Temporal.Now.instant().toString());
});

test('refused: whoever turned back at the page of ISDS', async () => {
  isds.user = null;
  const visitor = await portal.visitor();
  await expectRefused(visitor, () => signInBy(visitor), 'Přihlášení jste přerušili');
});

test('a form leads nowhere: it answers by a link', async () => {
  const visitor = await portal.visitor();
  expect((await visitor.agent.post(`${here}/navrat`).type('form').send({ sessionId: 'S01-session' })).status).toBe(404);
});

test('whoever has another certificate than the registered one is told nothing', async () => {
  const other = await startPortal({ dataBox: { ...isds.gate, client: await keyPair('stranger') } });
  const page = await signInBy(await other.visitor());
  expect([page.status, page.$('main h1').text()]).toEqual([503, 'Datová schránka teď neodpovídá']);
  expect(await other.db.signIn.count()).toBe(0);
});

async function expectRefused(visitor: Visitor, attempt: () => Promise<Page>, title: string): Promise<void> {
  const signIns = await db.signIn.count();
  const page = await attempt();
  expect([page.status, page.$('main h1').text()]).toEqual([400, title]);
  expect(await db.signIn.count()).toBe(signIns);
  expect((await visitor.get('/ucet')).path).toMatch(/^\/prihlaseni/);
  expect(portal.log()).not.toMatch(/Nováková|ab3cd4e/);
}
