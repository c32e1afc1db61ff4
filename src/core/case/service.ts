import { z } from 'zod';
import { workingDayFrom } from '../czech/working-days.ts';

/** How a decision gets to the applicant. What the portal shows is information, no service in the sense of the law. */
export const deliveryWays = ['dataBox', 'post', 'inPerson', 'portal'] as const;

export const deliverySchema = z.strictObject({
  way: z.enum(deliveryWays),
  /** When it was put into the data box, posted or left at the post office, handed over, shown. */
  sentOn: z.iso.date(),
  /** When it was taken: the box was opened, the letter signed for. Null while nobody has taken it. */
  takenOn: z.iso.date().nullable(),
});
export type Delivery = z.output<typeof deliverySchema>;

/** Days after which what waits in a data box or at the post office counts as delivered. */
const fictionDays = 10;
const appealDays = 15;

export interface Service {
  /** The day of delivery; null where the law knows none. */
  deliveredOn: Temporal.PlainDate | null;
  /** Delivered though nobody took it. */
  byFiction: boolean;
  /** The last day to appeal. */
  appealUntil: Temporal.PlainDate | null;
  /** The day of legal force, unless somebody appeals. */
  finalOn: Temporal.PlainDate | null;
}

/**
 * When a decision counts as delivered, until when it can be appealed against and when it takes legal force. A data box:
 * on the day it is opened, otherwise on the tenth day (300/2008, § 17 (3) and (4)); post: when it is taken, otherwise on
 * the tenth day after it was ready to be (500/2004, § 24 (1)); in person: at once. An appeal: fifteen days from delivery
 * (§ 83 (1)), legal force the day after (§ 73 (1)). Ends move off weekends and holidays (§ 40 (1) c)). What the portal
 * shows is not service and starts nothing.
 */
export function serviceOf({ way, sentOn, takenOn }: Delivery): Service {
  if (way === 'portal') return { deliveredOn: null, byFiction: false, appealUntil: null, finalOn: null };
  const sent = Temporal.PlainDate.from(sentOn);
  const fiction = workingDayFrom(sent.add({ days: fictionDays }));
  const taken = way === 'inPerson' ? sent : takenOn === null ? null : Temporal.PlainDate.from(takenOn);
  const byFiction = taken === null || Temporal.PlainDate.compare(taken, fiction) > 0;
  const deliveredOn = byFiction ? fiction : taken;
  const appealUntil = workingDayFrom(deliveredOn.add({ days: appealDays }));
  return { deliveredOn, byFiction, appealUntil, finalOn: appealUntil.add({ days: 1 }) };
}
