import type { CaseEvent } from '../core/case/events.ts';

/** `newHolder`: whoever has got the case, or the department where nobody was chosen; `holder`: whoever has it. */
type Mailed = { to: 'newHolder' } | { to: 'holder'; what: string };

/** Why nobody of the office is written to. */
interface NotMailed {
  because: string;
}

const ownDoing = 'whoever has the case did it themselves';

/** Whom of the office each event is told to, and what it is in their words; never to whoever did it. */
export const officerMails: Record<CaseEvent['type'], Mailed | NotMailed> = {
  filed: { because: 'whom it is routed to is told by a job, so that filing takes no longer' },
  confirmed: { because: 'whom it is routed to is told by a job, as of any new case' },
  lapsed: { because: 'nobody has it: what was not confirmed is nobody’s work' },
  assigned: { to: 'newHolder' },
  takenOver: { because: ownDoing },
  started: { because: ownDoing },
  movedOn: { to: 'newHolder' },
  biasDeclared: { to: 'newHolder' },
  supplementRequested: { because: ownDoing },
  supplemented: { to: 'holder', what: 'žadatel doplnil podání' },
  supplementMissed: { because: 'the inbox and the digest show that its time runs again' },
  suspended: { because: ownDoing },
  resumed: { because: ownDoing },
  extended: { because: ownDoing },
  decided: { because: ownDoing },
  served: { because: ownDoing },
  appealed: { to: 'holder', what: 'přišlo odvolání' },
  appealSettled: { because: ownDoing },
  forwarded: { because: ownDoing },
  withdrawn: { to: 'holder', what: 'žadatel vzal podání zpět' },
  discontinued: { because: ownDoing },
  shelved: { because: ownDoing },
  inspectionRequested: { to: 'holder', what: 'žadatel chce nahlédnout do spisu' },
  written: { to: 'holder', what: 'žadatel napsal zprávu' },
  letterIssued: { because: ownDoing },
  taskGiven: { because: 'whoever is asked is told, and does not hold the case' },
  taskAnswered: { because: 'whoever asked is told by a mail of its own' },
  taskWithdrawn: { because: 'whoever was asked is told by a mail of its own' },
  closed: { because: ownDoing },
};
