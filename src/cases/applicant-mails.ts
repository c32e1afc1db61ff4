import type { CaseEvent } from '../core/case/events.ts';
import type { MailKind } from '../notifications/letters.ts';

/** `says`: everything the history says, or its heading alone where the rest is in an officer's own words. */
interface Mailed {
  kind: MailKind;
  says: 'everything' | 'heading';
  /** It changes nothing about anybody's rights or time, so whoever does not care to know is not written to. */
  isProgress?: true;
}

/** Why nobody is written to. */
interface NotMailed {
  because: string;
}

/**
 * By which mail the applicant learns of each event. What people wrote themselves stays in the portal: it may name others, and a
 * mail is read by whoever reads the mailbox. Only what exactly is to be mended is needed to act, and is in the call.
 */
export const applicantMails: Record<CaseEvent['type'], Mailed | NotMailed> = {
  filed: { because: 'filing writes its own mail, with the code to follow the case by' },
  confirmed: { kind: 'stateChanged', says: 'everything' },
  lapsed: { kind: 'stateChanged', says: 'everything' },
  assigned: { kind: 'assigned', says: 'heading', isProgress: true },
  takenOver: { kind: 'assigned', says: 'everything', isProgress: true },
  started: { kind: 'stateChanged', says: 'everything', isProgress: true },
  movedOn: { kind: 'stateChanged', says: 'heading', isProgress: true },
  biasDeclared: { kind: 'stateChanged', says: 'everything', isProgress: true },
  supplementRequested: { kind: 'supplementRequested', says: 'everything' },
  supplemented: { kind: 'stateChanged', says: 'everything' },
  supplementMissed: { kind: 'stateChanged', says: 'everything' },
  suspended: { kind: 'stateChanged', says: 'heading' },
  resumed: { kind: 'stateChanged', says: 'heading' },
  extended: { kind: 'stateChanged', says: 'heading' },
  decided: { kind: 'decided', says: 'heading' },
  // The title is an officer's own words.
  letterIssued: { kind: 'letterIssued', says: 'heading' },
  served: { kind: 'stateChanged', says: 'everything' },
  appealed: { kind: 'stateChanged', says: 'everything' },
  appealSettled: { kind: 'stateChanged', says: 'heading' },
  forwarded: { kind: 'stateChanged', says: 'heading' },
  withdrawn: { kind: 'stateChanged', says: 'heading' },
  discontinued: { kind: 'stateChanged', says: 'heading' },
  shelved: { kind: 'stateChanged', says: 'heading' },
  inspectionRequested: { kind: 'stateChanged', says: 'heading' },
  written: { kind: 'messageReceived', says: 'heading' },
  taskGiven: { because: 'the departments ask each other inside the office; the history tells of it' },
  taskAnswered: { because: 'the departments ask each other inside the office; the history tells of it' },
  taskWithdrawn: { because: 'the departments ask each other inside the office; the history tells of it' },
  closed: { because: 'that a case was put away is the office’s own matter' },
};
