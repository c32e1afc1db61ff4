import type { FormError } from '../../web/input.ts';
import type { Judgement, Reasons } from './judge.ts';

/** Boxes for reasons are named by this and the key of the warning. */
export const reasonPrefix = 'duvod-';

/** Why each warning may stay, as it was typed. */
export function reasonsOf(body: Record<string, unknown>): Reasons {
  return Object.fromEntries(
    Object.entries(body)
      .filter((entry): entry is [string, string] => entry[0].startsWith(reasonPrefix) && typeof entry[1] === 'string')
      .map(([name, reason]) => [name.slice(reasonPrefix.length), reason]),
  );
}

const longestReason = 500;

export function tooLong(reasons: Reasons): FormError[] {
  return Object.entries(reasons)
    .filter(([, reason]) => (reason ?? '').length > longestReason)
    .map(([key]) => ({
      field: `${reasonPrefix}${key}`,
      message: `Zkraťte důvod, může mít nejvýš ${longestReason}\u00a0znaků`,
    }));
}

/** What keeps a judged version from being published: errors, and warnings without a reason. */
export function unexplained({ errors, warnings }: Judgement, reasons: Reasons): FormError[] {
  return [
    ...(errors.length > 0 ? [{ field: 'chyby', message: 'Nejdřív opravte, co brání zveřejnění' }] : []),
    ...warnings
      .filter(({ key }) => (reasons[key] ?? '').trim() === '')
      .map(({ key }) => ({ field: `${reasonPrefix}${key}`, message: 'Napište, proč upozornění může zůstat' })),
  ];
}
