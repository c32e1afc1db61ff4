import type { CaseState, Outcome } from './states.ts';

/** What a decision about a case needs to know of it. */
export interface CaseSnapshot {
  state: CaseState;
  departmentId: string;
  /** Who holds it. Only a case that waits to be taken over (`filed`) may have nobody. */
  officerId: string | null;
  outcome: Outcome | null;
  /** Grows by one with every change. */
  version: number;
}
