import type { Direction } from '../../../core/form/edit/edited.ts';
import type { FieldState } from '../../../core/form/field-state.ts';
import { textAt } from '../typed.ts';
import type { Origin } from './part.ts';

/** What the buttons of rows ask for. */
export interface RowButtons {
  /** The group that is to get one more row. */
  added: string;
  /** The row that is to go. */
  removed: Row | undefined;
  /** The row that is to change places with the one before or behind it. */
  moved: (Row & { direction: Direction }) | undefined;
}

/** A row by its place on the page. */
interface Row {
  group: string;
  index: number;
}

export function pressedIn(body: unknown): RowButtons {
  const [up, down] = [rowNamed(textAt(body, '_nahoru')), rowNamed(textAt(body, '_dolu'))];
  return {
    added: textAt(body, '_pridat'),
    removed: rowNamed(textAt(body, '_odebrat')),
    moved: up ? { ...up, direction: 'up' } : down && { ...down, direction: 'down' },
  };
}

/** Where on the page the author goes on: at the new row, where the removed one was, or at the moved one. */
export function placeAfter(
  { fields, origin }: { fields: FieldState[]; origin: Origin },
  { added, removed, moved }: RowButtons,
): string {
  const rows = fields.find(({ field }) => field.id === added)?.rows?.filter(({ isBlank }) => !isBlank) ?? [];
  if (added !== '') return `?pridat=${encodeURIComponent(added)}#${encodeURIComponent(added)}-${rows.length}`;
  if (removed) return `#${removed.group}-${removed.index}`;
  const place = moved ? origin(moved.group).indexOf(moved.index) : -1;
  return moved && place >= 0 ? `#${moved.group}-${place}` : '';
}

/** "plan-2" is the third row of `plan`. */
function rowNamed(name: string): Row | undefined {
  const [, group, index] = /^([a-zA-Z0-9]+)-(\d{1,3})$/.exec(name) ?? [];
  return group === undefined ? undefined : { group, index: Number(index) };
}
