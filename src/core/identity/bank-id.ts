import { z } from 'zod';
import type { AssuranceLevel } from '../actor.ts';
import { birthDateIn, type Claims, emailIn, type Identification, nameIn, textIn } from './claims.ts';

/**
 * A person by the claims of Bank iD. Its `loa3` is an electronic identification of the level substantial; `loa2` tells no
 * more than a mailbox does. Anything else, or nothing, is no proof.
 */
export function bankIdentity(subject: string, claims: Claims): Identification {
  const level = levels.get(textIn(claims, 'acr') ?? '');
  if (!level) return { ok: false, problem: 'level' };
  const name = nameIn(claims);
  if (name === null) return { ok: false, problem: 'incomplete' };
  const identity = { subject, level, name, birthDate: birthDateIn(claims), address: addressIn(claims) };
  return { ok: true, identity: { ...identity, email: emailIn(claims) } };
}

const levels = new Map<string, AssuranceLevel>([
  ['loa3', 'substantial'],
  ['loa2', 'account'],
]);

const part = z.string().trim().min(1).nullish().catch(null);

const address = z.object({
  type: z.string(),
  street: part,
  buildingapartment: part,
  streetnumber: part,
  city: part,
  zipcode: part,
});

/** The permanent residence in one line, as an envelope has it. */
function addressIn({ addresses }: Claims): string | null {
  const known = z.array(z.unknown()).safeParse(addresses).data ?? [];
  const permanent = known.map(one => address.safeParse(one).data).find(one => one?.type === 'PERMANENT_RESIDENCE');
  if (!permanent) return null;
  const { street, buildingapartment, streetnumber, city, zipcode } = permanent;
  const number = [buildingapartment, streetnumber].filter(Boolean).join('/');
  const house = [street, number].filter(Boolean).join(' ');
  const town = [zipcode, city].filter(Boolean).join(' ');
  const line = [house, town].filter(Boolean).join(', ');
  return line === '' ? null : line.slice(0, 500);
}
