import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { readMetadata } from '../../src/config/nia-metadata.ts';
import { readSettings } from '../../src/config/read.ts';
import { quickFolder } from '../support/quick-folder.ts';

const folder = await quickFolder('portal-nia-');
afterAll(() => rm(folder, { recursive: true }));
const keys = join(import.meta.dirname, '..', 'identity', 'nia', 'keys');
const key = (name: string): string => join(keys, `${name}.key.pem`);
const cert = (name: string): string => join(keys, `${name}.cert.pem`);

const own = { NIA_ENTITY_ID: 'https://portal.example.cz/', NIA_KEY_FILE: key('portal'), NIA_CERT_FILE: cert('portal') };
const byHand = { NIA_IDP_CERT_FILE: cert('provider'), NIA_SSO_URL: 'https://nia.example.cz/sso' };
const metadataUrl = 'https://nia.example.cz/metadata';

describe('settings of Identita občana', () => {
  test('are off unless they are set', async () => {
    expect((await loadConfig({ DATA_DIR: folder })).nia).toBeUndefined();
  });

  test('are read with the files they name', async () => {
    const { nia } = await loadConfig({ DATA_DIR: folder, ...own, ...byHand });
    const signing = { key: await readFile(key('portal'), 'utf8'), certificate: await readFile(cert('portal'), 'utf8') };
    expect(nia).toEqual({
      entityId: 'https://portal.example.cz/',
      idpEntityId: 'urn:microsoft:cgg2010:fpsts',
      certificates: [await readFile(cert('provider'), 'utf8')],
      ssoUrl: 'https://nia.example.cz/sso',
      sloUrl: undefined,
      signing,
      decryption: signing,
    });
  });

  const { NIA_KEY_FILE, NIA_CERT_FILE, ...unsigned } = own;
  test.each<[Record<string, string>, string]>([
    [unsigned, 'NIA_KEY_FILE: required along with NIA_ENTITY_ID'],
    [{ NIA_KEY_FILE, NIA_CERT_FILE }, 'NIA_ENTITY_ID: required along with NIA_KEY_FILE'],
    [{ NIA_SLO_URL: 'https://nia.example.cz/slo' }, 'NIA_ENTITY_ID: required along with NIA_SLO_URL'],
    [own, 'NIA_IDP_CERT_FILE: required along with NIA_ENTITY_ID, unless NIA_METADATA_URL is set'],
    [{ ...own, ...byHand, NIA_METADATA_URL: metadataUrl }, 'NIA_IDP_CERT_FILE: NIA_METADATA_URL says it already'],
    [
      { ...own, ...byHand, NIA_DECRYPTION_KEY_FILE: NIA_KEY_FILE },
      'NIA_DECRYPTION_KEY_FILE and NIA_DECRYPTION_CERT_FILE: only one of them is set',
    ],
  ])('%j are half set', (environment, message) => {
    expect(readSettings(environment)).toEqual({ ok: false, message });
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ NIA_KEY_FILE: '/nowhere' }, /^NIA_KEY_FILE: "\/nowhere" cannot be read \(ENOENT\)$/],
    [{ NIA_CERT_FILE: key('portal') }, /^NIA_CERT_FILE: ".+" is not a certificate, as PEM$/],
    [{ NIA_KEY_FILE: cert('portal') }, /^NIA_KEY_FILE: ".+" is not an RSA private key without a password, as PEM$/],
    [{ NIA_KEY_FILE: key('stranger') }, /^NIA_KEY_FILE: ".+" does not belong to ".+"$/],
    [{ NIA_IDP_CERT_FILE: '/nowhere' }, /^NIA_IDP_CERT_FILE: "\/nowhere" cannot be read/],
    [
      { NIA_DECRYPTION_KEY_FILE: key('stranger'), NIA_DECRYPTION_CERT_FILE: cert('portal') },
      /^NIA_DECRYPTION_KEY_FILE: ".+" does not belong to/,
    ],
  ])('%j stop the start', async (changes, message) => {
    await expect(loadConfig({ DATA_DIR: folder, ...own, ...byHand, ...changes })).rejects.toThrow(message);
  });
});

const base64 = (await readFile(cert('provider'), 'utf8')).replaceAll(/-----[^-]+-----|\s/g, '');
const keyDescriptor = (use: string, certificate = base64): string =>
  `<KeyDescriptor ${use}><KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
const service = (name: string, binding: string): string =>
  `<${name} Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="https://nia.example.cz/${name}/${binding}?a=1&amp;b=2"/>`;
const metadata = (part: string): string =>
  `<?xml version="1.0"?><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:idp"><RoleDescriptor>${keyDescriptor('use="signing"', 'AAAA')}</RoleDescriptor><IDPSSODescriptor>${part}</IDPSSODescriptor></EntityDescriptor>`;
const whole = [
  keyDescriptor('use="signing"'),
  keyDescriptor('use="encryption"'),
  service('SingleLogoutService', 'HTTP-Redirect'),
  service('SingleSignOnService', 'HTTP-POST'),
  service('SingleSignOnService', 'HTTP-Redirect'),
].join('');

describe('metadata of the provider', () => {
  test('say who it is, where it is and what it signs with', async () => {
    expect(readMetadata(metadata(whole))).toEqual({
      idpEntityId: 'urn:idp',
      ssoUrl: 'https://nia.example.cz/SingleSignOnService/HTTP-Redirect?a=1&b=2',
      sloUrl: 'https://nia.example.cz/SingleLogoutService/HTTP-Redirect?a=1&b=2',
      certificates: [await readFile(cert('provider'), 'utf8')],
    });
  });

  test.each<[string, string]>([
    ['no XML', 'no'],
    ['of another protocol', metadata(whole).replaceAll('IDPSSODescriptor', 'SPSSODescriptor')],
    ['without a certificate', metadata(service('SingleSignOnService', 'HTTP-Redirect'))],
    ['with a broken certificate', metadata(whole.replaceAll(base64, 'AAAA'))],
    ['without an address', metadata(keyDescriptor('use="signing"'))],
    ['with entities', `<!DOCTYPE x [<!ENTITY a "b">]>${metadata(whole)}`],
  ])('%s are refused', (_name, xml) => {
    expect(readMetadata(xml)).toBeNull();
  });

  test('are kept for a start at which the provider does not answer', async () => {
    const server = createServer((_req, res) => res.end(metadata(whole))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const NIA_METADATA_URL = `http://127.0.0.1:${address.port}/`;
    const DATA_DIR = join(folder, 'kept');
    const first = await loadConfig({ DATA_DIR, ...own, NIA_METADATA_URL });
    server.closeAllConnections();
    server.close();
    expect(await loadConfig({ DATA_DIR, ...own, NIA_METADATA_URL })).toEqual(first);
    await writeFile(join(DATA_DIR, 'nia-metadata.xml'), 'no');
    await expect(loadConfig({ DATA_DIR, ...own, NIA_METADATA_URL })).rejects.toThrow(/gives no metadata/);
    const elsewhere = join(folder, 'never');
    await expect(loadConfig({ DATA_DIR: elsewhere, ...own, NIA_METADATA_URL })).rejects.toThrow(/does not answer/);
  });
});
