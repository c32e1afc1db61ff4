import { formatDate } from '../../core/czech/format.ts';
import { isWorkedOut } from '../../core/form/field-state.ts';
import { freezeContent } from '../../core/form/freeze-content.ts';
import { rowTable, type RowTable } from '../../core/form/row-table.ts';
import { errorsOf } from '../../web/field-errors.ts';
import type { FormError } from '../../web/input.ts';
import { type ShownField, shownFields } from './fields.ts';
import type { OpenSupplement } from './open-supplement.ts';

/** The form of a correction: what was asked, filled in as it was filed, and the rest to read. */
export interface SupplementView {
  title: string;
  titleContext: string;
  back: { href: string };
  reference: string;
  until: string;
  consequence: string;
  action: string;
  questionsAction: string;
  items: MendedItem[];
  /** Something on the page is worked out from what is typed on it. */
  isLive: boolean;
  rest: { title: string; rows: { key: string; lines: string[]; table?: RowTable }[] }[];
  errors: FormError[];
}

interface MendedItem {
  state: ShownField;
  /** What the office says is wrong; null for what a mended answer has brought up. */
  problem: string | null;
  /** What lies there since the filing. */
  filed: { href: string; name: string }[];
}

type Showing = Parameters<typeof shownFields>[1] & {
  /** What is wrong with the whole. */
  error?: FormError;
};

export function supplementView(open: OpenSupplement, { error, ...showing }: Showing): SupplementView {
  const { found, request } = open;
  const { reference, title } = found.submission;
  const base = `/pripady/${reference}/doplneni`;
  const fields = shownFields(open, showing);
  return {
    title: 'Opravit a\u00a0doplnit podání',
    titleContext: title,
    back: { href: `/pripady/${reference}` },
    reference,
    until: formatDate(request.until, 'weekday'),
    consequence: request.consequence,
    action: base,
    questionsAction: `${base}/otazky`,
    items: fields.map(state => itemOf(open, state)),
    isLive: fields.some(isWorkedOut),
    rest: restOf(open),
    errors: [...fields.flatMap(errorsOf), ...(error ? [error] : [])],
  };
}

function itemOf({ found, request }: OpenSupplement, state: ShownField): MendedItem {
  const { id } = state.field;
  return {
    state,
    problem: request.items.find(item => item.id === id)?.problem ?? null,
    filed: attachmentsOf(found)
      .filter(({ slot }) => slot === id)
      .map(file => ({ href: `/prilohy/${file.id}`, name: file.name })),
  };
}

/** With the filing and with earlier corrections. */
function attachmentsOf({ submission, corrections }: OpenSupplement['found']) {
  return [...submission.attachments, ...corrections.flatMap(({ attachments }) => attachments)];
}

/** Every answer that is not open, as it would be read after the correction. */
function restOf({ found, correction }: OpenSupplement): SupplementView['rest'] {
  const open = correction.fields.map(({ field }) => field.id);
  return freezeContent(found.agenda, correction.after)
    .steps.map(({ title, answers }) => ({
      title,
      rows: answers
        .filter(({ id }) => !open.includes(id))
        .map(({ label, lines, rows }) => ({ key: label, lines, ...(rows && { table: rowTable(rows) }) })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
