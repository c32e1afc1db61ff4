import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Config, OidcClient } from '../config.ts';
import { proxies } from './checks.ts';
import { conflict, isDemo } from './conflict.ts';
import { type DataBoxSettings, dataBoxSettings } from './data-box.ts';
import { niaSettings, type NiaSettings } from './nia.ts';
import { settingNames, variables } from './variables.ts';
import type { Variables } from './variables.ts';

/** All settings but what lies in files: the key, which may have to be generated in `dataDir` first, and all of Identita občana and of data boxes. */
type Settings = Omit<Config, 'secretKey' | 'nia' | 'dataBox'> & { secretKey: string | undefined };
type Reading =
  | { ok: true; settings: Settings; nia: NiaSettings | undefined; dataBox: DataBoxSettings | undefined }
  | { ok: false; message: string };

/** Values nobody may read in a terminal or a log. */
const secrets = new Set(['DATABASE_URL', 'SMTP_URL', 'SECRET_KEY', 'BANKID_CLIENT_SECRET', 'STAFF_OIDC_CLIENT_SECRET']);

/**
 * Reads the environment. Takes the variables as they are (an empty one counts as unset) and gives the settings, or one
 * line naming every wrong variable, what it said and what is expected.
 */
export function readSettings(environment: Record<string, string | undefined>): Reading {
  const given = Object.fromEntries(
    settingNames.flatMap(name => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    return { ok: false, message: parsed.error.issues.map(issue => complain(issue, given)).join('; ') };
  }
  const message = misspelt(environment) ?? conflict(parsed.data);
  if (message !== undefined) return { ok: false, message };
  const { data } = parsed;
  return { ok: true, settings: settings(data), nia: niaSettings(data), dataBox: dataBoxSettings(data) };
}

function settings(read: Variables): Settings {
  const dataDir = resolve(read.DATA_DIR);
  const staff = client(read.STAFF_OIDC_ISSUER, read.STAFF_OIDC_CLIENT_ID, read.STAFF_OIDC_CLIENT_SECRET);
  return {
    production: read.NODE_ENV === 'production',
    port: read.PORT,
    host: read.HOST,
    dataDir,
    databaseUrl: read.DATABASE_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    publicUrl: (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/$/, ''),
    aresUrl: read.ARES_URL.replace(/\/$/, ''),
    secretKey: read.SECRET_KEY,
    demo: isDemo(read),
    requireSecondFactor: read.REQUIRE_SECOND_FACTOR
      ? read.REQUIRE_SECOND_FACTOR === 'on'
      : read.NODE_ENV === 'production',
    trustProxy: /^\d+$/.test(read.TRUST_PROXY) ? Number(read.TRUST_PROXY) : proxies(read.TRUST_PROXY),
    logLevel: read.LOG_LEVEL,
    bankId: client(read.BANKID_ISSUER, read.BANKID_CLIENT_ID, read.BANKID_CLIENT_SECRET),
    staff: staff && read.STAFF_OIDC_GROUPS && { ...staff, groups: read.STAFF_OIDC_GROUPS },
    demoProvider: undefined,
    rates: {
      signInPerAddress: read.RATE_SIGN_IN_PER_ADDRESS,
      signInPerAccount: read.RATE_SIGN_IN_PER_ACCOUNT,
      registerPerAddress: read.RATE_REGISTER_PER_ADDRESS,
      resetPerAddress: read.RATE_RESET_PER_ADDRESS,
      resetPerAccount: read.RATE_RESET_PER_ACCOUNT,
      statusPerAddress: read.RATE_STATUS_PER_ADDRESS,
      draftsPerAddress: read.RATE_DRAFTS_PER_ADDRESS,
      uploadsPerAddress: read.RATE_UPLOADS_PER_ADDRESS,
      messagesPerAddress: read.RATE_MESSAGES_PER_ADDRESS,
      looksPerOfficer: read.RATE_LOOKS_PER_OFFICER,
    },
  };
}

/** On when all of it is set; `conflict` has refused a part of it. */
function client(issuer?: string, clientId?: string, clientSecret?: string): OidcClient | undefined {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}

/** A limit with a typing error in its name would silently not hold, nor would a part of what a provider needs. */
function misspelt(environment: Record<string, string | undefined>): string | undefined {
  const unknown = Object.keys(environment).find(
    name => /^(RATE|NIA|DATABOX)_/.test(name) && !settingNames.includes(name),
  );
  return unknown && `${unknown}: no such setting`;
}

function complain(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  return secrets.has(name) ? `${name}: ${issue.message}` : `${name}: "${given[name] ?? ''}" ${issue.message}`;
}
