import { evaluate } from '../src/core/form/evaluate.ts';
import { type Figure, middle, type Print } from './figure.ts';
import { zodForm } from './floors/form.ts';
import { heavyForms } from './heavy-forms.ts';
import { type FilledForm, largeForm } from './large-form.ts';

const today = Temporal.PlainDate.from('2026-05-04');

/**
 * Milliseconds to interpret the largest form an agenda may be, filled in to the last row; every page of a form does it. And
 * of forms as large as may be of one kind of work each, the slowest.
 */
export function benchForm({ print }: { print: Print }): void {
  print(figureOf('form-evaluate', largeForm(), 100));
  const heavy = heavyForms().map(form => figureOf('form-heaviest', form, 40));
  print(heavy.reduce((slowest, figure) => (figure.value > slowest.value ? figure : slowest)));
}

function figureOf(name: string, { definition, entries }: FilledForm, runs: number): Figure {
  const schema = zodForm(definition);
  if (!evaluate(definition, entries, { today }).complete) throw new Error('the form is not filled in');
  schema.parse(entries);

  const figures: Figure[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const floor = millisecondsOf(() => schema.parse(entries), runs);
    const value = millisecondsOf(() => evaluate(definition, entries, { today }), runs);
    figures.push({ name, value, floor, unit: 'ms' });
  }
  // The first one is spent on getting warm.
  return middle(figures.slice(1));
}

/** Of the processor: nothing here waits, except for what else the machine has to do. */
function millisecondsOf(work: () => unknown, runs: number): number {
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run++) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / runs;
}
