import type { RequestHandler } from 'express';
import type { KeyPair, Nia } from '../../../config.ts';
import type { Deps } from '../../../deps.ts';
import { addresses } from './addresses.ts';

/** The portal as the provider is to know it: its certificates, and where it receives answers. */
export function metadata(deps: Deps, nia: Nia): RequestHandler {
  const xml = metadataOf(nia, addresses(deps));
  return (_req, res) => {
    res.type('application/samlmetadata+xml').send(xml);
  };
}

function metadataOf(
  { entityId, signing, decryption }: Nia,
  { answer, signOut }: { answer: string; signOut: string },
): string {
  const bindings = 'urn:oasis:names:tc:SAML:2.0:bindings';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(entityId)}">`,
    '<SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    keyOf('signing', signing),
    keyOf('encryption', decryption),
    `<SingleLogoutService Binding="${bindings}:HTTP-Redirect" Location="${escaped(signOut)}"/>`,
    '<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>',
    `<AssertionConsumerService index="0" isDefault="true" Binding="${bindings}:HTTP-POST" Location="${escaped(answer)}"/>`,
    '</SPSSODescriptor>',
    '</EntityDescriptor>',
    '',
  ].join('\n');
}

function keyOf(use: 'signing' | 'encryption', { certificate }: KeyPair): string {
  const base64 = certificate.replaceAll(/-----[^-]+-----|\s/g, '');
  const methods = use === 'encryption' ? ['xmlenc#aes256-cbc', 'xmlenc#rsa-oaep-mgf1p'] : [];
  return [
    `<KeyDescriptor use="${use}">`,
    `<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${base64}</X509Certificate></X509Data></KeyInfo>`,
    ...methods.map(method => `<EncryptionMethod Algorithm="http://www.w3.org/2001/04/${method}"/>`),
    '</KeyDescriptor>',
  ].join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, character => entities[character] ?? '');
}
