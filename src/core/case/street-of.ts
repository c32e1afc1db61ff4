import type { Value } from '../form/answers.ts';

/** The street of an answer that is an address, or somebody with one; null of any other. */
export function streetOf(value: Value | undefined): string | null {
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  if ('street' in value) return value.street;
  return 'address' in value ? value.address.street : null;
}
