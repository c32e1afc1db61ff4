import type { Nia } from '../../../config.ts';
import type { Answer, Assertion, Period } from '../../../core/identity/nia/check-answer.ts';
import { attributeOf, child, children, Malformed, parseXml, textOf, type XmlElement } from '../xml.ts';
import { decrypted, namespaces, signedPart } from './signed.ts';

const { protocol, assertion: saml } = namespaces;

/** The provider says itself that nobody signed in; such an answer holds no assertion. */
export class NoSuccess extends Error {}

const longest = 400_000;

/**
 * Reads an answer of the provider: signed, with one assertion that is encrypted for the portal. Each signature that is there holds, and
 * the assertion is covered by one of them. Throws Malformed otherwise. What it says is for `problemOf` to judge.
 */
export async function readAnswer({ certificates, decryption }: Nia, base64: string): Promise<Answer> {
  const xml = unpacked(base64);
  const root = await parseXml(xml);
  if (!isOf(root, protocol, 'Response')) throw new Malformed('no Response');
  const signed = await signedPart(xml, root, certificates);
  const response = signed ?? root;
  const status = attributeOf(child(child(response, protocol, 'Status'), protocol, 'StatusCode'), 'Value');
  const encrypted = child(response, saml, 'EncryptedAssertion');
  if (status !== null && !status.endsWith(':Success')) throw new NoSuccess();
  if (!encrypted || children(response, saml, 'Assertion').length > 0) throw new Malformed('assertion not encrypted');

  const clear = await decrypted(encrypted, decryption.key);
  const inner = await parseXml(clear);
  if (!isOf(inner, saml, 'Assertion')) throw new Malformed('no Assertion');
  const signedInner = await signedPart(clear, inner, certificates);
  if (!signed && !signedInner) throw new Malformed('no signature');
  return {
    issuer: textOf(child(response, saml, 'Issuer')),
    destination: attributeOf(response, 'Destination'),
    inResponseTo: attributeOf(response, 'InResponseTo'),
    status,
    assertion: assertionIn(signedInner ?? inner),
  };
}

function unpacked(base64: string): string {
  const packed = base64.replaceAll(/\s/g, '');
  if (packed.length > longest || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) throw new Malformed('no base64');
  return Buffer.from(packed, 'base64').toString('utf8');
}

function isOf(element: XmlElement, namespace: string, name: string): boolean {
  const isNamed = element.localName === name && element.namespaceURI === namespace;
  return isNamed && element.getAttribute('Version') === '2.0';
}

function assertionIn(assertion: XmlElement): Assertion {
  const id = attributeOf(assertion, 'ID');
  if (id === null || id.length > 200) throw new Malformed('assertion without ID');
  const subject = child(assertion, saml, 'Subject');
  const nameId = child(subject, saml, 'NameID');
  const name = textOf(nameId);
  const confirmation = child(subject, saml, 'SubjectConfirmation');
  const data = child(confirmation, saml, 'SubjectConfirmationData');
  const conditions = child(assertion, saml, 'Conditions');
  const statement = child(assertion, saml, 'AuthnStatement');
  const context = child(statement, saml, 'AuthnContext');
  return {
    id,
    issuer: textOf(child(assertion, saml, 'Issuer')),
    audiences: audiencesIn(conditions),
    conditions: periodOf(conditions),
    confirmation: {
      ...periodOf(data),
      method: attributeOf(confirmation, 'Method'),
      recipient: attributeOf(data, 'Recipient'),
      inResponseTo: attributeOf(data, 'InResponseTo'),
    },
    authnContextClass: textOf(child(context, saml, 'AuthnContextClassRef')),
    authnInstant: instantOf(attributeOf(statement, 'AuthnInstant')),
    nameId: name === null ? null : { value: name, format: attributeOf(nameId, 'Format') },
    sessionIndex: attributeOf(statement, 'SessionIndex'),
    attributes: attributesIn(assertion),
  };
}

function audiencesIn(conditions: XmlElement | null): string[] {
  const restriction = child(conditions, saml, 'AudienceRestriction');
  return restriction ? children(restriction, saml, 'Audience').flatMap(audience => textOf(audience) ?? []) : [];
}

/** The first value of each; one that is said twice is not believed. */
function attributesIn(assertion: XmlElement): ReadonlyMap<string, string> {
  const statement = child(assertion, saml, 'AttributeStatement');
  const attributes = new Map<string, string>();
  for (const attribute of statement ? children(statement, saml, 'Attribute') : []) {
    const name = attribute.getAttribute('Name') ?? '';
    if (attributes.has(name)) throw new Malformed('attribute said twice');
    attributes.set(name, children(attribute, saml, 'AttributeValue')[0]?.textContent ?? '');
  }
  return attributes;
}

function periodOf(element: XmlElement | null): Period {
  return {
    notBefore: instantOf(attributeOf(element, 'NotBefore')),
    notOnOrAfter: instantOf(attributeOf(element, 'NotOnOrAfter')),
  };
}

/** With a time zone, as SAML asks. */
export function instantOf(text: string | null): Temporal.Instant | null {
  if (text === null) return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new Malformed('time');
  }
}
