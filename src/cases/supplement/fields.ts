import { uploadView, type UploadView } from '../../attachments/upload-view.ts';
import type { Correction } from '../../core/case/correct.ts';
import type { Field, FieldOf } from '../../core/form/definition.ts';
import type { Slot } from '../../core/form/evaluate.ts';
import { withoutError, type FieldState } from '../../core/form/field-state.ts';
import { rowPrefix } from '../../core/form/read-entries.ts';
import type { OpenSupplement } from './open-supplement.ts';

/** What may be mended, as the components draw it: answers first, then files. */
export type ShownField = FieldState & { upload?: UploadView };

interface Showing {
  /** Whether what is wrong with a field is shown; the fields of a row are named as in the form. */
  isJudged: (name: string) => boolean;
  /** Why files sent just now were not taken, by slot. */
  fileErrors?: ReadonlyMap<string, string>;
}

export function shownFields(open: OpenSupplement, showing: Showing): ShownField[] {
  const { fields, slots } = open.correction;
  return [
    ...fields.map(state => judged(state, showing.isJudged)),
    ...slots.map(slot => shownSlot(open, slot, showing)),
  ];
}

/** The fields of the form of a correction. An attachment is a question answered by files like any other. */
export function openFields({ fields, slots }: Correction): Field[] {
  return [...fields.map(({ field }) => field), ...slots.map(asField)];
}

/** Whether it can be sent without new files: what was asked for is needed, though the filing could do without. */
function isRequired({ request, correction }: OpenSupplement, { id, required }: Slot): boolean {
  return request.items.some(item => item.id === id) || (required && isNew(correction, id));
}

/** Names of boxes in the form, those in rows too. */
export function namesOf(correction: Correction): Set<string> {
  const answers = correction.fields.flatMap(({ field, rows = [] }) => [
    field.id,
    ...rows.flatMap((row, index) => row.fields.map(inner => rowPrefix(field.id, index) + inner.field.id)),
  ]);
  return new Set([...answers, ...correction.slots.map(({ id }) => id)]);
}

function isNew({ before }: Correction, slotId: string): boolean {
  return !before.slots.some(({ id }) => id === slotId);
}

function shownSlot(open: OpenSupplement, slot: Slot, { isJudged, fileErrors }: Showing): ShownField {
  const { reference } = open.found.submission;
  const own = open.files.filter(file => file.slot === slot.id);
  const base = `/pripady/${reference}/doplneni`;
  const upload = uploadView(slot, own, {
    action: `${base}/prilohy/${slot.id}`,
    hrefOf: id => `${base}/soubory/${id}`,
  });
  const required = isRequired(open, slot);
  const isMissing = isJudged(slot.id) && required && own.length === 0;
  const error = fileErrors?.get(slot.id) ?? (isMissing ? `Nahrajte soubor „${slot.label}“` : undefined);
  return { field: { ...asField(slot), required }, upload, ...(error !== undefined && { error }) };
}

function asField({ id, label, hint, required, formats, maxMegabytes, maxFiles }: Slot): FieldOf<'file'> {
  return { type: 'file', id, label, ...(hint !== undefined && { hint }), required, formats, maxMegabytes, maxFiles };
}

function judged(state: FieldState, isJudged: Showing['isJudged']): FieldState {
  const { field, rows } = state;
  return {
    ...(isJudged(field.id) ? state : withoutError(state)),
    ...(rows && {
      rows: rows.map((row, index) => ({
        ...row,
        fields: row.fields.map(inner =>
          isJudged(rowPrefix(field.id, index) + inner.field.id) ? inner : withoutError(inner),
        ),
      })),
    }),
  };
}
