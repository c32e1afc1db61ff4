import { fieldTypes, type FieldType } from '../../core/form/definition.ts';
import type { Place } from '../../core/form/places.ts';

/** Types a field of a row can have. */
export const rowTypes: readonly FieldType[] = fieldTypes.filter(
  type => !['group', 'file', 'heading', 'explanation'].includes(type),
);

/** Types as they are offered: what is asked most comes first, alike stands together. */
const typeGroups: readonly { name: string; types: readonly FieldType[] }[] = [
  { name: 'common', types: ['text', 'longText', 'number', 'money', 'date', 'time'] },
  { name: 'choice', types: ['yesNo', 'oneOf', 'severalOf', 'declaration'] },
  { name: 'person', types: ['person', 'organisation', 'email', 'phone', 'address', 'dataBox', 'bankAccount'] },
  { name: 'identifier', types: ['birthNumber', 'ico', 'licencePlate', 'landParcel'] },
  { name: 'structure', types: ['group', 'computed', 'file', 'heading', 'explanation'] },
];

/** The types a field can be given where it stands. */
export function typesFor({ group }: Pick<Place, 'group'>): { name: string; types: FieldType[] }[] {
  return typeGroups
    .map(({ name, types }) => ({ name, types: types.filter(type => !group || rowTypes.includes(type)) }))
    .filter(({ types }) => types.length > 0);
}

export function isFieldType(text: string): text is FieldType {
  return fieldTypes.some(type => type === text);
}
