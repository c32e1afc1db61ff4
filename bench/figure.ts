/** One metric, with its floor from the same run. */
export interface Figure {
  name: string;
  value: number;
  floor: number;
  unit: string;
}

export type Print = (figure: Figure) => void;

/** A line `name value floor ratio unit`. */
export function line(figure: Figure): string {
  const { name, value, floor, unit } = figure;
  return `${name} ${round(value)} ${round(floor)} ${ratioOf(figure).toFixed(2)} ${unit}`;
}

/** Value and floor took turns; the turn with the middle ratio stands for all. */
export function middle(turns: Figure[]): Figure {
  const sorted = turns.toSorted((a, b) => ratioOf(a) - ratioOf(b));
  const figure = sorted[Math.floor(sorted.length / 2)];
  if (!figure) throw new Error('no figures');
  return figure;
}

/** Higher is better: of a rate value / floor, of a time floor / value. */
export function ratioOf({ value, floor, unit }: Figure): number {
  return unit === 'ms' ? floor / value : value / floor;
}

function round(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
