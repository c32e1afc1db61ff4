import type { Request } from 'express';
import { formBody, queryText } from '../web/input.ts';

const longest = 500;

/**
 * The list from which a case was opened (`?z=`, carried on by the forms of the desk): the query of the inbox's address,
 * with its filters. Empty when there was none. Whatever it says, it can lead only to the inbox.
 */
export function fromList(req: Request): string {
  const { z } = formBody(req);
  const typed = typeof z === 'string' ? z : queryText(req, 'z', longest + 1);
  return typed.length > longest ? '' : new URLSearchParams(typed).toString();
}

/** Back to that list. */
export function listHref(from: string): string {
  return from === '' ? '/urad' : `/urad?${from}`;
}

/** The desk of a case that is opened from that list. */
export function deskHref(reference: string, from: string): string {
  const path = `/urad/pripady/${reference}`;
  return from === '' ? path : `${path}?${new URLSearchParams({ z: from }).toString()}`;
}
