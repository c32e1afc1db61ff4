import type { Field, FieldOf } from '../definition.ts';
import { asksForBirthNumber } from './birth-number-words.ts';
import { conditionsOf } from './reachable.ts';
import type { Rule } from './rule.ts';

/** A birth number is processed only where a law says so (§ 13 of act 133/2000), whatever box it would be typed into. */
export const personalNumberReason: Rule = {
  name: 'personal-number-reason',
  level: 'error',
  find: ({ places }) =>
    places.flatMap(({ field, path }) => {
      if (isDisguised(field)) return [{ path: `${path}.type`, message: byItsType }];
      if (field.type !== 'birthNumber' || field.reason.trim() !== '') return [];
      const message = 'Napište, který zákon vyžaduje rodné číslo. Jinak se ptejte na datum narození.';
      return [{ path: `${path}.reason`, message }];
    }),
};

const byItsType =
  'Na rodné číslo je typ otázky „Rodné číslo“. Použijte ho a\u00a0napište, který zákon číslo vyžaduje. Jinak se ptejte na datum narození.';

/** Its words ask for a birth number, and any text or number can be typed. */
function isDisguised(field: Field): boolean {
  if (field.type === 'group') {
    const { label, rowLabel, hint = '', fields } = field;
    // What a group asks for is typed in its rows; a row that says so itself is found by itself.
    const isElsewhere = fields.some(inner => inner.type === 'birthNumber' || isDisguised(inner));
    return !isElsewhere && fields.some(takesAnything) && [label, rowLabel, hint].some(asksForBirthNumber);
  }
  if (!takesAnything(field)) return false;
  const { label, hint = '', missing = '' } = field;
  return [label, hint, missing].some(asksForBirthNumber);
}

function takesAnything(field: Field): field is FieldOf<'text' | 'longText' | 'number'> {
  return field.type === 'text' || field.type === 'longText' || field.type === 'number';
}

/** What a date of birth does as well is not asked for by the birth number. */
export const personalNumberNeedless: Rule = {
  name: 'personal-number-needless',
  level: 'warning',
  find: ({ places, never }) =>
    places.flatMap(place => {
      const { field, path } = place;
      if (field.type !== 'birthNumber') return [];
      if (field.reason !== '' && !/zákon|§|předpis|nařízení|vyhlášk/i.test(field.reason)) {
        return [
          {
            path,
            message: 'Stačilo by datum narození? Jestli ne, uveďte v\u00a0důvodu zákon, který rodné číslo vyžaduje.',
          },
        ];
      }
      const born = places.find(
        other => asksForBirth(other.field) && !never([...conditionsOf(place), ...conditionsOf(other)]),
      );
      if (born === undefined) return [];
      return [
        {
          path,
          message: `Datum narození („${born.field.label}“) je v\u00a0rodném čísle. Ptejte se jen na jedno z\u00a0nich.`,
        },
      ];
    }),
};

function asksForBirth(field: Field): boolean {
  return field.type === 'date' && (field.prefill === 'birthDate' || field.autocomplete === 'bday');
}
