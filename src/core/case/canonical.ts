/**
 * JSON in one fixed spelling, so that equal values have equal hashes: keys sorted by UTF-16 code units, no white space,
 * numbers and strings as JSON.stringify writes them (RFC 8785). Properties that are undefined are left out.
 * Throws a TypeError on what JSON cannot hold (NaN, bigint, functions, dates, class instances): that is a bug.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return `{${members(value).join(',')}}`;
  throw new TypeError(`Not JSON: ${typeof value}`);
}

function members(object: Record<string, unknown>): string[] {
  return Object.keys(object)
    .filter(key => object[key] !== undefined)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(object[key])}`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
