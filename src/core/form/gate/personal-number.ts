import type { Field } from '../definition.ts';
import { conditionsOf } from './reachable.ts';
import type { Rule } from './rule.ts';

/** A birth number is processed only where a law says so (§ 13 of act 133/2000). */
export const personalNumberReason: Rule = {
  name: 'personal-number-reason',
  level: 'error',
  find: ({ places }) =>
    places.flatMap(({ field, path }) =>
      field.type === 'birthNumber' && field.reason.trim() === ''
        ? [
            {
              path: `${path}.reason`,
              message: 'Napište, který zákon vyžaduje rodné číslo. Jinak se ptejte na datum narození.',
            },
          ]
        : [],
    ),
};

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
