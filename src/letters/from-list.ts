import type { Request } from 'express';
import { queryText } from '../web/input.ts';

/** The list of cases the officer came from (`?z=`), carried on so that the desk leads to the next case of it. */
export function fromList(req: Request): string {
  const z = queryText(req, 'z', 500);
  return z === '' ? '' : `?${new URLSearchParams({ z }).toString()}`;
}
