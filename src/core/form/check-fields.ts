import { prefillProblem } from './check-prefill.ts';
import { sizeProblems } from './check-size.ts';
import type { Definition, FieldOf } from './definition.ts';
import { lineOf } from './entries.ts';
import { placesOf, type Place } from './places.ts';
import type { Problem } from './problem.ts';

/** Fields of one agenda, those of rows counted; more than anybody would fill in. */
const mostFields = 400;

/**
 * Too many fields or too much in them, options there twice or such as nobody can choose, bounds that exclude each other, a
 * date after a date that has not been asked, answers filled in beforehand from what does not fit.
 */
export function fieldProblems(definition: Definition): Problem[] {
  const places = placesOf(definition);
  const tooMany = places.length > mostFields;
  return [
    ...(tooMany
      ? [{ path: 'steps', message: `Formulář má ${places.length}\u00a0otázek, nejvýš jich může být ${mostFields}.` }]
      : []),
    ...sizeProblems(definition, places),
    ...places.flatMap(place => problemsOf(place, places)),
  ];
}

function problemsOf(place: Place, places: Place[]): Problem[] {
  const { field, path } = place;
  switch (field.type) {
    case 'oneOf':
    case 'severalOf':
      return [...doubledOptions(field, path), ...unsentOptions(field, path), ...prefillProblem(place)];
    case 'number':
    case 'money':
      return range(`${path}.max`, field.min, field.max).concat(prefillProblem(place));
    case 'group':
      return range(`${path}.max`, field.min, field.max);
    case 'date':
      return [
        ...range(`${path}.maxDaysFromToday`, field.minDaysFromToday, field.maxDaysFromToday),
        ...notBefore(field, place, places),
        ...prefillProblem(place),
      ];
    default:
      return prefillProblem(place);
  }
}

function doubledOptions({ options }: FieldOf<'oneOf' | 'severalOf'>, path: string): Problem[] {
  return options.flatMap(({ value }, index) => {
    const first = options.findIndex(option => option.value === value);
    if (first === index) return [];
    return [{ path: `${path}.options[${index}].value`, message: `Možnost „${value}“ už v\u00a0otázce je.` }];
  });
}

/** An answer is read as a trimmed line in one Unicode form, so an option of another value would never be met. */
function unsentOptions({ options }: FieldOf<'oneOf' | 'severalOf'>, path: string): Problem[] {
  return options.flatMap(({ value }, index) =>
    lineOf(value) === value ? [] : [{ path: `${path}.options[${index}].value`, message: unsentValue(value) }],
  );
}

function unsentValue(value: string): string {
  return value.trim() === value
    ? `Hodnota „${value}“ má písmena s\u00a0háčky a\u00a0čárkami složená z\u00a0více znaků. Napište ji znovu na klávesnici.`
    : `Hodnota „${value}“ začíná nebo končí mezerou. Mezeru smažte, jinak by možnost nešla vybrat.`;
}

function range(path: string, min: number | undefined, max: number | undefined): Problem[] {
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ path, message: 'Nejvyšší dovolená hodnota je menší než nejnižší.' }];
}

/** A row knows the dates before its group and those before in the same row. */
function notBefore({ notBefore: id }: FieldOf<'date'>, { path, group, order }: Place, places: Place[]): Problem[] {
  if (id === undefined || id === '') return [];
  const other = places.find(place => place.field.id === id && place.field.type === 'date' && place.order < order);
  if (other !== undefined && (other.group === undefined || other.group === group)) return [];
  return [{ path: `${path}.notBefore`, message: `Otázka „${id}“ není datum, na které se formulář ptá dřív.` }];
}
