import { Secret, TOTP } from 'otpauth';

/** A new key for an app, as people can also type it: base 32. */
export function newAppKey(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the picture for the app says (otpauth://). `holder` is how the app names the account among others. */
export function appAddress(key: string, holder: string): string {
  return appOf(key, holder).toString();
}

/**
 * The step of time the code belongs to; null when it is not right. The clock of a phone may be one step off, either way.
 */
export function stepOfCode(key: string, code: string, now: Temporal.Instant): number | null {
  const timestamp = now.epochMilliseconds;
  const off = appOf(key, '').validate({ token: code, timestamp, window: 1 });
  return off === null ? null : TOTP.counter({ period, timestamp }) + off;
}

const period = 30;

/** What every app can do; some ignore anything else. */
function appOf(key: string, label: string): TOTP {
  const secret = Secret.fromBase32(key);
  return new TOTP({ issuer: 'Portál občana Hradec Králové', label, secret, algorithm: 'SHA1', digits: 6, period });
}
