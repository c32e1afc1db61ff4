import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyPair, Nia } from '../../../src/config.ts';
import { back, here } from './addresses.ts';

const folder = join(import.meta.dirname, 'keys');

export async function keyPair(name: 'portal' | 'provider' | 'stranger'): Promise<KeyPair> {
  const [key, certificate] = await Promise.all(
    ['key', 'cert'].map(part => readFile(join(folder, `${name}.${part}.pem`), 'utf8')),
  );
  return { key: key ?? '', certificate: certificate ?? '' };
}

export const entityId = 'https://portal.example.cz/nia';
export const idpEntityId = 'urn:microsoft:cgg2010:fpsts';
/** Where the portal of the tests says it is. */
export const portalOrigin = 'http://localhost:3000';
export const answerTo = portalOrigin + back;
export const signOutTo = `${portalOrigin}${here}/odhlaseni`;

/** The settings of a portal whose provider is at that address. */
export async function niaAt(origin: string): Promise<Nia> {
  const [portal, provider] = [await keyPair('portal'), await keyPair('provider')];
  return {
    entityId,
    idpEntityId,
    certificates: [provider.certificate],
    ssoUrl: `${origin}/sso`,
    sloUrl: `${origin}/slo`,
    signing: portal,
    decryption: portal,
  };
}
