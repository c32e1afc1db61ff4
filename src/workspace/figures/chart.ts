/** A chart of bars as the component draws it: each row a label and its bars, as wide as their share of the longest. */
export interface Chart {
  title: string;
  /** What the bars of each row are, in order. */
  series: string[];
  rows: { label: string; y: number; bars: { y: number; percent: number; text: string }[] }[];
  height: number;
}

interface Drawn {
  title: string;
  series: string[];
  /** Null for what is not known: it has no bar, and says so. */
  rows: { label: string; values: (number | null)[] }[];
}

const labelHeight = 18;
const barHeight = 18;
const gap = 12;
/** The rest is for the number behind the longest bar. */
const widest = 80;

/** Null when there is nothing to draw. */
export function chart({ title, series, rows }: Drawn): Chart | null {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map(value => value ?? 0)));
  if (most === 0) return null;
  const rowHeight = labelHeight + barHeight * series.length + gap;
  return {
    title,
    series,
    rows: rows.map(({ label, values }, at) => ({
      label,
      y: at * rowHeight + labelHeight - 4,
      bars: values.map((value, bar) => ({
        y: at * rowHeight + labelHeight + bar * barHeight,
        percent: Math.round(((value ?? 0) / most) * widest * 10) / 10,
        text: value === null ? '–' : String(value),
      })),
    })),
    height: rows.length * rowHeight,
  };
}
