import { canBe } from '../check-answers.ts';
import type { Field, FieldOf } from '../definition.ts';
import { askedIn } from '../formulas.ts';
import { isComparison } from './certainty.ts';

/**
 * Answers to one question that between them tell apart everything these comparisons can tell apart: for a number what is
 * written there, and the next one above and below. Nothing where that would be too many or is not known.
 */
export function possibleAnswers(
  field: Field,
  comparisons: readonly object[],
  { today }: { today: Temporal.PlainDate },
): unknown[] | undefined {
  if (!isOrdered(field) && comparisons.some(asksForOrder)) return undefined;
  const written = comparisons.flatMap(writtenIn);
  switch (field.type) {
    case 'yesNo':
      return [true, false];
    case 'declaration':
      return [true];
    case 'oneOf':
      return optionsOf(field, written);
    case 'severalOf':
      return setsOf(optionsOf(field, written));
    case 'number':
      return numbers(field, field.decimals, written);
    case 'money':
      return numbers(field, 2, written);
    case 'date':
      return days(field, written, today);
    case 'time':
      return around(written, 'time', nextMinute, '12:00');
    case 'computed':
    case 'group':
    case 'file':
    case 'heading':
    case 'explanation':
    case 'address':
    case 'person':
    case 'organisation':
    case 'landParcel':
      return undefined;
    default:
      return texts(written);
  }
}

/** The comparisons with one question each, wherever in a condition. */
export function comparisonsIn(part: unknown): { id: string; comparison: object }[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part) || !isComparison(part)) return Object.values(part).flatMap(comparisonsIn);
  return askedIn(part).map(id => ({ id, comparison: part }));
}

function writtenIn(comparison: object): unknown[] {
  return 'var' in comparison ? [] : (Object.values(comparison) as unknown[]).flat(2);
}

function isOrdered({ type }: Field): boolean {
  return type === 'number' || type === 'money' || type === 'date' || type === 'time';
}

function asksForOrder(comparison: object): boolean {
  return Object.keys(comparison).some(operator => operator.startsWith('<') || operator.startsWith('>'));
}

/** Those spoken of, and one that is not. */
function optionsOf({ options }: FieldOf<'oneOf' | 'severalOf'>, written: unknown[]): string[] {
  const values = options.map(option => option.value);
  const other = values.find(value => !written.includes(value));
  return [...values.filter(value => written.includes(value)), ...(other === undefined ? [] : [other])];
}

const mostTicks = 7;

function setsOf(options: string[]): string[][] | undefined {
  if (options.length > mostTicks) return undefined;
  return Array.from({ length: 2 ** options.length - 1 }, (_, index) =>
    options.filter((_option, bit) => ((index + 1) & (1 << bit)) !== 0),
  );
}

/** On the grid of the decimals the question takes, within its bounds. Zero differs from all others where it stands alone. */
function numbers(
  { min = -Infinity, max = Infinity }: FieldOf<'number' | 'money'>,
  decimals: number,
  written: unknown[],
): number[] {
  const scale = 10 ** decimals;
  const marks = [0, min, max, ...written].filter(mark => typeof mark === 'number').filter(Number.isFinite);
  const near = marks.flatMap(mark => {
    const [below, above] = [Math.floor(mark * scale), Math.ceil(mark * scale)];
    return [below - 1, below, above, above + 1].map(step => Number((step / scale).toFixed(decimals)) + 0);
  });
  return [...new Set(near)].filter(number => number >= min && number <= max);
}

/** What is written, and what comes right before and after. */
function around(
  written: unknown[],
  kind: 'date' | 'time',
  next: (mark: string, by: 1 | -1) => string,
  other: string,
): string[] | undefined {
  const marks = written.filter(mark => typeof mark === 'string');
  if (marks.some(mark => !canBe(kind, mark))) return undefined;
  return [...new Set([...marks.flatMap(mark => [next(mark, -1), mark, next(mark, 1)]), other])];
}

/** The first day that may be answered only moves on; the last one moves on as well, so it bounds nothing. */
function days(
  { minDaysFromToday }: FieldOf<'date'>,
  written: unknown[],
  today: Temporal.PlainDate,
): string[] | undefined {
  const first = minDaysFromToday === undefined ? undefined : today.add({ days: minDaysFromToday }).toString();
  const found = around(written, 'date', nextDay, first ?? today.toString());
  return first === undefined ? found : found?.filter(day => day >= first);
}

function nextDay(day: string, by: 1 | -1): string {
  return Temporal.PlainDate.from(day).add({ days: by }).toString();
}

function nextMinute(time: string, by: 1 | -1): string {
  return Temporal.PlainTime.from(time).add({ minutes: by }).toString().slice(0, 5);
}

/** Texts are told apart only by being equal to what is written. */
function texts(written: unknown[]): string[] {
  const marks = written.filter(mark => typeof mark === 'string');
  return [...new Set([...marks, `${marks.join('')}…`])];
}
