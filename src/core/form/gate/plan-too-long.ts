import type { Rule } from './rule.ts';

/** The plan promises no more days than the clock has. */
export const planTooLong: Rule = {
  name: 'plan-too-long',
  level: 'error',
  find({ definition: { plan, clock } }) {
    const planned = plan.reduce((days, step) => days + step.targetDays, 0);
    if (planned <= clock.days) return [];
    return [
      {
        path: 'plan',
        message: `Postup trvá celkem ${planned} dní, lhůta jich má ${clock.days}. Zkraťte kroky postupu.`,
      },
    ];
  },
};
