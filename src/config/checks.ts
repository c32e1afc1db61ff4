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
