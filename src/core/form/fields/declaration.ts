import { lineOf } from '../entries.ts';
import { lineLimit, type FieldKind } from './kind.ts';

export const declaration: FieldKind<'declaration'> = {
  shape: 'tick',
  maxTyped: lineLimit,
  read: (_field, entry) => (lineOf(entry) === 'yes' ? { value: true } : undefined),
  present: () => ['Potvrzeno'],
  missing: field => `Potvrďte zaškrtnutím: „${field.label}“`,
};
