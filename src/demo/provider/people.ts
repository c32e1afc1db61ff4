import type { eidasLevels } from '../../core/identity/eidas.ts';

/** Invented people the demo's provider of identity knows. */
interface ProvablePerson {
  /** The provider's own name for them. */
  id: string;
  level: keyof typeof eidasLevels;
  givenName: string;
  familyName: string;
  birthDate: string;
  address: string;
  email: string;
}

export const provablePeople: ProvablePerson[] = [
  {
    id: 'alena-krejci',
    level: 'high',
    givenName: 'Alena',
    familyName: 'Krejčí',
    birthDate: '1984-03-17',
    address: 'Palackého 12, 500\u00a003 Hradec Králové',
    email: 'alena.krejci@example.cz',
  },
  {
    id: 'jana-novakova',
    level: 'high',
    givenName: 'Jana',
    familyName: 'Nováková',
    birthDate: '1979-11-02',
    address: 'Nerudova 4, 500\u00a002 Hradec Králové',
    email: 'jana.novakova@example.cz',
  },
  {
    id: 'karel-benes',
    level: 'substantial',
    givenName: 'Karel',
    familyName: 'Beneš',
    birthDate: '1961-07-29',
    address: 'Gočárova třída 101, 500\u00a002 Hradec Králové',
    email: 'karel.benes@example.cz',
  },
  {
    id: 'petr-svoboda',
    level: 'substantial',
    givenName: 'Petr',
    familyName: 'Svoboda',
    birthDate: '1992-01-08',
    address: 'Střelecká 45, 500\u00a002 Hradec Králové',
    email: 'petr.svoboda@example.cz',
  },
];

/** What the provider says of somebody. */
export function claimsOf({ id, givenName, familyName, birthDate, address, email }: ProvablePerson) {
  return {
    sub: id,
    name: `${givenName} ${familyName}`,
    given_name: givenName,
    family_name: familyName,
    birthdate: birthDate,
    address: { formatted: address },
    email,
  };
}
