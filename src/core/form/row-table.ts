import type { FrozenAnswer } from './freeze-content.ts';

/** Rows of a repeating group as a table. */
export interface RowTable {
  /** Labels of what any row has answered, in the order of the first row that did. */
  columns: string[];
  rows: { title: string; /** One per column; empty when this row has no such answer. */ cells: string[][] }[];
}

type Rows = NonNullable<FrozenAnswer['rows']>;

/** From frozen rows, so that what is shown years later needs no definition. Questions with the same label share a column. */
export function rowTable(rows: Rows): RowTable {
  const columns = [...new Set(rows.flatMap(({ answers }) => answers.map(({ label }) => label)))];
  return {
    columns,
    rows: rows.map(({ title, answers }) => ({
      title,
      cells: columns.map(column => answers.filter(({ label }) => label === column).flatMap(({ lines }) => lines)),
    })),
  };
}
