import type { Outcome } from './states.ts';

/** What a person may do with a case, with what each says along with it. */
interface Actions {
  assign: {
    department: { id: string; name: string };
    /** Null leaves the case to whoever of the department takes it over. */
    officer: { id: string; name: string; phone: string; email: string; departmentId: string } | null;
    /** Shown to the citizen: a hand-over they cannot understand is no information. */
    reason: string;
  };
  takeOver: object;
  start: object;
  decide: {
    outcome: Outcome;
    /** Shown to the citizen. */
    explanation: string;
  };
  close: {
    /** For the office; not shown to the citizen. */
    note?: string | undefined;
  };
}

export type ActionType = keyof Actions;
export type Action<T extends ActionType = ActionType> = { [K in T]: { type: K } & Actions[K] }[T];
