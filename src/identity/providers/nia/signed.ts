import { decryptXml, getVerifiedXml } from '@node-saml/node-saml/lib/xml.js';
import { child, descendants, Malformed, parseXml, type XmlElement } from '../xml.ts';

export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

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
