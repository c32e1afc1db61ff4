import { chart, type Chart } from './chart.ts';
import type { FiguresRow, MonthRow } from './find-figures.ts';
import type { Listing } from './scope.ts';

/** Fewer finished cases of one officer tell more of the cases than of the officer. */
const fewest = 5;

export interface FiguresView {
  rows: RowView[];
  total: Omit<RowView, 'name' | 'median' | 'ninetieth'>;
  charts: { days: Chart | null; months: Chart | null };
  months: { name: string; received: number; finished: number }[];
}

interface RowView extends Omit<FiguresRow, 'name' | 'median' | 'ninetieth'> {
  name: string;
  /** Days, or why there are none. */
  median: string;
  ninetieth: string;
}

const nobody = 'nikdo';
const tooFew = 'málo případů';

export function figuresView(found: FiguresRow[], months: MonthRow[], listing: Listing): FiguresView {
  const known = found.map(row => (listing === 'urednici' ? withoutFew(row) : row));
  return {
    rows: known.map((row, at) => rowView(row, found[at]?.median !== row.median)),
    total: sum(known),
    charts: {
      days: chart({
        title: 'Kolik dnů vyřízení úřadu trvá',
        series: ['polovina případů nejvýš', '9 z\u00a010 případů nejvýš'],
        rows: known
          .filter(({ median }) => median !== null)
          .map(({ name, median, ninetieth }) => ({ label: name ?? nobody, values: [median, ninetieth] })),
      }),
      months: chart({
        title: 'Přijaté a\u00a0ukončené případy po měsících',
        series: ['přijaté', 'ukončené'],
        rows: months.map(({ month, received, finished }) => ({
          label: monthName(month),
          values: [received, finished],
        })),
      }),
    },
    months: months.map(({ month, received, finished }) => ({ name: monthName(month), received, finished })),
  };
}

function withoutFew(row: FiguresRow): FiguresRow {
  return row.finished < fewest ? { ...row, median: null, ninetieth: null } : row;
}

function rowView({ name, median, ninetieth, ...counts }: FiguresRow, isTooFew: boolean): RowView {
  const days = (count: number | null): string => (count === null ? (isTooFew ? tooFew : '–') : String(count));
  return { ...counts, name: name ?? nobody, median: days(median), ninetieth: days(ninetieth) };
}

function sum(rows: FiguresRow[]): FiguresView['total'] {
  const total = {
    received: 0,
    finished: 0,
    granted: 0,
    partlyGranted: 0,
    refused: 0,
    otherwise: 0,
    open: 0,
    overdue: 0,
  };
  for (const row of rows) {
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += row[name];
  }
  return total;
}

/** "2026-06" is "červen 2026". */
function monthName(month: string): string {
  const { year } = Temporal.PlainYearMonth.from(month);
  return `${Temporal.PlainDate.from(`${month}-01`).toLocaleString('cs', { month: 'long' })} ${year}`;
}
