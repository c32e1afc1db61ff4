import type { ValueOf } from '../answers.ts';
import { readIco } from '../../czech/ico.ts';
import type { FieldOf } from '../definition.ts';
import { partOf } from '../entries.ts';
import { address } from './address.ts';
import { icoProblem } from './ico.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';
import { textProblem } from './typed-text.ts';

export const organisation: FieldKind<'organisation'> = {
  shape: ['name', 'ico'],
  parts: ({ ask }) => ['name', 'ico', ...(ask.includes('address') ? ['street', 'city', 'zip'] : [])],
  maxTyped: lineLimit,
  read(field, entry, context) {
    const [name, typedIco] = [partOf(entry, 'name'), partOf(entry, 'ico')];
    const seat = field.ask.includes('address') ? address.read(addressField(field), entry, context) : undefined;
    if (`${name}${typedIco}` === '' && seat === undefined) return undefined;
    const wrongName = name === '' ? 'Doplňte název' : textProblem(name, 200, 'one line');
    if (wrongName !== undefined) return { error: wrongName, part: 'name' };
    if (typedIco === '') return { error: 'Doplňte IČO', part: 'ico' };
    const ico = readIco(typedIco);
    if (ico === undefined) return { error: icoProblem(typedIco), part: 'ico' };
    const value: ValueOf['organisation'] = { name, ico };
    if (field.ask.includes('address')) {
      if (seat === undefined) return { error: 'Doplňte ulici a\u00a0číslo domu', part: 'street' };
      if ('error' in seat) return seat;
      value.address = seat.value;
    }
    return { value };
  },
  present: (field, value) => [
    value.name,
    `IČO ${value.ico}`,
    ...(value.address === undefined ? [] : address.present(addressField(field), value.address)),
  ],
  missing: askToFill,
};

function addressField({ id, label, required }: FieldOf<'organisation'>): FieldOf<'address'> {
  return { type: 'address', id, label, required };
}
