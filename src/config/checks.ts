import { isIP } from 'node:net';

/** Scheme, host and port, and nothing after them. */
export function isOrigin(value: string): boolean {
  const address = URL.parse(value);
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.pathname === '/' &&
    !address.search &&
    !address.hash
  );
}

/** An issuer of OpenID Connect; without TLS only a provider on this machine is believed. */
export function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  if (!url || url.search || url.hash || url.username) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** What a text says as JSON; undefined when it is none. */
export function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** An address whose answer may be believed: over TLS, or on this machine. */
export function isSafeUrl(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

/** As Express trusts them: how many, or the networks they are in. */
export function isProxies(value: string): boolean {
  const isNumber = /^\d{1,2}$/.test(value);
  return isNumber || proxies(value).every(proxy => proxy === 'loopback' || isNetwork(proxy));
}

export function proxies(value: string): string[] {
  return value.split(',').map(proxy => proxy.trim());
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest))
  );
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
