import type { Definition } from '../form/definition.ts';
import type { ClockState } from './clock.ts';
import type { CaseState, Outcome } from './states.ts';
import type { OpenTask } from './tasks.ts';

/** What a decision about a case needs to know of it. */
export interface CaseSnapshot {
  state: CaseState;
  departmentId: string;
  /** Who holds it. Only a case that waits to be taken over (`filed`), or ended so, may have nobody. */
  officerId: string | null;
  /** Whose filing it is; null when it was filed without an account. */
  applicantId: string | null;
  /** On whose behalf it was filed; null when the applicant filed it for themselves. */
  organisationId: string | null;
  /** Under which mandate an agent of whose filing it is acts in it, or did; null of one that no agent ever had. */
  mandateId: string | null;
  outcome: Outcome | null;
  clock: ClockState;
  /** The step of the plan that goes on, by its id. */
  step: string;
  /** Until when the applicant was asked to mend the filing; null when nothing is asked. */
  awaitingUntil: Temporal.PlainDate | null;
  /** Until when the filing has to be confirmed, or had to be; null where it was not asked for. */
  confirmUntil: Temporal.PlainDate | null;
  /** Officers who declared bias; the case may not come to them (again). */
  biased: string[];
  /** Until when an appeal may be filed; null before service, and where none may be. */
  appealUntil: Temporal.PlainDate | null;
  /** What other departments are asked for and have not answered yet. */
  tasks: OpenTask[];
  /** Grows by one with every event. */
  version: number;
  /** What the agenda says, in the version that was filed. */
  agenda: Pick<Definition, 'clock' | 'plan' | 'decision'>;
}
