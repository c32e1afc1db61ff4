import { evaluate } from '../src/core/form/evaluate.ts';
import { type Figure, middle, type Print } from './figure.ts';
import { zodForm } from './floors/form.ts';
import { largeForm } from './large-form.ts';

const today = Temporal.PlainDate.from('2026-05-04');
const runs = 100;

/** Milliseconds to interpret the largest form an agenda may be, filled in to the last row; every page of a form does it. */
export function benchForm({ print }: { print: Print }): void {
  const { definition, entries } = largeForm();
  const schema = zodForm(definition);
  if (!evaluate(definition, entries, { today }).complete) throw new Error('the large form is not filled in');
  schema.parse(entries);

  const figures: Figure[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const floor = millisecondsOf(() => schema.parse(entries));
    const value = millisecondsOf(() => evaluate(definition, entries, { today }));
    figures.push({ name: 'form-evaluate', value, floor, unit: 'ms' });
  }
  print(middle(figures));
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  for (let run = 0; run < runs; run++) work();
  return (performance.now() - started) / runs;
}
