import { formatPostcode, readPostcode } from '../../czech/postcode.ts';
import { partOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind, type Refusal } from './kind.ts';
import { textProblem } from './typed-text.ts';

export const address: FieldKind<'address'> = {
  shape: ['street', 'city', 'zip'],
  maxTyped: lineLimit,
  read(_field, entry) {
    const [street, city, typedZip] = [partOf(entry, 'street'), partOf(entry, 'city'), partOf(entry, 'zip')];
    if (`${street}${city}${typedZip}` === '') return undefined;
    const zip = readPostcode(typedZip);
    const problem =
      partProblem('street', street, 'Doplňte ulici a\u00a0číslo domu') ??
      houseProblem(street) ??
      partProblem('city', city, 'Doplňte obec');
    if (problem) return problem;
    if (zip === undefined) return { error: 'Zadejte PSČ jako pět číslic, třeba 500\u00a002', part: 'zip' };
    return { value: { street, city, zip } };
  },
  present: (_field, value) => [value.street, `${formatPostcode(value.zip)} ${value.city}`],
  missing: askToFill,
};

function partProblem(part: string, typed: string, missing: string): Refusal | undefined {
  const error = typed === '' ? missing : textProblem(typed, 120, 'one line');
  return error === undefined ? undefined : { error, part };
}

/** Every house in the country has a number, and without it no letter arrives. */
function houseProblem(street: string): Refusal | undefined {
  return /\d/.test(street) ? undefined : { error: 'Doplňte k\u00a0ulici číslo domu', part: 'street' };
}
