import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/config/read.ts';

const key = 'k'.repeat(32);
const bank = {
  BANKID_ISSUER: 'https://oidc.bankid.cz/',
  BANKID_CLIENT_ID: 'portal',
  BANKID_CLIENT_SECRET: 'sesame',
};
const groups = '{"Doprava": {"roles": ["clerk"], "department": "dopravy"}}';
const staff = {
  STAFF_OIDC_ISSUER: 'http://localhost:8080/realms/urad',
  STAFF_OIDC_CLIENT_ID: 'portal',
  STAFF_OIDC_CLIENT_SECRET: 'sesame',
  STAFF_OIDC_GROUPS: groups,
};

describe('settings', () => {
  test('have defaults that run the demo on this machine', () => {
    expect(read({})).toEqual({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.data'),
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'portal@localhost',
      publicUrl: 'http://localhost:3000',
      aresUrl: 'https://ares.gov.cz',
      secretKey: undefined,
      demo: true,
      requireSecondFactor: false,
      trustProxy: 0,
      logLevel: 'info',
      rates: {
        signInPerAddress: 50,
        signInPerAccount: 10,
        registerPerAddress: 20,
        resetPerAddress: 20,
        resetPerAccount: 3,
        statusPerAddress: 30,
        draftsPerAddress: 60,
        uploadsPerAddress: 300,
        messagesPerAddress: 60,
        looksPerOfficer: 20,
      },
    });
  });

  test.each<[Record<string, string>, Record<string, unknown>]>([
    [{ PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
    [{ PORT: '' }, { port: 3000 }],
    [{ HOST: '::1' }, { host: '::1', demo: true }],
    [
      { HOST: '0.0.0.0', DEMO: 'off' },
      { host: '0.0.0.0', demo: false },
    ],
    [{ DATA_DIR: '/srv/portal' }, { dataDir: '/srv/portal' }],
    [{ PUBLIC_URL: 'https://portal.example.cz/', DEMO: 'off' }, { publicUrl: 'https://portal.example.cz' }],
    [{ PUBLIC_URL: 'http://[::1]:8080' }, { publicUrl: 'http://[::1]:8080', demo: true }],
    [{ ARES_URL: 'http://127.0.0.1:8080/' }, { aresUrl: 'http://127.0.0.1:8080' }],
    [{ SMTP_URL: 'smtps://u:p@mail.example.cz' }, { smtpUrl: 'smtps://u:p@mail.example.cz' }],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8' }, { trustProxy: ['loopback', '10.0.0.0/8'] }],
    [
      { NODE_ENV: 'production', SECRET_KEY: key },
      { production: true, demo: false, secretKey: key, requireSecondFactor: true },
    ],
    [{ NODE_ENV: 'production', SECRET_KEY: key, REQUIRE_SECOND_FACTOR: 'off' }, { requireSecondFactor: false }],
    [{ REQUIRE_SECOND_FACTOR: 'on' }, { demo: true, requireSecondFactor: true }],
    [{ NODE_ENV: 'test' }, { production: false, demo: true }],
    [{ SOMETHING_ELSE: 'x' }, { port: 3000 }],
    [bank, { bankId: { issuer: 'https://oidc.bankid.cz/', clientId: 'portal', clientSecret: 'sesame' } }],
    [
      staff,
      {
        staff: {
          issuer: 'http://localhost:8080/realms/urad',
          clientId: 'portal',
          clientSecret: 'sesame',
          groups: { Doprava: { roles: ['clerk'], department: 'dopravy' } },
        },
      },
    ],
  ])('%j read as %j', (environment, expected) => {
    expect(read(environment)).toMatchObject(expected);
  });

  test.each<[Record<string, string>, string]>([
    [{ PORT: 'abc' }, 'PORT: "abc" is not a port number (1-65535)'],
    [{ PORT: '0' }, 'PORT: "0" is not a port number (1-65535)'],
    [{ PORT: '65536' }, 'PORT: "65536" is not a port number (1-65535)'],
    [{ PORT: '80.5' }, 'PORT: "80.5" is not a port number (1-65535)'],
    [{ HOST: 'my host' }, 'HOST: "my host" is not an address to listen on'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM: "nobody" is not an e-mail address'],
    [{ PUBLIC_URL: 'portal.cz' }, 'PUBLIC_URL: "portal.cz" is not an address like https://portal.example.cz'],
    [{ PUBLIC_URL: 'https://a.cz/x' }, 'PUBLIC_URL: "https://a.cz/x" is not an address like https://portal.example.cz'],
    [{ ARES_URL: 'ares' }, 'ARES_URL: "ares" is not an address like https://ares.gov.cz'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: "loud" is not one of silent, fatal, error, warn, info, debug, trace'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV: "prod" is not one of development, test, production'],
    [{ REQUIRE_SECOND_FACTOR: 'yes' }, 'REQUIRE_SECOND_FACTOR: "yes" is not one of on, off'],
    [{ DEMO: 'maybe' }, 'DEMO: "maybe" is not one of on, off'],
    [
      { TRUST_PROXY: 'all' },
      'TRUST_PROXY: "all" is neither a number of proxies nor their addresses, divided by commas',
    ],
    [
      { TRUST_PROXY: '10.0.0.0/33' },
      'TRUST_PROXY: "10.0.0.0/33" is neither a number of proxies nor their addresses, divided by commas',
    ],
    [
      { RATE_RESET_PER_ACCOUNT: '0' },
      'RATE_RESET_PER_ACCOUNT: "0" is not a number of attempts in 15 minutes (1-1000000)',
    ],
    [{ RATE_RESETS: '5' }, 'RATE_RESETS: no such setting'],
    [
      { ...bank, BANKID_ISSUER: 'http://oidc.bankid.cz/' },
      'BANKID_ISSUER: "http://oidc.bankid.cz/" is not an issuer like https://id.example.cz/',
    ],
    [{ ...bank, BANKID_CLIENT_SECRET: '' }, 'BANKID_CLIENT_SECRET: required along with BANKID_ISSUER'],
    [{ STAFF_OIDC_GROUPS: groups }, 'STAFF_OIDC_ISSUER: required along with STAFF_OIDC_GROUPS'],
    [
      { ...staff, STAFF_OIDC_GROUPS: 'Doprava' },
      'STAFF_OIDC_GROUPS: "Doprava" is not JSON like {"group": {"roles": ["clerk"], "department": "dopravy"}}',
    ],
    [{ ...staff, STAFF_OIDC_GROUPS: '{}' }, 'STAFF_OIDC_GROUPS: "{}" names no group'],
    [{ NIA_LOGOUT_URL: 'https://a.cz/x' }, 'NIA_LOGOUT_URL: no such setting'],
    [
      { NIA_SSO_URL: 'http://a.cz/x' },
      'NIA_SSO_URL: "http://a.cz/x" is not an address like https://nia.example.cz/saml',
    ],
    [{ PORT: 'x', DEMO: 'y' }, 'PORT: "x" is not a port number (1-65535); DEMO: "y" is not one of on, off'],
  ])('%j are refused in one line', (environment, message) => {
    expect(readSettings(environment)).toEqual({ ok: false, message });
  });

  test.each<[Record<string, string>, string]>([
    [
      { DATABASE_URL: 'mysql://u:sesame@h/d' },
      'DATABASE_URL: is not an address like postgresql://user:password@host:5432/database',
    ],
    [{ SMTP_URL: 'sesame' }, 'SMTP_URL: is not an address like smtp://user:password@host:587'],
    [{ SECRET_KEY: 'sesame' }, 'SECRET_KEY: is shorter than 32 characters'],
  ])('%j are refused without being repeated', (environment, message) => {
    expect(readSettings(environment)).toEqual({ ok: false, message });
    expect(message).not.toContain('sesame');
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ NODE_ENV: 'production', SECRET_KEY: key, DEMO: 'on' }, /^DEMO: .+ cannot run in production$/],
    [{ NODE_ENV: 'production' }, /^SECRET_KEY: required in production/],
    [{ HOST: '0.0.0.0' }, /^HOST: the demo .+ listens on this machine only, not on "0\.0\.0\.0"; set DEMO=off/],
    [{ HOST: 'portal.example.cz', DEMO: 'on' }, /^HOST: the demo/],
    [{ PUBLIC_URL: 'https://portal.example.cz' }, /^PUBLIC_URL: the demo .+; set DEMO=off or NODE_ENV=production$/],
  ])('%j are right one by one and refused together', (environment, message) => {
    expect(read(environment)).toMatch(message);
  });
});

function read(environment: Record<string, string>): unknown {
  const reading = readSettings(environment);
  return reading.ok ? reading.settings : reading.message;
}
