import type { Logic } from '../definition.ts';
import type { ConditionRow, ConditionValue } from './condition.ts';

/** One row as JSON Logic. */
export function writeComparison({ field, comparison, value }: ConditionRow): Logic {
  const asked = { var: field };
  const compared = valueOf(value);
  switch (comparison) {
    case 'filled':
      // Not `!!`, for which zero and "no" would be no answer.
      return { '!=': [asked, null] };
    case 'notFilled':
      return { '==': [asked, null] };
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
    default:
      return { [operators[comparison]]: [asked, compared] };
  }
}

const operators = { is: '==', isNot: '!=', over: '>', atLeast: '>=', under: '<', atMost: '<=' };

function valueOf(value: ConditionValue | undefined): unknown {
  if (typeof value === 'object' && !Array.isArray(value)) return { var: value.field };
  return value ?? null;
}
