import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Nia } from '../config.ts';
import { StartProblem } from '../start-problem.ts';

type Provider = Pick<Nia, 'idpEntityId' | 'certificates' | 'ssoUrl' | 'sloUrl'>;

const patienceMs = 10_000;
const longest = 1_000_000;

/** What the provider's metadata say. When it does not answer, what it said the last time, so that the portal starts all the same. */
export async function niaMetadata(url: string, kept: string): Promise<Provider> {
  const fresh = await fetched(url);
  const xml = fresh ?? (await readFile(kept, 'utf8').catch(() => null));
  if (xml === null) throw new StartProblem(`NIA_METADATA_URL: "${url}" does not answer`);
  const provider = readMetadata(xml);
  if (!provider) throw new StartProblem(`NIA_METADATA_URL: "${url}" gives no metadata of a SAML 2.0 identity provider`);
  if (fresh !== null) await writeFile(kept, fresh);
  return provider;
}

async function fetched(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/**
 * The part of metadata that speaks of SAML 2.0 (IDPSSODescriptor). They are believed for the address they come from, over TLS, as
 * the setting of an operator; null when they do not say all that is needed.
 */
export function readMetadata(xml: string): Provider | null {
  if (xml.length > longest || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null;
  const idpEntityId = attribute(/<(?:[\w.-]+:)?EntityDescriptor\b[^>]*>/.exec(xml)?.[0], 'entityID');
  const part = /<(?:[\w.-]+:)?IDPSSODescriptor\b[\s\S]*?<\/(?:[\w.-]+:)?IDPSSODescriptor\s*>/.exec(xml)?.[0];
  if (part === undefined || idpEntityId === undefined) return null;
  const ssoUrl = redirectAddress(part, 'SingleSignOnService');
  const certificates = signingCertificates(part);
  if (ssoUrl === undefined || certificates.length === 0) return null;
  return { idpEntityId, ssoUrl, sloUrl: redirectAddress(part, 'SingleLogoutService'), certificates };
}

function redirectAddress(part: string, service: string): string | undefined {
  const tags = part.match(new RegExp(`<(?:[\\w.-]+:)?${service}\\b[^>]*>`, 'g')) ?? [];
  const tag = tags.find(one => attribute(one, 'Binding') === 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect');
  const address = attribute(tag, 'Location')?.replaceAll('&amp;', '&');
  return address !== undefined && URL.canParse(address) ? address : undefined;
}

function signingCertificates(part: string): string[] {
  const keys = part.match(/<(?:[\w.-]+:)?KeyDescriptor\b[\s\S]*?<\/(?:[\w.-]+:)?KeyDescriptor\s*>/g) ?? [];
  return keys
    .filter(key => (attribute(/<[^>]*>/.exec(key)?.[0], 'use') ?? 'signing') === 'signing')
    .flatMap(key => /X509Certificate[^>]*>([^<]+)</.exec(key)?.[1] ?? [])
    .flatMap(base64 => {
      try {
        return [new X509Certificate(Buffer.from(base64, 'base64')).toString()];
      } catch {
        return [];
      }
    });
}

function attribute(tag: string | undefined, name: string): string | undefined {
  return tag === undefined ? undefined : new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}
