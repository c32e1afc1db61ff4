import { partKind } from '../check-answers.ts';
import type { Field } from '../definition.ts';
import { asksForOrder, partIn, writtenIn } from './comparison.ts';
import { daysNear, textsNear } from './near.ts';

/**
 * Answers in parts, such as an address, that differ in the parts these comparisons ask about. Either all parts are answered
 * or none. Nothing where there would be too many or that is not known.
 */
export function possibleParts(
  field: Field,
  comparisons: readonly object[],
  { today }: { today: Temporal.PlainDate },
): object[] | undefined {
  // Something is always there, so that an answer is one even if only the whole of it is asked about.
  let answers: object[] = [{ '': true }];
  for (const [part, compared] of Map.groupBy(comparisons, partIn)) {
    if (part === '') continue;
    const values = possibleValues(field, part, { compared, today });
    if (values === undefined || values.length * answers.length > mostAnswers) return undefined;
    answers = answers.flatMap(answer => values.map(value => withPart(answer, part.split('.'), value)));
  }
  return answers;
}

const mostAnswers = 200;

function possibleValues(
  field: Field,
  part: string,
  { compared, today }: { compared: object[]; today: Temporal.PlainDate },
): string[] | undefined {
  const kind = partKind(field, part);
  const written = compared.flatMap(writtenIn);
  if (kind === 'date') return daysNear(written, today.toString());
  return kind === 'text' && !compared.some(asksForOrder) ? textsNear(written) : undefined;
}

function withPart(answer: object, [key = '', ...rest]: string[], value: string): object {
  if (rest.length === 0) return { ...answer, [key]: value };
  const inner: unknown = Object.getOwnPropertyDescriptor(answer, key)?.value;
  return { ...answer, [key]: withPart(typeof inner === 'object' && inner !== null ? inner : {}, rest, value) };
}
