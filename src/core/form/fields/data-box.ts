import { readDataBoxId } from '../../czech/data-box.ts';
import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const dataBox: FieldKind<'dataBox'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const value = readDataBoxId(typed);
    return value === undefined
      ? { error: 'Zkontrolujte ID datové schránky, má sedm písmen a\u00a0číslic, třeba a2b3c4d' }
      : { value };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
