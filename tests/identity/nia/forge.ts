import { signXml } from '@node-saml/node-saml/lib/xml.js';
import saml from 'saml';
import encryption from 'saml/lib/xml/encrypt.js';
import type { KeyPair } from '../../../src/config.ts';
import { jana } from './peer.ts';
import { answerTo, entityId, idpEntityId, keyPair } from './settings.ts';

/** Answers made by hand, to be wrong in one thing at a time. Without changes the answer is right. */

const [portal, provider] = [await keyPair('portal'), await keyPair('provider')];
const bearer = { protocol: 'urn:oasis:names:tc:SAML:2.0:protocol', assertion: 'urn:oasis:names:tc:SAML:2.0:assertion' };

export interface Forged {
  requestId: string;
  /** Of the assertion, beside what the peer's library takes. */
  options?: object;
  level?: string;
  attributes?: Record<string, string>;
  /** By whom the assertion and the answer are signed; null: by nobody. */
  assertionBy?: KeyPair | null;
  responseBy?: KeyPair | null;
  /** What is changed in the assertion before it is signed, and after. */
  before?: (assertion: string) => string;
  after?: (assertion: string) => string;
  /** What of the answer is encrypted for the portal; null: nothing. */
  encrypted?: { encryptionAlgorithm?: string; keyEncryptionAlgorithm?: string } | null;
  status?: string;
  issuer?: string;
  destination?: string;
  inResponseTo?: string;
  /** What is changed in the answer before it is signed, and after. */
  wrap?: (response: string) => string;
  rewrap?: (response: string) => string;
}

export async function forge(forged: Forged): Promise<string> {
  const assertion = assertionOf(forged);
  const packed = forged.encrypted === null ? assertion : await encrypt(assertion, forged.encrypted);
  return Buffer.from(responseOf(forged, packed)).toString('base64');
}

export function assertionOf(forged: Forged): string {
  const { before = same, after = same, assertionBy = provider } = forged;
  const plain = before(
    saml.Saml20.createUnsignedAssertion({
      issuer: idpEntityId,
      lifetimeInSeconds: 3600,
      audiences: entityId,
      recipient: answerTo,
      inResponseTo: forged.requestId,
      nameIdentifier: jana.nameId,
      sessionIndex: jana.sessionIndex,
      authnContextClassRef: forged.level ?? jana.level,
      attributes: { ...jana.attributes, ...forged.attributes },
      ...forged.options,
    }),
  );
  return after(assertionBy ? signedBy(assertionBy, plain, 'Assertion') : plain);
}

export function responseOf(forged: Forged, packed: string): string {
  const { wrap = same, rewrap = same, responseBy = null } = forged;
  const status = forged.status ?? 'urn:oasis:names:tc:SAML:2.0:status:Success';
  const response = wrap(
    `<samlp:Response xmlns:samlp="${bearer.protocol}" xmlns:saml="${bearer.assertion}" ID="_response" Version="2.0" IssueInstant="${new Date().toISOString()}"` +
      ` Destination="${forged.destination ?? answerTo}" InResponseTo="${forged.inResponseTo ?? forged.requestId}">` +
      `<saml:Issuer>${forged.issuer ?? idpEntityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${status}"/></samlp:Status>${packed}</samlp:Response>`,
  );
  return rewrap(responseBy ? signedBy(responseBy, response, 'Response') : response);
}

export function encrypt(
  xml: string,
  {
    encryptionAlgorithm = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
    keyEncryptionAlgorithm,
  }: { encryptionAlgorithm?: string; keyEncryptionAlgorithm?: string } = {},
): Promise<string> {
  const run = encryption.fromEncryptXmlOptions({
    encryptionPublicKey: portal.certificate,
    encryptionCert: portal.certificate,
    encryptionAlgorithm,
    keyEncryptionAlgorithm,
    disallowEncryptionWithInsecureAlgorithm: false,
    warnOnInsecureEncryptionAlgorithm: false,
  });
  return new Promise((resolve, reject) => {
    run(xml, (error, encrypted) => {
      if (error) reject(error);
      else resolve(`<saml:EncryptedAssertion xmlns:saml="${bearer.assertion}">${encrypted}</saml:EncryptedAssertion>`);
    });
  });
}

export function signedBy(by: KeyPair, xml: string, name: string, algorithm: 'sha1' | 'sha256' = 'sha256'): string {
  const root = `/*[local-name(.)="${name}"]`;
  return signXml(
    xml,
    root,
    { reference: `${root}/*[local-name(.)="Issuer"]`, action: 'after' },
    { privateKey: by.key, publicCert: by.certificate, signatureAlgorithm: algorithm, digestAlgorithm: algorithm },
  );
}

/** The signature of a signed element, and the element without it. */
export function parted(xml: string): { signature: string; rest: string } {
  const signature = /<(?:ds:)?Signature\b[\s\S]*?<\/(?:ds:)?Signature>/.exec(xml)?.[0] ?? '';
  return { signature, rest: xml.replace(signature, '') };
}

function same(xml: string): string {
  return xml;
}
