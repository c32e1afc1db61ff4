import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import type { Visitor } from '../../support/visitor.ts';
import { assertionOf, encrypt, forge, type Forged, parted, responseOf, signedBy } from './forge.ts';
import { eidas, startNiaPeer } from './peer.ts';
import { keyPair } from './settings.ts';
import { back } from './addresses.ts';
import { answerTo, goThere, sendFromElsewhere, xmlOf } from './way.ts';

/** Answers that prove nothing. Each is sent by the browser of somebody who really asked; none lets them in. */

const peer = await startNiaPeer();
const portal = await startPortal({ nia: peer.nia });
const { app, db } = portal;
const [provider, stranger] = [await keyPair('provider'), await keyPair('stranger')];

const evil = (xml: string): string =>
  xml.replaceAll('CZ/CZ/4d7a6f0e', 'CZ/CZ/somebody-else').replace(/ID="[^"]+"/, 'ID="_evil"');
const base64 = (xml: string): string => Buffer.from(xml).toString('base64');
/** A right answer, and how it is turned into a wrong one. */
const changed = (change: Omit<Forged, 'requestId'>) => (requestId: string) => forge({ requestId, ...change });
/** One whose assertion is made of a right one and packed again, as anybody can who knows our certificate. */
const rebuilt = (rebuild: (signed: string) => string) => async (requestId: string) =>
  base64(responseOf({ requestId }, await encrypt(rebuild(assertionOf({ requestId })))));
/** The same with the answer as a whole, signed as Identita občana signs it. */
const rewrapped = (rewrap: (signed: string, evilAnswer: string) => string) => async (requestId: string) => {
  const forged: Forged = { requestId, assertionBy: null, responseBy: provider };
  const signed = responseOf(forged, await encrypt(assertionOf(forged)));
  const other = responseOf({ requestId }, await encrypt(evil(assertionOf(forged))));
  return base64(rewrap(signed, other.replace('ID="_response"', 'ID="_evil"')));
};
/** Everything from the first tag on, put between a start and an end. */
const into = (xml: string, place: string, inner: string): string =>
  xml.replace(new RegExp(`(<[\\w:]*${place}\\b[^>]*>)`), (_whole, tag: string) => tag + inner);
const shift = (name: string, minutes: number) => (xml: string) =>
  xml.replaceAll(
    new RegExp(` ${name}="[^"]+"`, 'g'),
    ` ${name}="${Temporal.Now.instant().add({ minutes }).toString()}"`,
  );

/** With why each is refused, as the log has it; somebody who changed their mind is not worth a line there. */
const hostile: [string, string, (requestId: string) => Promise<string> | string][] = [
  ['nothing', 'no base64', () => ''],
  ['no base64', 'no base64', () => '<samlp:Response/>'],
  ['no XML', 'no XML', () => base64('certainly not')],
  ['other XML', 'no Response', () => base64('<html><body/></html>')],
  [
    'half an answer',
    'no XML',
    async id =>
      base64(
        Buffer.from(await forge({ requestId: id }), 'base64')
          .toString()
          .slice(0, 2000),
      ),
  ],
  [
    'a document type',
    'document type',
    async id =>
      base64(`<!DOCTYPE r [<!ENTITY e "e">]>${Buffer.from(await forge({ requestId: id }), 'base64').toString()}`),
  ],
  ['a document type inside', 'document type', rebuilt(xml => `<!DOCTYPE r SYSTEM "http://127.0.0.1:1/">${xml}`)],
  [
    'too many elements',
    'too many elements',
    () => base64(`<samlp:Response>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</samlp:Response>`),
  ],
  [
    'too many elements inside',
    'too many elements',
    rebuilt(xml => into(xml, 'Issuer', '<a>'.repeat(10_000) + '</a>'.repeat(10_000))),
  ],

  ['unsigned', 'no signature', changed({ assertionBy: null })],
  ['signed by a stranger', 'signature', changed({ assertionBy: stranger })],
  ['signed as a whole by a stranger', 'signature', changed({ responseBy: stranger })],
  ['a stranger around what is right', 'signature', changed({ assertionBy: null, responseBy: stranger })],
  [
    'SHA-1',
    'SignatureMethod',
    changed({ assertionBy: null, after: xml => signedBy(provider, xml, 'Assertion', 'sha1') }),
  ],
  [
    'no algorithm',
    'SignatureMethod',
    changed({ after: xml => xml.replace(/(<(?:ds:)?SignatureMethod) Algorithm="[^"]+"/, '$1 Algorithm="none"') }),
  ],
  [
    'a comment in the name',
    'comment',
    changed({ after: xml => xml.replace('CZ/CZ/4d7a6f0e</saml:NameID>', 'CZ/CZ/4d7a<!-- -->6f0e</saml:NameID>') }),
  ],
  [
    'a comment in the identifier',
    'comment',
    changed({ after: xml => xml.replaceAll('>CZ/CZ/4d7a6f0e<', '>CZ/CZ/4d7a<!-- -->6f0e<') }),
  ],
  ['a comment around', 'comment', changed({ rewrap: xml => xml.replace('</saml:Issuer>', '<!-- --></saml:Issuer>') })],
  ['altered name', 'signature', changed({ after: xml => xml.replace('Jana', 'Jan') })],
  ['altered person', 'signature', changed({ after: xml => xml.replaceAll('CZ/CZ/4d7a6f0e', 'CZ/CZ/somebody-else') })],
  ['altered level', 'signature', changed({ after: xml => xml.replace('LoA/substantial', 'LoA/high') })],
  [
    'altered whole',
    'signature',
    changed({ responseBy: provider, rewrap: xml => xml.replace('Version="2.0"', 'Version="2.0" Consent="x"') }),
  ],
  ['signature of something else', 'signature', rebuilt(xml => xml.replace(/URI="#[^"]+"/, 'URI="#_other"'))],
  ['signature of everything', 'signature', rebuilt(xml => xml.replace(/URI="#[^"]+"/, 'URI=""'))],
  [
    'two signatures',
    'more than one Signature',
    rebuilt(xml => xml.replace(parted(xml).signature, parted(xml).signature.repeat(2))),
  ],

  [
    'wrapped: original in Advice',
    'signature',
    rebuilt(xml => {
      const { signature } = parted(xml);
      return into(evil(parted(xml).rest), 'Issuer', '').replace(
        /<\/(\w+:)?Issuer>/,
        close => `${close}${signature}<saml:Advice>${xml.replace(signature, '')}</saml:Advice>`,
      );
    }),
  ],
  [
    'wrapped: original in Object',
    'signature',
    rebuilt(xml => {
      const { signature, rest } = parted(xml);
      const holding = signature.replace(
        /<\/((?:ds:)?)Signature>$/,
        (_close, prefix: string) => `<${prefix}Object>${rest}</${prefix}Object></${prefix}Signature>`,
      );
      return evil(rest).replace(/<\/(\w+:)?Issuer>/, close => close + holding);
    }),
  ],
  [
    'wrapped: signed original inside an unsigned one',
    'no signature',
    rebuilt(xml => evil(parted(xml).rest).replace(/<\/(\w+:)?Issuer>/, close => close + xml)),
  ],
  [
    'wrapped: the same ID twice',
    'signature',
    rebuilt(xml => {
      const id = / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
      const { signature, rest } = parted(xml);
      return evil(rest)
        .replace('ID="_evil"', `ID="${id}"`)
        .replace(/<\/(\w+:)?Issuer>/, close => close + signature + rest);
    }),
  ],
  ['wrapped: two roots', 'no XML', rebuilt(xml => evil(parted(xml).rest) + xml)],
  ['wrapped: two roots, the other way round', 'no XML', rebuilt(xml => xml + evil(parted(xml).rest))],
  [
    'sibling assertions',
    'more than one EncryptedAssertion',
    async id =>
      base64(
        responseOf(
          { requestId: id },
          (await encrypt(evil(parted(assertionOf({ requestId: id })).rest))) +
            (await encrypt(assertionOf({ requestId: id }))),
        ),
      ),
  ],
  [
    'a clear sibling',
    'assertion not encrypted',
    async id =>
      base64(
        responseOf(
          { requestId: id },
          evil(parted(assertionOf({ requestId: id })).rest) + (await encrypt(assertionOf({ requestId: id }))),
        ),
      ),
  ],
  [
    'whole wrapped: original in Extensions',
    'signature',
    rewrapped((signed, other) => {
      const { signature, rest } = parted(signed);
      return other.replace('</saml:Issuer>', `</saml:Issuer>${signature}<samlp:Extensions>${rest}</samlp:Extensions>`);
    }),
  ],
  [
    'whole wrapped: original in Object',
    'DigestMethod',
    rewrapped((signed, other) => {
      const { signature, rest } = parted(signed);
      const holding = signature.replace(
        /<\/((?:ds:)?)Signature>$/,
        (_close, prefix: string) => `<${prefix}Object>${rest}</${prefix}Object></${prefix}Signature>`,
      );
      return other.replace('</saml:Issuer>', `</saml:Issuer>${holding}`);
    }),
  ],
  [
    'whole wrapped: signed original inside',
    'no signature',
    rewrapped((signed, other) =>
      other.replace('</saml:Issuer>', `</saml:Issuer><samlp:Extensions>${signed}</samlp:Extensions>`),
    ),
  ],
  [
    'whole wrapped: the same ID twice',
    'signature',
    rewrapped((signed, other) => {
      const { signature, rest } = parted(signed);
      return other
        .replace('ID="_evil"', 'ID="_response"')
        .replace('</saml:Issuer>', `</saml:Issuer>${signature}<samlp:Extensions>${rest}</samlp:Extensions>`);
    }),
  ],
  [
    'whole unsigned around an unsigned assertion of a right one',
    'no signature',
    rewrapped((signed, other) => parted(signed).rest + other.slice(0, 0)),
  ],

  ['not encrypted', 'assertion not encrypted', changed({ encrypted: null })],
  [
    'encrypted by RSA 1.5',
    'EncryptionMethod',
    changed({ encrypted: { keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' } }),
  ],
  [
    'encrypted by Triple DES',
    'EncryptionMethod',
    changed({ encrypted: { encryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc' } }),
  ],
  [
    'broken encryption',
    'encryption',
    changed({ rewrap: xml => xml.replace(/CipherValue>[^<]{20}/g, `CipherValue>${'A'.repeat(20)}`) }),
  ],
  [
    'encryption of no assertion',
    'no Assertion',
    async id => base64(responseOf({ requestId: id }, await encrypt('<a/>'))),
  ],

  ['other audience', 'audience', changed({ options: { audiences: 'https://other.example.cz/' } })],
  ['no audience', 'audience', changed({ options: { audiences: undefined } })],
  ['other recipient', 'destination', changed({ options: { recipient: 'https://other.example.cz/' } })],
  ['other destination', 'destination', changed({ responseBy: provider, destination: 'https://other.example.cz/' })],
  ['other issuer', 'issuer', changed({ options: { issuer: 'urn:other' } })],
  ['other issuer of the whole', 'issuer', changed({ issuer: 'urn:other' })],
  [
    'no subject confirmation',
    'confirmation',
    changed({ before: xml => xml.replace(/<saml:SubjectConfirmation\b[\s\S]*?<\/saml:SubjectConfirmation>/, '') }),
  ],
  [
    'confirmed by somebody else',
    'confirmation',
    changed({ before: xml => xml.replace('cm:bearer', 'cm:sender-vouches') }),
  ],
  [
    'two subject confirmations',
    'more than one SubjectConfirmation',
    changed({
      before: xml => xml.replace(/(<saml:SubjectConfirmation\b[\s\S]*?<\/saml:SubjectConfirmation>)/, '$1$1'),
    }),
  ],
  ['stale', 'stale', changed({ before: shift('NotOnOrAfter', -3) })],
  ['from the future', 'early', changed({ before: shift('NotBefore', 3) })],
  [
    'a time that is none',
    'time',
    changed({ before: xml => xml.replaceAll(/NotOnOrAfter="[^"]+"/g, 'NotOnOrAfter="later"') }),
  ],
  [
    'unknown question',
    'no such question, or answered before',
    changed({ options: { inResponseTo: '_unknown' }, inResponseTo: '_unknown' }),
  ],
  ['a question of no name', 'no such question, or answered before', changed({ inResponseTo: '&#0;' })],
  ['unknown question inside', 'inResponseTo', changed({ options: { inResponseTo: '_unknown' } })],
  [
    'unsolicited',
    'no such question, or answered before',
    changed({ options: { inResponseTo: undefined }, wrap: xml => xml.replace(/ InResponseTo="[^"]*"/, '') }),
  ],
  ['level too low', 'lowLevel', changed({ level: 'http://eidas.europa.eu/LoA/low' })],
  ['unknown level', 'unknownLevel', changed({ level: 'http://eidas.europa.eu/LoA/highest' })],
  ['other means of signing in', 'unknownLevel', changed({ level: 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password' })],
  [
    'a failure inside a success',
    'cancelled',
    changed({
      attributes: {
        'urn:oasis:names:tc:SAML:2.0:protocol/statuscode': 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed',
      },
    }),
  ],
  ['no success', 'cancelled', changed({ status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' })],
  ['something like a success', 'cancelled', changed({ status: 'urn:example:Success' })],
  ['nobody', 'person not named', changed({ attributes: { [`${eidas}PersonIdentifier`]: '' } })],
  [
    'an attribute twice',
    'attribute said twice',
    changed({
      before: xml =>
        xml.replace(
          '</saml:AttributeStatement>',
          `<saml:Attribute Name="${eidas}PersonIdentifier"><saml:AttributeValue>CZ/CZ/x</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>`,
        ),
    }),
  ],
];

test('the same by which the others are wrong is right', async () => {
  for (const change of [{}, { responseBy: provider }, { responseBy: provider, assertionBy: null }]) {
    const visitor = await portal.visitor();
    const requestId = await ask(visitor);
    const sent = await sendFromElsewhere(app, { SAMLResponse: await forge({ requestId, ...change }) });
    expect([sent.status, sent.headers.location]).toEqual([303, expect.stringContaining(`${back}?`)]);
    expect((await visitor.get(String(sent.headers.location))).path).toBe('/prihlaseni/poprve');
  }
});

test.each(hostile)('refused: %s (%s)', async (_name, why, make) => {
  const visitor = await portal.visitor();
  const answer = await make(await ask(visitor));
  const logged = portal.log().length;
  const sent = await expectRefused(visitor, { SAMLResponse: answer });
  if (why === 'cancelled') expect(sent.text).toContain('Přihlášení jste přerušili');
  else expect(portal.log().slice(logged)).toContain(`"detail":"${why}"`);
});

test('refused: five megabytes', async () => {
  const visitor = await portal.visitor();
  await ask(visitor);
  await expectRefused(visitor, { SAMLResponse: 'A'.repeat(5_000_000) }, 413);
});

test('refused: no form at all', async () => {
  const visitor = await portal.visitor();
  await ask(visitor);
  await expectRefused(visitor, {});
});

test('refused: sent again, whether or not it was picked up', async () => {
  const visitor = await portal.visitor();
  const fields = await answerTo(await goThere(visitor));
  const sent = await sendFromElsewhere(app, fields);
  expect(sent.status).toBe(303);
  const brought = String(sent.headers.location);
  expect((await sendFromElsewhere(app, fields)).status).toBe(400);
  expect((await visitor.get(brought)).path).toBe('/prihlaseni/poprve');
  expect((await sendFromElsewhere(app, fields)).status).toBe(400);
  expect((await visitor.get(brought)).status).toBe(400);
});

test('refused: an assertion that answered another question', async () => {
  const [first, second] = [await portal.visitor(), await portal.visitor()];
  const options = { uid: createHash('sha256').update('one').digest('hex').slice(0, 32) };
  const ids = [await ask(first), await ask(second)];
  const answers = await Promise.all(ids.map(requestId => forge({ requestId, options })));
  expect((await sendFromElsewhere(app, { SAMLResponse: answers[0] ?? '' })).status).toBe(303);
  await expectRefused(second, { SAMLResponse: answers[1] ?? '' });
});

test('refused: sent twice at once', async () => {
  const visitor = await portal.visitor();
  const fields = await answerTo(await goThere(visitor));
  const sent = await Promise.all([sendFromElsewhere(app, fields), sendFromElsewhere(app, fields)]);
  expect(sent.map(({ status }) => status).sort()).toEqual([303, 400]);
});

test('refused: an answer to a question asked long ago', async () => {
  const visitor = await portal.visitor();
  const requestId = await ask(visitor);
  await db.samlRequest.update({ where: { id: requestId }, data: { expiresAt: new Date(Date.now() - 1000) } });
  await expectRefused(visitor, { SAMLResponse: await forge({ requestId }) });
});

test('nothing of what came is in the log', () => {
  expect(portal.log()).not.toMatch(/Jana|Nováková|4d7a6f0e/);
  expect(portal.log()).toContain('no sign-in by a provider');
});

/** Asks as the browser of somebody who has to prove a substantial level. */
async function ask(visitor: Visitor): Promise<string> {
  return / ID="([^"]+)"/.exec(xmlOf(await goThere(visitor, '?uroven=znacna')))?.[1] ?? '';
}

async function expectRefused(visitor: Visitor, fields: Record<string, string>, status = 400) {
  const signIns = await db.signIn.count();
  const sent = await sendFromElsewhere(app, fields);
  expect(sent.status).toBe(status);
  expect(sent.text).toContain('<h1');
  expect(sent.headers['set-cookie']).toBeUndefined();
  expect((await visitor.get(back)).status).toBe(400);
  expect((await visitor.get('/ucet')).path).toMatch(/^\/prihlaseni/);
  expect(await db.signIn.count()).toBe(signIns);
  return sent;
}
