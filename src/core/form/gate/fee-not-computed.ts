import { gapsIn, type Gap } from './gaps.ts';
import type { Rule } from './rule.ts';

/** Who files learns what to pay, so the formula gives a figure for every filing. */
export const feeNotComputed: Rule = {
  name: 'fee-not-computed',
  level: 'warning',
  find(subject) {
    const { charge } = subject.definition.fee;
    if (charge?.by !== 'formula') return [];
    const reasons = [...new Set(gapsIn(charge.crowns, subject).map(reasonOf))];
    if (reasons.length === 0) return [];
    const message = `Poplatek se někdy nespočítá: ${reasons.slice(0, 3).join(', ')}. Doplňte do výpočtu, co platí potom.`;
    return [{ path: 'fee.charge.crowns', message }];
  },
};

function reasonOf(gap: Gap): string {
  if (gap === 'zero') return 'může se dělit nulou';
  if (gap === 'otherwise') return '„if“ neříká, co platí jinak';
  const { field } = gap.missing;
  return field.type === 'computed' ? `výpočet „${field.label}“ může chybět` : `odpověď „${field.label}“ může chybět`;
}
