import type { Entries } from './answers.ts';
import type { Field, FieldOf } from './definition.ts';

/** What the pressed button of a form of questions asks for; whatever it is, what was typed is saved first. */
export type FormButton =
  | { does: 'goOn' }
  /** "Save and finish later". */
  | { does: 'leave' }
  /** What a newer version of the agenda changed has been read. */
  | { does: 'confirm' }
  | { does: 'addRow'; group: FieldOf<'group'> }
  | { does: 'removeRow'; group: FieldOf<'group'>; index: number }
  | { does: 'upload'; field: FieldOf<'file'> }
  | { does: 'removeFile'; attachmentId: string };

export type RowButton = Extract<FormButton, { does: 'addRow' | 'removeRow' }>;

/** Names of buttons begin as no id of a question can, so that an agenda may ask anything. Never throws. */
export function pressedButton(fields: readonly Field[], body: Record<string, unknown>): FormButton {
  const pressed = (name: string) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  if (pressed('_pozdeji') !== undefined) return { does: 'leave' };
  if (pressed('_rozumim') !== undefined) return { does: 'confirm' };
  const [, removedFrom, index] = /^([a-zA-Z0-9]+)-(\d{1,4})$/.exec(pressed('_odebrat') ?? '') ?? [];
  const adding = pressed('_pridat');
  const group = fields.find(field => field.type === 'group' && field.id === (adding ?? removedFrom));
  if (group?.type === 'group') {
    return adding === undefined ? { does: 'removeRow', group, index: Number(index) } : { does: 'addRow', group };
  }
  const file = fields.find(field => field.type === 'file' && field.id === pressed('_nahrat'));
  if (file?.type === 'file') return { does: 'upload', field: file };
  const attachmentId = pressed('_odebratSoubor');
  return attachmentId === undefined ? { does: 'goOn' } : { does: 'removeFile', attachmentId };
}

/** What was typed, with a row more or less where a button asks for that. */
export function withRows(typed: Entries, button: FormButton): Entries {
  if (button.does !== 'addRow' && button.does !== 'removeRow') return typed;
  const { id, max } = button.group;
  const rows = typed[id];
  if (!isRows(rows)) return typed;
  if (button.does === 'removeRow') return { ...typed, [id]: rows.toSpliced(button.index, 1) };
  return rows.length < max ? { ...typed, [id]: [...rows, {}] } : typed;
}

/** Read from a form, the entry of a group is a list of rows, if it is there at all. */
function isRows(entry: Entries[string] | undefined): entry is Entries[] {
  return Array.isArray(entry) && entry.every(row => typeof row === 'object');
}
