import type { Field, FieldOf } from '../definition.ts';
import { asksForOrder, writtenIn } from './comparison.ts';
import { daysNear, numbersNear, textsNear, timesNear } from './near.ts';
import { possibleRows, possibleTicks } from './possible-lists.ts';
import { possibleParts } from './possible-parts.ts';

/**
 * Answers to one question that between them tell apart everything these comparisons can tell apart: for a number what is
 * written there, and the next one above and below. Nothing where that would be too many or is not known.
 */
export function possibleAnswers(
  field: Field,
  comparisons: readonly object[],
  { today }: { today: Temporal.PlainDate },
): unknown[] | undefined {
  const written = comparisons.flatMap(writtenIn);
  switch (field.type) {
    case 'yesNo':
      return [true, false];
    case 'declaration':
      return [true];
    case 'severalOf':
      return possibleTicks(field, written);
    case 'group':
      return possibleRows(field, written);
    case 'number':
      return numbersNear(written, field);
    case 'money':
      return numbersNear(written, { ...field, decimals: 2 });
    case 'date':
      return days(field, written, today);
    case 'time':
      return timesNear(written);
    case 'address':
    case 'person':
    case 'organisation':
    case 'landParcel':
      return possibleParts(field, comparisons, { today });
    case 'computed':
    case 'file':
    case 'heading':
    case 'explanation':
      return undefined;
    default:
      if (comparisons.some(asksForOrder)) return undefined;
      return field.type === 'oneOf' ? options(field, written) : textsNear(written);
  }
}

/** Those spoken of, and one that is not. */
function options(field: FieldOf<'oneOf'>, written: unknown[]): string[] {
  const values = field.options.map(option => option.value);
  const other = values.find(value => !written.includes(value));
  return [...values.filter(value => written.includes(value)), ...(other === undefined ? [] : [other])];
}

/** The first day that may be answered only moves on; the last one moves on as well, so it bounds nothing. */
function days(
  { minDaysFromToday }: FieldOf<'date'>,
  written: unknown[],
  today: Temporal.PlainDate,
): string[] | undefined {
  const first = minDaysFromToday === undefined ? undefined : today.add({ days: minDaysFromToday }).toString();
  const found = daysNear(written, first ?? today.toString());
  return first === undefined ? found : found?.filter(day => day >= first);
}
