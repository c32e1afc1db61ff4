import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { begin, draftOf } from '../drafts/walk.ts';
import { offerAgenda } from '../drafts/offer-agenda.ts';
import { here } from '../identity/nia/addresses.ts';
import { eidas, jana, startNiaPeer } from '../identity/nia/peer.ts';
import { answerTo, goThere, sendFromElsewhere, signInBy, xmlOf } from '../identity/nia/way.ts';
import { startPortal } from '../support/app.ts';

/** A filing confirmed by signing in anew at Identita občana. */

const peer = await startNiaPeer();
const portal = await startPortal({ nia: peer.nia });
const whoMayFile = { text: 'Kdo má účet.', identity: 'account' as const, confirmation: 'authorised' as const };
const slug = await offerAgenda(portal, [], { whoMayFile, slug: `potvrzena-${randomUUID().slice(0, 8)}` });

test('whoever confirms proves it anew, also where they are still known', async () => {
  const nameId = randomUUID();
  peer.person = { ...jana, nameId, attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: nameId } };
  const visitor = await portal.visitor();
  expect(xmlOf(await goThere(visitor))).not.toContain('ForceAuthn="true"');
  await visitor.submit(await signInBy(portal.app, visitor));
  const fields = { name: 'Jana Nováková', email: 'jana@example.cz' };
  const path = draftOf(await visitor.submit(await begin(visitor, slug), { fields }));
  const signIn = await visitor.submit(`${path}/potvrdit`, { form: 'form[action$="/prihlasenim"]' });
  const link = signIn.$(`.providers a[href^="${here}"]`).attr('href') ?? '';

  const question = await goThere(visitor, link.slice(here.length));
  expect(load(xmlOf(question), { xml: true })('samlp\\:AuthnRequest').attr('ForceAuthn')).toBe('true');
  const sent = await sendFromElsewhere(portal.app, await answerTo(question));
  const summary = await visitor.get(String(sent.headers.location));
  expect([summary.path, summary.$('main form[action$="/odeslani"]').length]).toEqual([`${path}/souhrn`, 1]);
});
