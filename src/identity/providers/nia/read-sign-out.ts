import { verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { attributeOf, child, children, Malformed, parseXml, textOf, type XmlElement } from '../xml.ts';
import { namespaces } from './signed.ts';
import { instantOf } from './read-answer.ts';
import type { SignOutRequest } from '../../../core/identity/nia/check-sign-out.ts';

const { protocol, assertion: saml } = namespaces;

interface Request extends SignOutRequest {
  kind: 'request';
  id: string;
  name: string;
  indexes: string[];
}

interface Answer {
  kind: 'answer';
  inResponseTo: string | null;
  isSuccess: boolean;
}

const longest = 100_000;

/**
 * Reads what the provider says of signing out by HTTP-Redirect (SAML 2.0 Bindings, section 3.4). A request ends sign-ins, so it must be
 * signed. An answer only says how our own request ended, and Identita občana does not sign it: a signature that is there
 * must hold, none is fine. Not read by node-saml, which trusts an unsigned request and finds what is signed by parts of names.
 */
export async function readSignOut(query: string, certificates: string[]): Promise<Request | Answer> {
  const given = parametersIn(query);
  const message = given.SAMLRequest ?? given.SAMLResponse;
  if (!message || (given.SAMLRequest && given.SAMLResponse)) throw new Malformed('no message');
  const isSigned = given.Signature !== undefined;
  if (isSigned && !isSignedBy(given, certificates)) throw new Malformed('signature');
  const root = await parseXml(inflated(message.value));
  if (!given.SAMLRequest) return signOutAnswer(root);
  if (!isSigned) throw new Malformed('no signature');
  return signOutRequest(root);
}

/** An answer that comes by HTTP-POST. */
export async function readPostedSignOut(base64: string): Promise<Answer> {
  if (base64.length > longest) throw new Malformed('too long');
  return signOutAnswer(await parseXml(Buffer.from(base64, 'base64').toString('utf8')));
}

const names = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'] as const;
type Parameters = Partial<Record<(typeof names)[number], { raw: string; value: string }>>;

/** By their names as they are written: what is signed and what is read must be the same bytes. */
function parametersIn(query: string): Parameters {
  const found: Parameters = {};
  for (const raw of query.split('&')) {
    const name = names.find(known => raw.startsWith(`${known}=`));
    if (name === undefined) continue;
    if (found[name]) throw new Malformed(`${name} twice`);
    found[name] = { raw, value: decodedValue(raw.slice(name.length + 1)) };
  }
  return found;
}

function decodedValue(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Malformed('query');
  }
}

const digests: Record<string, string> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
};

function isSignedBy(given: Parameters, certificates: string[]): boolean {
  const digest = digests[given.SigAlg?.value ?? ''];
  if (digest === undefined || !given.Signature) return false;
  const parts = [given.SAMLRequest ?? given.SAMLResponse, given.RelayState, given.SigAlg];
  const signed = Buffer.from(parts.flatMap(part => part?.raw ?? []).join('&'));
  const signature = Buffer.from(given.Signature.value, 'base64');
  return certificates.some(certificate => verify(digest, signed, certificate, signature));
}

function inflated(base64: string): string {
  try {
    return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: longest }).toString('utf8');
  } catch {
    throw new Malformed('not deflated');
  }
}

function signOutRequest(root: XmlElement): Request {
  if (root.localName !== 'LogoutRequest' || root.namespaceURI !== protocol) throw new Malformed('no LogoutRequest');
  const id = attributeOf(root, 'ID');
  const name = textOf(child(root, saml, 'NameID'));
  if (id === null || name === null) throw new Malformed('nobody to sign out');
  return {
    kind: 'request',
    id,
    name,
    indexes: children(root, protocol, 'SessionIndex').flatMap(index => textOf(index) ?? []),
    issuer: textOf(child(root, saml, 'Issuer')),
    destination: attributeOf(root, 'Destination'),
    issuedAt: instantOf(attributeOf(root, 'IssueInstant')),
    notOnOrAfter: instantOf(attributeOf(root, 'NotOnOrAfter')),
  };
}

function signOutAnswer(root: XmlElement): Answer {
  if (root.localName !== 'LogoutResponse' || root.namespaceURI !== protocol) throw new Malformed('no LogoutResponse');
  const status = attributeOf(child(child(root, protocol, 'Status'), protocol, 'StatusCode'), 'Value');
  const isSuccess = status === 'urn:oasis:names:tc:SAML:2.0:status:Success';
  return { kind: 'answer', inResponseTo: attributeOf(root, 'InResponseTo'), isSuccess };
}
