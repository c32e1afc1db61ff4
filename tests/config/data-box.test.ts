import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { readSettings } from '../../src/config/read.ts';
import { quickFolder } from '../support/quick-folder.ts';

const folder = await quickFolder('portal-data-box-');
afterAll(() => rm(folder, { recursive: true }));
const keys = join(import.meta.dirname, '..', 'identity', 'nia', 'keys');
const [key, certificate] = [join(keys, 'portal.key.pem'), join(keys, 'portal.cert.pem')];
const own = { DATABOX_ATS_ID: 'PORTALHK', DATABOX_KEY_FILE: key, DATABOX_CERT_FILE: certificate };

describe('settings of signing in by a data box', () => {
  test('are off unless they are set', async () => {
    expect((await loadConfig({ DATA_DIR: folder })).dataBox).toBeUndefined();
  });

  test('are read with the files they name', async () => {
    const test = { DATABOX_LOGIN_URL: 'https://www.datovka-test.gov.cz/as/login' };
    expect((await loadConfig({ DATA_DIR: folder, ...own, ...test })).dataBox).toEqual({
      atsId: 'PORTALHK',
      loginUrl: 'https://www.datovka-test.gov.cz/as/login',
      confirmUrl: 'https://cert.datovka.gov.cz/asws/atsEndpoint',
      client: { key: await readFile(key, 'utf8'), certificate: await readFile(certificate, 'utf8') },
    });
  });

  test.each<[Record<string, string>, string]>([
    [{ DATABOX_ATS_ID: 'PORTALHK' }, 'DATABOX_KEY_FILE: required along with DATABOX_ATS_ID'],
    [{ ...own, DATABOX_ATS_ID: 'a b' }, 'DATABOX_ATS_ID: "a b" is not what ISDS calls a service'],
    [
      { ...own, DATABOX_CONFIRM_URL: 'http://127.0.0.1/asws' },
      'DATABOX_CONFIRM_URL: "http://127.0.0.1/asws" is not an address like https://isds.example.cz/asws',
    ],
    [{ DATABOX_URL: 'https://datovka.gov.cz' }, 'DATABOX_URL: no such setting'],
  ])('%j are refused', (environment, message) => {
    expect(readSettings(environment)).toEqual({ ok: false, message });
  });

  test('stop the start when a file is not there', async () => {
    const environment = { DATA_DIR: folder, ...own, DATABOX_KEY_FILE: '/nowhere' };
    await expect(loadConfig(environment)).rejects.toThrow('DATABOX_KEY_FILE: "/nowhere" cannot be read (ENOENT)');
  });
});
