import type { FieldOf } from '../definition.ts';
import { numbersNear } from './near.ts';

/** Rows of a group are told apart only by how many there are. Wrong rows count too, so there may be too few of them. */
export function possibleRows({ max }: FieldOf<'group'>, written: unknown[]): object[][] {
  return numbersNear(written, { min: 1, max }).map(count => Array.from({ length: count }, () => ({})));
}

/** Every choice of the options spoken of, and beside it as many others as the counts spoken of need. */
export function possibleTicks({ options }: FieldOf<'severalOf'>, written: unknown[]): string[][] | undefined {
  const values = options.map(option => option.value);
  const spokenOf = values.filter(value => written.includes(value));
  const others = values.filter(value => !written.includes(value));
  if (spokenOf.length >= mostTicks) return undefined;
  const isCounted = written.some(mark => typeof mark === 'number');
  const counts = isCounted ? numbersNear(written, { min: 1, max: values.length }) : undefined;
  return choicesOf(spokenOf).flatMap(choice => {
    const beside = counts?.map(count => count - choice.length) ?? [0, 1];
    const possible = beside.filter(count => count >= 0 && count <= others.length && count + choice.length > 0);
    return possible.map(count => [...choice, ...others.slice(0, count)]);
  });
}

const mostTicks = 7;

function choicesOf(options: string[]): string[][] {
  return Array.from({ length: 2 ** options.length }, (_, index) =>
    options.filter((_option, bit) => (index & (1 << bit)) !== 0),
  );
}
