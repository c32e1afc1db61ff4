import { constants, createHmac, type KeyObject, sign } from 'node:crypto';

interface Signing {
  alg: string;
  key: KeyObject;
  kid: string;
}

/** A token as whoever holds the key would make it; also by ways that nobody should accept. */
export function signToken(claims: object, { alg, key, kid }: Signing): string {
  const signed = [{ alg, kid }, claims].map(part => encode(JSON.stringify(part))).join('.');
  return `${signed}.${signature(signed, alg, key)}`;
}

/** What a token says, whoever signed it. */
export function claimsIn(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

function signature(text: string, alg: string, key: KeyObject): string {
  const data = Buffer.from(text);
  switch (alg) {
    case 'PS512':
      return sign('sha512', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }).toString(
        'base64url',
      );
    case 'RS256':
      return sign('sha256', data, key).toString('base64url');
    case 'HS256':
      return createHmac('sha256', key).update(data).digest('base64url');
    default:
      return '';
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
