import { legalClocks } from '../legal-clocks.ts';
import type { Rule } from './rule.ts';

/** A period that a law sets is promised as the law has it; the provision may say more. */
export const legalClock: Rule = {
  name: 'legal-clock',
  level: 'error',
  find({ definition: { clock } }) {
    if (clock.kind === 'own') return [];
    const { name, days, unit, provision } = legalClocks[clock.kind];
    const isTheSame = clock.days === days && clock.unit === unit && plain(clock.provision).startsWith(plain(provision));
    if (isTheSame) return [];
    return [
      {
        path: 'clock',
        message: `Lhůta „${name}“ je ${days} ${unit === 'calendar' ? 'kalendářních' : 'pracovních'} dnů podle ${provision} Opravte ji, nebo zvolte lhůtu vlastní.`,
      },
    ];
  },
};

function plain(provision: string): string {
  return provision.replace(/\s+/g, ' ').trim();
}
