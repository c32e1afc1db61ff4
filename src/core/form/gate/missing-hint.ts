import type { Field, FieldType } from '../definition.ts';
import type { Rule } from './rule.ts';

/** Where people do not know an answer or its form by heart, it is said where to find it, with an example. */
export const missingHint: Rule = {
  name: 'missing-hint',
  level: 'warning',
  find: ({ places }) =>
    places
      .filter(({ field }) => needsHint(field) && !('hint' in field && field.hint?.trim()))
      .map(({ path }) => ({
        path: `${path}.hint`,
        message: 'Přidejte nápovědu: kde údaj člověk najde a\u00a0jak vypadá, nejlépe s\u00a0příkladem.',
      })),
};

/**
 * Numbers from papers and registers, an IČO beside a name too, and a time, whose one box shows no form. The boxes of dates,
 * addresses and people are named, telephones and e-mails are known by heart, and by a birth number stands its reason.
 */
const types: readonly FieldType[] = [
  'ico',
  'organisation',
  'bankAccount',
  'dataBox',
  'licencePlate',
  'landParcel',
  'time',
];

function needsHint(field: Field): boolean {
  if (field.type === 'text' && field.digits !== undefined) return true;
  if (field.type === 'text' || field.type === 'number') return identifier.test(field.label);
  return types.includes(field.type);
}

/** A number or a mark that somebody gave; not the number of a house or a floor, nor how many there are of something. */
const identifier = new RegExp(
  `(?<!\\p{L})(?:${[
    'čísl(?:o|a|em)(?!\\s(?:domu|popisné|orientační|patra|bot))',
    '(?:spisov|registrační|státní poznávací)\\p{L}*\\sznačk\\p{L}+',
    'značk\\p{L}+\\s(?:spisu|případu|podání|rozhodnutí|výzvy|výměru|dopisu)',
    '(?:variabilní|specifický|konstantní)\\p{L}*\\ssymbol',
    'kód',
    'IČO?',
    'DIČ',
    'IBAN',
    'VIN',
    'SPZ',
    'RZ',
    'ID',
  ].join('|')})(?!\\p{L})`.replaceAll(' ', '\\s'),
  'iu',
);
