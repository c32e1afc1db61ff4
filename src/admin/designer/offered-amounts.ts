import type { Definition, Field } from '../../core/form/definition.ts';
import { placesOf } from '../../core/form/places.ts';
import { askableFrom, type Askable, type From } from './askable.ts';
import { byStep } from './condition-view.ts';

/** A list to pull down: what stands in no group comes first and has no label. */
export interface OfferedGroup {
  label: string;
  items: { value: string; label: string }[];
}

/** What a computation can count with from its place. Values are those of `TypedAmount.what`. */
export function offeredAmounts(definition: Definition, from: From): OfferedGroup[] {
  const near = askableFrom(definition, from);
  const ofKind = (kind: Askable['kind']) => near.filter(askable => askable.kind === kind);
  const days = ofKind('date').length < 2 ? [] : [{ value: 'dny', label: 'počet dnů mezi dvěma daty' }];
  const counted = [
    ...ofKind('rows').map(({ path, label }) => ({ value: `pocet:${path}`, label: `počet řádků: ${label}` })),
    ...ofKind('rows').flatMap(group => columnsOf(definition, group)),
    ...ofKind('ticks').map(({ path, label }) => ({ value: `pocet:${path}`, label: `počet zaškrtnutých: ${label}` })),
  ];
  return [
    { label: '', items: [{ value: 'cislo', label: 'napsané číslo' }, ...days] },
    ...byStep(ofKind('number')).map(({ label, items }) => ({
      label,
      items: items.map(item => ({ ...item, value: `otazka:${item.value}` })),
    })),
    ...(counted.length > 0 ? [{ label: 'Počty a\u00a0součty', items: counted }] : []),
  ];
}

/** The same for a whole step, which may also be looked up in a table of conditions. */
export function withChoice([first, ...others]: OfferedGroup[]): OfferedGroup[] {
  const items = [...(first?.items ?? []), { value: 'podle', label: 'podle odpovědí (když…, pak…)' }];
  return [{ label: '', items }, ...others];
}

/** Columns of a group that can be added up. */
function columnsOf(definition: Definition, { path, label }: Askable): { value: string; label: string }[] {
  return placesOf(definition)
    .filter(({ group, field }) => group?.id === path && isNumber(field))
    .map(({ field }) => ({
      value: `sloupec:${path}.${field.id}`,
      label: `součet: ${label} – ${field.label || field.id}`,
    }));
}

function isNumber({ type }: Field): boolean {
  return type === 'number' || type === 'money' || type === 'computed';
}
