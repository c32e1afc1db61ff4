import type { Page, Visitor } from '../../support/visitor.ts';

/** The way of a browser to its data box and back. */

export const here = '/prihlaseni/datova-schranka';

/** Sent to ISDS: the address of its page. */
export async function goThere(visitor: Visitor, query = ''): Promise<URL> {
  const { status, headers } = await visitor.agent.get(here + query);
  if (status !== 303 || headers['location'] === undefined) throw new Error(`not led to the data box: ${status}`);
  return new URL(headers['location']);
}

/** Whoever is there signs in: the address ISDS sends them back to. */
export async function signInThere(page: URL): Promise<URL> {
  const response = await fetch(page, { method: 'POST', redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
}

export function comeBack(visitor: Visitor, address: URL): Promise<Page> {
  return visitor.get(address.pathname + address.search);
}

/** The whole way, as somebody who wants in goes it. */
export async function signInBy(visitor: Visitor, query = ''): Promise<Page> {
  return comeBack(visitor, await signInThere(await goThere(visitor, query)));
}
