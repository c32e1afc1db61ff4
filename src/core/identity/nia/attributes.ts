import { z } from 'zod';
import { addressOf, addressPlaceOf } from './address.ts';

const naturalPerson = 'http://eidas.europa.eu/attributes/naturalperson/';

/**
 * The attributes by the names Identita občana gives them: eIDAS SAML Attribute Profile 1.2 (section 2.2), STORK and the
 * handbook for service providers (Příručka pro kvalifikované poskytovatele).
 */
const names = {
  person: `${naturalPerson}PersonIdentifier`,
  givenName: `${naturalPerson}CurrentGivenName`,
  familyName: `${naturalPerson}CurrentFamilyName`,
  birthDate: `${naturalPerson}DateOfBirth`,
  address: `${naturalPerson}CurrentAddress`,
  addressPlace: 'http://schemas.identitaobcana.cz/moris/2016/identity/claims/tradresaid',
  email: 'http://www.stork.gov.eu/1.0/eMail',
} as const;

/** What the portal asks for, and nothing else; without the first three nobody can be signed in. */
export const requestedAttributes: { name: string; isRequired: boolean }[] = Object.values(names).map((name, at) => ({
  name,
  isRequired: at < 3,
}));

/** What an assertion says of a person: the values by the names of attributes. */
export type Attributes = ReadonlyMap<string, string>;

/** A person as Identita občana describes them. */
export interface NiaPerson {
  /** The pseudonym of the person for this portal (bezvýznamový směrový identifikátor). */
  subject: string;
  name: string;
  birthDate: string | null;
  address: string | null;
  /** The code of the place in RÚIAN (Kód ADM). */
  addressPlace: number | null;
  email: string | null;
}

const email = z.email().max(254);

/** Null when it is not said who it is: no identifier, or no name. What else is not said or not readable is left out. */
export function personOf(attributes: Attributes): NiaPerson | null {
  const said = (name: string): string => attributes.get(name)?.trim() ?? '';
  const subject = said(names.person);
  const name = [said(names.givenName), said(names.familyName)].filter(part => part !== '').join(' ');
  if (subject === '' || subject.length > 500 || name === '') return null;
  return {
    subject,
    name: name.slice(0, 200),
    birthDate: z.iso.date().safeParse(said(names.birthDate)).data ?? null,
    address: addressOf(said(names.address)),
    addressPlace: addressPlaceOf(said(names.addressPlace)),
    email: email.safeParse(said(names.email).toLowerCase()).data ?? null,
  };
}

/**
 * Where Identita občana says how signing in went: the answer as a whole can say that it went well while only this attribute of
 * the assertion says that the person did not prove who they are.
 */
export const statusAttribute = 'urn:oasis:names:tc:SAML:2.0:protocol/statuscode';
