import { expect } from 'vitest';
import { type Portal, startPortal } from '../../support/app.ts';
import { type Peer, startPeer } from '../../support/oidc-peer.ts';
import type { Page, Visitor } from '../../support/visitor.ts';

export const bankSlug = 'bankovni-identita';

export const jana = {
  sub: 'bank-jana',
  acr: 'loa3',
  claims: {
    given_name: 'Jana',
    family_name: 'Nováková',
    birthdate: '1979-11-02',
    email: 'jana@banka.example',
    addresses: [{ type: 'PERMANENT_RESIDENCE', street: 'Nerudova', buildingapartment: '4', city: 'Hradec Králové' }],
  },
};

/** A peer that speaks as Bank iD does. */
export async function startBank(): Promise<Peer> {
  const bank = await startPeer({
    redirectUri: returnAddress(bankSlug),
    alg: 'PS512',
    claims: {
      'profile.name': ['given_name', 'family_name'],
      'profile.birthdate': ['birthdate'],
      'profile.addresses': ['addresses'],
      'profile.email': ['email', 'email_verified'],
    },
    acrValues: ['loa2', 'loa3'],
  });
  bank.person = jana;
  return bank;
}

export async function portalWithBank(): Promise<{ portal: Portal; bank: Peer }> {
  const bank = await startBank();
  return { bank, portal: await startPortal({ bankId: bank.client }) };
}

export function returnAddress(slug: string): string {
  return `http://localhost:3000/prihlaseni/${slug}/navrat`;
}

/** From the portal to the provider: where it would send the person back to. */
export async function proveAt(
  peer: Peer,
  visitor: Visitor,
  { slug = bankSlug, from = `/prihlaseni/${slug}` }: { slug?: string; from?: string } = {},
): Promise<URL> {
  const { status, headers } = await visitor.agent.get(from);
  expect(status).toBe(303);
  return peer.visit(headers['location'] ?? '');
}

/** There and back, as a person goes. */
export async function signInAt(
  peer: Peer,
  visitor: Visitor,
  way: { slug?: string; from?: string } = {},
): Promise<Page> {
  return comeBack(visitor, await proveAt(peer, visitor, way));
}

export function comeBack(visitor: Visitor, address: URL): Promise<Page> {
  return visitor.get(address.pathname + address.search);
}
