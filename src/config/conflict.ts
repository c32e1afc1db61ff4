import { isLoopback } from './checks.ts';
import { niaConflict } from './nia.ts';
import type { Variables } from './variables.ts';

/** What is right by itself and wrong together. */
export function conflict(read: Variables): string | undefined {
  const production = read.NODE_ENV === 'production';
  if (production && read.DEMO === 'on')
    return 'DEMO: the demo signs people in without a password and cannot run in production';
  if (production && !read.SECRET_KEY)
    return 'SECRET_KEY: required in production (at least 32 random characters, kept for good)';
  if (isDemo(read) && !isLoopback(read.HOST)) {
    return `HOST: the demo signs people in without a password and listens on this machine only, not on "${read.HOST}"; set DEMO=off to open the portal to others`;
  }
  if (isDemo(read) && read.PUBLIC_URL !== undefined && !isLoopback(hostOf(read.PUBLIC_URL))) {
    return `PUBLIC_URL: the demo signs people in without a password and is for this machine only, not for "${read.PUBLIC_URL}"; set DEMO=off or NODE_ENV=production`;
  }
  return halfSet(read, bankIdNames) ?? halfSet(read, staffNames) ?? halfSet(read, dataBoxNames) ?? niaConflict(read);
}

const bankIdNames = ['BANKID_ISSUER', 'BANKID_CLIENT_ID', 'BANKID_CLIENT_SECRET'] as const;
const staffNames = [
  'STAFF_OIDC_ISSUER',
  'STAFF_OIDC_CLIENT_ID',
  'STAFF_OIDC_CLIENT_SECRET',
  'STAFF_OIDC_GROUPS',
] as const;

const dataBoxNames = ['DATABOX_ATS_ID', 'DATABOX_KEY_FILE', 'DATABOX_CERT_FILE'] as const;

/** A provider is on when all of its settings are there; some of them are a mistake. */
function halfSet(read: Variables, names: readonly (keyof Variables)[]): string | undefined {
  const missing = names.find(name => read[name] === undefined);
  const given = names.find(name => read[name] !== undefined);
  return missing && given && `${missing}: required along with ${given}`;
}

/** A proxy on this machine would open the demo to whoever it serves. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

/** On for whoever tries the portal out, off where it serves people. */
export function isDemo(read: Variables): boolean {
  return read.DEMO === undefined ? read.NODE_ENV !== 'production' : read.DEMO === 'on';
}
