import type { Kind } from '../check-answers.ts';
import type { Logic } from '../definition.ts';
import type { ConditionRow, ConditionValue } from './condition.ts';

/** One row about a question of that kind as JSON Logic. */
export function writeComparison({ field, comparison, value }: ConditionRow, kind: Kind | undefined): Logic {
  const asked = { var: field };
  const compared = valueOf(value);
  switch (comparison) {
    case 'filled':
      return mayBeFalse(kind) ? { '!=': [asked, null] } : { '!!': [asked] };
    case 'notFilled':
      return mayBeFalse(kind) ? { '==': [asked, null] } : { '!': [asked] };
    case 'isOneOf':
      return { in: [asked, compared] };
    case 'isNoneOf':
      return { '!': [{ in: [asked, compared] }] };
    case 'includes':
      return { in: [compared, asked] };
    case 'excludes':
      return { '!': [{ in: [compared, asked] }] };
    case 'countAtLeast':
      return { '>=': [{ count: [asked] }, compared] };
    case 'countAtMost':
      return { '<=': [{ count: [asked] }, compared] };
    case 'laterByAtLeast':
      return { '>=': [daysSince(value, asked), daysOf(value)] };
    case 'laterByAtMost':
      return { '<=': [daysSince(value, asked), daysOf(value)] };
    default:
      return { [operators[comparison]]: [asked, compared] };
  }
}

const operators = { is: '==', isNot: '!=', over: '>', atLeast: '>=', under: '<', atMost: '<=' };

/** Zero and "no" are answers too, and `!!` takes them for none. */
function mayBeFalse(kind: Kind | undefined): boolean {
  return kind === 'number' || kind === 'boolean' || kind === undefined;
}

function daysSince(value: ConditionValue | undefined, asked: { var: string }): Logic {
  return { daysBetween: [valueOf(value), asked] };
}

function daysOf(value: ConditionValue | undefined): number {
  return typeof value === 'object' && !Array.isArray(value) ? (value.days ?? 0) : 0;
}

function valueOf(value: ConditionValue | undefined): unknown {
  if (typeof value === 'object' && !Array.isArray(value)) return { var: value.field };
  return value ?? null;
}
