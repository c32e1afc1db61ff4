import { readIco } from '../czech/ico.ts';
import type { Identification, Represented } from './claims.ts';

/** What ISDS says of whoever signed in by a data box: the values by the names of attributes. */
type Attributes = ReadonlyMap<string, string>;

/**
 * A user of a data box. One person has another identity at each box, because another person may come to a box than its
 * owner. However they signed in, it proves no more than an account: ISDS is no qualified means of identification (§ 2 of act
 * 250/2017), and it does not say by what means it was.
 */
export function dataBoxIdentity(attributes: Attributes): Identification {
  const said = (name: string): string => (attributes.get(name) ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const [box, user] = [said('dbID'), said('isdsID')];
  const name = [said('pnGivenNames'), said('pnLastName')].filter(part => part !== '').join(' ');
  if (!/^[a-z0-9]{7}$/.test(box) || user === '' || user.length > 100 || name === '') {
    return { ok: false, problem: 'incomplete' };
  }
  const represents = representedBy(said);
  const identity = { subject: `${box}/${user}`, level: 'account' as const, name: name.slice(0, 200) };
  const unsaid = { birthDate: null, address: null, email: null };
  return { ok: true, identity: { ...identity, ...unsaid, ...(represents && { represents }) } };
}

/** Boxes of legal persons and of people who do business; an office is represented by nobody here. */
const boxesOfOrganisations = /^(?:PO|PFO)(?:_|$)/;

/** Users who may do with a box what its owner may: § 8 of act 300/2008 gives them that for representing it. Others are let in by them. */
const representatives = new Set(['PRIMARY_USER', 'LIQUIDATOR']);

function representedBy(said: (name: string) => string): Represented | null {
  const ico = readIco(said('ic'));
  const name = said('firmName').slice(0, 300);
  const isRepresentative = boxesOfOrganisations.test(said('dbType')) && representatives.has(said('userType'));
  return isRepresentative && ico !== undefined && name !== '' ? { ico, name } : null;
}
