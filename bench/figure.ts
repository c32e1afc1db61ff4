/** One metric, with its floor from the same run. */
export interface Figure {
  name: string;
  value: number;
  floor: number;
  unit: string;
}

export type Print = (figure: Figure) => void;

/** A line `name value floor ratio unit`; ratio = value / floor. */
export function line({ name, value, floor, unit }: Figure): string {
  return `${name} ${round(value)} ${round(floor)} ${(value / floor).toFixed(2)} ${unit}`;
}

/** Value and floor took turns; the turn with the middle ratio stands for all. */
export function middle(turns: Figure[]): Figure {
  const sorted = turns.toSorted((a, b) => a.value / a.floor - b.value / b.floor);
  const figure = sorted[Math.floor(sorted.length / 2)];
  if (!figure) throw new Error('no figures');
  return figure;
}

function round(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
