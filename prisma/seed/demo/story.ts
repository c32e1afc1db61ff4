import type { Action } from '../../../src/core/case/actions.ts';
import type { Outcome } from '../../../src/core/case/states.ts';
import type { TaskAnswer, TaskKind } from '../../../src/core/case/tasks.ts';
import type { Entry } from '../../../src/core/form/answers.ts';

/** One case of the demo, from the filing to where it stands today. */
export interface Story {
  agenda: string;
  /** E-mail of an account; null files without one. */
  owner: string | null;
  /** Working days before today. */
  filedBefore: number;
  /** As typed; a number is a date so many days from the filing. */
  entries: Record<string, Entry | number>;
  attachments: { slot: string; name: string }[];
  steps: StoryStep[];
  notes: { by: string; text: string }[];
  /** Decisions that wait for the head to approve them. */
  waiting: { by: string; title: string; text: string }[];
}

export type StoryStep = {
  /** Working days after the filing. */
  after: number;
  /** The officer's e-mail without the domain, the owner of the story, or the portal. */
  by: string;
} & (
  | { do: 'takeOver' | 'start' | 'close' }
  /** To an officer by e-mail, or to a department by slug. */
  | { do: 'assign'; officer?: string; department?: string; reason: string }
  /** The applicant came to the office to confirm what they filed. */
  | { do: 'confirm' }
  /** Nobody confirmed it in time; `by` the portal. */
  | { do: 'lapse' }
  | { do: 'decide'; outcome: Outcome; explanation: string }
  /** A message to the other side. */
  | { do: 'write'; text: string }
  /** The departments ask each other; the slug of the one that is asked. */
  | { do: 'ask'; department: string; kind: TaskKind; text: string; days: number }
  /** Answers what was asked last. */
  | { do: 'answer'; answer: TaskAnswer; text: string }
  /** A decision in writing. */
  | { do: 'issue'; title: string; text: string }
  /** Anything else, told the day on which it happens. */
  | { do: 'act'; action: (today: Temporal.PlainDate) => Action }
);

type Told = Pick<Story, 'filedBefore' | 'owner' | 'entries'> &
  Partial<Pick<Story, 'attachments' | 'steps' | 'notes' | 'waiting'>>;

const dogOfEverybody = {
  holderKind: 'person',
  otherDelivery: 'no',
  hasChip: 'yes',
  housing: 'flat',
  keptAtAddress: 'yes',
  order: 'first',
  wantsRelief: 'no',
  payment: 'transfer',
  tag: 'post',
  truth: 'yes',
};

export function dog({ entries, ...story }: Told): Story {
  return complete('ohlaseni-psa', { ...story, entries: { ...dogOfEverybody, ...entries } });
}

const placeOfEverybody = {
  landOwner: 'city',
  allDay: 'yes',
  limitsTraffic: 'no',
  insured: 'no',
  restore: 'yes',
  truth: 'yes',
};

export function place({ entries, ...story }: Told): Story {
  const attachments = story.attachments ?? [{ slot: 'sitePlan', name: 'situační plánek.pdf' }];
  return complete('zabor-verejneho-prostranstvi', {
    ...story,
    attachments,
    entries: { ...placeOfEverybody, ...entries },
  });
}

export function question({ entries, ...story }: Told): Story {
  return complete('zadost-o-informace', {
    ...story,
    entries: { applicantKind: 'person', form: 'email', ...entries },
  });
}

const parkingOfEverybody = {
  applicantFor: 'me',
  cardKind: 'ztpp',
  cardUntil: { day: '30', month: '6', year: '2030' },
  driver: 'family',
  ownParking: 'no',
  from: 60,
  truth: 'yes',
};

export function parking({ entries, ...story }: Told): Story {
  const attachments = [{ slot: 'card', name: 'průkaz ZTP.pdf' }];
  return complete('vyhrazene-parkovani-ztp', { attachments, ...story, entries: { ...parkingOfEverybody, ...entries } });
}

function complete(agenda: string, story: Told): Story {
  return { attachments: [], steps: [], notes: [], waiting: [], ...story, agenda };
}
