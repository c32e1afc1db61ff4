import { dueOn, startClock } from './clock.ts';

/** How a filing may be confirmed: by the applicant here, or in a way an officer writes down. */
export const confirmationWays = ['signIn', 'mailCode', 'inPerson', 'dataBox', 'paper'] as const;
export type ConfirmationWay = (typeof confirmationWays)[number];

/** What an officer writes down; the others the portal itself has seen. */
export const recordedWays = ['inPerson', 'dataBox', 'paper'] as const satisfies readonly ConfirmationWay[];

export function isRecorded(way: ConfirmationWay): boolean {
  return recordedWays.some(recorded => recorded === way);
}

const days = 5;

/**
 * The last day to confirm a filing: five days after it was made (§ 37 (4) of the Code of Administrative Procedure), counted
 * as the periods of the law are, from the day after, an end off weekends and holidays (§ 40 (1)). In: a day in Prague.
 */
export function confirmableUntil(filedOn: Temporal.PlainDate): Temporal.PlainDate {
  return dueOn(startClock({ kind: 'own', days, unit: 'calendar', provision: '' }, filedOn));
}
