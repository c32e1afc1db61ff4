import type { Definition, FieldOf } from './definition.ts';
import { placesOf, type Place } from './places.ts';
import type { Problem } from './problem.ts';

/** Options there twice, bounds that exclude each other, a date after a date that has not been asked. */
export function fieldProblems(definition: Definition): Problem[] {
  const places = placesOf(definition);
  return places.flatMap((place, index) => problemsOf(place, places.slice(0, index)));
}

function problemsOf({ field, path }: Place, before: Place[]): Problem[] {
  switch (field.type) {
    case 'oneOf':
    case 'severalOf':
      return doubledOptions(field, path);
    case 'number':
    case 'money':
      return range(`${path}.max`, field.min, field.max);
    case 'date':
      return [
        ...range(`${path}.maxDaysFromToday`, field.minDaysFromToday, field.maxDaysFromToday),
        ...notBefore(field, path, before),
      ];
    default:
      return [];
  }
}

function doubledOptions({ options }: FieldOf<'oneOf' | 'severalOf'>, path: string): Problem[] {
  return options.flatMap(({ value }, index) => {
    const first = options.findIndex(option => option.value === value);
    if (first === index) return [];
    return [{ path: `${path}.options[${index}].value`, message: `možnost ‚${value}‘ už v\u00a0otázce je` }];
  });
}

function range(path: string, min: number | undefined, max: number | undefined): Problem[] {
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ path, message: 'nejvyšší dovolená hodnota je menší než nejnižší' }];
}

function notBefore({ notBefore: id }: FieldOf<'date'>, path: string, before: Place[]): Problem[] {
  if (id === undefined || before.some(({ field }) => field.id === id && field.type === 'date')) return [];
  return [{ path: `${path}.notBefore`, message: `otázka ‚${id}‘ není datum, na které se formulář ptá dřív` }];
}
