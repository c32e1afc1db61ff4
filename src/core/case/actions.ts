import type { ConfirmationWay } from './confirmation.ts';
import type { CorrectionItem } from './corrections.ts';
import type { LetterKind } from '../letters/steps.ts';
import type { Delivery } from './service.ts';
import type { Outcome } from './states.ts';
import type { TaskAnswer, TaskKind } from './tasks.ts';

interface Department {
  id: string;
  name: string;
}

/** An officer to whom a case may go. */
export interface Assignee {
  id: string;
  name: string;
  phone: string;
  email: string;
  departmentId: string;
}

/** What may be done with a case, with what each says along with it. */
interface Actions {
  /** The filing is confirmed as the applicant's own (§ 37 (4) of the Code of Administrative Procedure). */
  confirm: {
    way: ConfirmationWay;
    /** The day it came: today, unless an officer writes down what came before. */
    on: Temporal.PlainDate;
    /** Of what was confirmed, in hexadecimal. */
    sha256: string;
    /** Who gets the case now; null leaves it to whoever takes it over. */
    officer: Pick<Assignee, 'id'> | null;
  };
  /** Nobody confirmed the filing in time. */
  lapse: object;
  assign: {
    department: Department;
    /** Null leaves the case to whoever of the department takes it over. */
    officer: Assignee | null;
    /** Shown to the citizen: a hand-over they cannot understand is no information. */
    reason: string;
  };
  takeOver: object;
  start: object;
  /** The case goes on to another step of the plan, usually the next one. */
  moveOn: {
    /** Id of the step of the plan. */
    to: string;
    /** The department of that step. */
    department: Department;
    /** Who gets it there; null leaves it to whoever takes it over. Of no account when the department stays. */
    officer: Assignee | null;
    /** Needed when steps are skipped or repeated; shown to the citizen. */
    reason: string;
  };
  declareBias: {
    /** For the office; not shown to the citizen. */
    reason: string;
  };
  requestSupplement: {
    /** What exactly is wrong, answer by answer. */
    items: CorrectionItem[];
    /** The last day to answer. */
    until: Temporal.PlainDate;
    /** What happens when nothing comes; the citizen reads it. */
    consequence: string;
    /** Whether the period stands still until then. */
    suspends: boolean;
  };
  /** The applicant mends what they were asked to. */
  supplement: {
    /** Where the correction is kept, and the SHA-256 of its content in hexadecimal. */
    correctionId: string;
    sha256: string;
  };
  /** Nothing came in time. */
  supplementMissed: object;
  suspend: {
    /** What it waits for; the citizen reads it. */
    reason: string;
  };
  resume: {
    /** The citizen reads it. */
    reason: string;
  };
  extend: {
    days: number;
    /** The citizen reads it: an extension is announced with its reasons. */
    reason: string;
  };
  decide: {
    outcome: Outcome;
    /** Shown to the citizen. */
    explanation: string;
    /** A decision was written and approved, or even issued. */
    isWritten?: boolean;
  };
  /** A letter of the office goes out; its PDF is kept by its SHA-256 in hexadecimal. */
  issueLetter: {
    letterId: string;
    kind: LetterKind;
    /** The citizen reads it. */
    title: string;
    sha256: string;
  };
  recordService: {
    delivery: Delivery;
  };
  /** The applicant appeals; the appeal is a filing of its own. */
  appeal: {
    reference: string;
    /** It came after the period to appeal was over. */
    isLate: boolean;
  };
  settleAppeal: {
    /** `upheld`: the decision stays; `returned`: the office decides anew. */
    result: 'upheld' | 'returned';
    /** The citizen reads it. */
    reason: string;
  };
  forward: {
    /** The authority that is competent. */
    authority: string;
    reason: string;
  };
  withdraw: {
    reason: string;
  };
  discontinue: {
    reason: string;
  };
  shelve: {
    reason: string;
  };
  /** The applicant asks to see the file (§ 38 of the Code of Administrative Procedure). */
  requestInspection: {
    note: string;
  };
  /** A message in the case; where it is kept, and the SHA-256 of its content in hexadecimal. */
  write: {
    messageId: string;
    sha256: string;
  };
  /** The case needs a statement or a consent of another department. */
  giveTask: {
    /** Where what is asked is kept, and the SHA-256 of its content in hexadecimal. */
    taskId: string;
    sha256: string;
    kind: TaskKind;
    department: Department;
    /** Null leaves it to whoever of the department answers. */
    officer: Assignee | null;
    /** The last day to answer; the office's own, it is no deadline of the law. */
    until: Temporal.PlainDate;
  };
  answerTask: {
    taskId: string;
    answer: TaskAnswer;
    /** SHA-256 of the content of the answer in hexadecimal. */
    sha256: string;
  };
  withdrawTask: {
    taskId: string;
    /** For the office; not shown to the citizen. */
    reason: string;
  };
  close: {
    /** For the office; not shown to the citizen. */
    note?: string | undefined;
  };
}

export type ActionType = keyof Actions;
export type Action<T extends ActionType = ActionType> = { [K in T]: { type: K } & Actions[K] }[T];
