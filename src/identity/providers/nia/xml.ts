import { decryptXml, getVerifiedXml, parseDomFromString } from '@node-saml/node-saml/lib/xml.js';

/** As much of a DOM element as reading SAML takes; the library's own types are those of a browser. */
export interface XmlElement {
  readonly localName: string | null;
  readonly namespaceURI: string | null;
  readonly textContent: string | null;
  /** Null of what is no element. */
  readonly childNodes: ArrayLike<XmlElement> | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  toString(): string;
}

export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

/** What came is not what it should be. The message is for the log: it quotes nothing that came. */
export class Malformed extends Error {}

/** Many times as many as any message has; whatever walks through the elements walks no deeper. */
const mostTags = 2000;

/** The root of a document. One with a document type or entities is none of SAML's; a comment would only divide a name. */
export async function parseXml(xml: string): Promise<XmlElement> {
  if (xml.split('<').length > mostTags) throw new Malformed('too many elements');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Malformed('document type');
  if (xml.includes('<!--')) throw new Malformed('comment');
  try {
    const { documentElement } = (await parseDomFromString(xml)) as { documentElement: XmlElement };
    return documentElement;
  } catch {
    throw new Malformed('no XML');
  }
}

/** The elements of that name right below. */
export function children(parent: XmlElement, namespace: string, name: string): XmlElement[] {
  return nodesOf(parent).filter(node => node.localName === name && node.namespaceURI === namespace);
}

/** The one element of that name right below; null when there is none. Two are one too many. */
export function child(parent: XmlElement | null, namespace: string, name: string): XmlElement | null {
  const [first, ...others] = parent ? children(parent, namespace, name) : [];
  if (others.length > 0) throw new Malformed(`more than one ${name}`);
  return first ?? null;
}

/** Every element below, whatever its depth. */
function descendants(parent: XmlElement): XmlElement[] {
  return nodesOf(parent).flatMap(node => [node, ...descendants(node)]);
}

function nodesOf(parent: XmlElement): XmlElement[] {
  return Array.from(parent.childNodes ?? []);
}

/** The text of an element; null when it is not there or empty. */
export function textOf(element: XmlElement | null): string | null {
  const text = element?.textContent?.trim() ?? '';
  return text === '' ? null : text;
}

/** An attribute; null when it is not there. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  return element?.hasAttribute(name) === true ? element.getAttribute(name) : null;
}

const signatureMethods = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
]);
const digestMethods = new Set(['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']);

/**
 * What is really signed of a document whose root carries a signature of its own, read anew from the signed bytes alone, so that
 * nothing wrapped around them or put beside them is ever looked at. Null when the root carries none.
 */
export async function signedPart(xml: string, root: XmlElement, certificates: string[]): Promise<XmlElement | null> {
  const signature = child(root, namespaces.signature, 'Signature');
  if (!signature) return null;
  onlyMethods(signature, 'SignatureMethod', signatureMethods);
  onlyMethods(signature, 'DigestMethod', digestMethods);
  let verified: string | null;
  try {
    verified = getVerifiedXml(xml, root, certificates);
  } catch {
    throw new Malformed('signature');
  }
  if (verified === null) throw new Malformed('signature');
  const part = await parseXml(verified);
  if (part.localName !== root.localName || part.namespaceURI !== root.namespaceURI) throw new Malformed('signature');
  return part;
}

const encryptionMethods = new Set([
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
]);

/** What an element holds encrypted for us. */
export async function decrypted(element: XmlElement, key: string): Promise<string> {
  onlyMethods(element, 'EncryptionMethod', encryptionMethods);
  try {
    return await decryptXml(element.toString(), key);
  } catch {
    throw new Malformed('encryption');
  }
}

/** Weak algorithms are refused before anything is done by them. */
function onlyMethods(element: XmlElement, name: string, allowed: Set<string>): void {
  const methods = descendants(element).filter(({ localName }) => localName === name);
  if (methods.length === 0 || methods.some(method => !allowed.has(method.getAttribute('Algorithm') ?? ''))) {
    throw new Malformed(name);
  }
}
