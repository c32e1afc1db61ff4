import { eventWords } from '../core/case/event-words.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { situation } from '../core/case/situation.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { outcomeLabel } from '../core/case/states.ts';
import { dayInPrague, formatDate } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import { fillPlaceholders, type PlaceholderValues } from '../core/form/placeholders.ts';
import type { Letter } from '../notifications/letter.ts';
import {
  assigned,
  decided,
  type MailKind,
  letterIssued,
  messageReceived,
  stateChanged,
  supplementRequested,
} from '../notifications/letters.ts';
import { applicantMails } from './applicant-mails.ts';

export interface Holder {
  name: string;
  phone: string;
  department: string;
}

interface News {
  event: CaseEvent;
  /** The applicant did it themselves. */
  isOwn: boolean;
  case: CaseSnapshot;
  /** Who holds the case now. */
  holder: Holder | null;
  now: Temporal.Instant;
  about: { reference: string; agenda: string; link: string };
  /** What the agenda adds, and what its placeholders stand for. */
  mails: Definition['mails'];
  placeholders: PlaceholderValues;
}

/** What the applicant is told of a change, or nothing: that a decided case was put away is the office's own matter. */
export function letterAbout({
  event,
  isOwn,
  case: snapshot,
  holder,
  now,
  about,
  mails,
  placeholders,
}: News): (Letter & { kind: MailKind }) | null {
  const mailed = applicantMails[event.type];
  if ('because' in mailed) return null;
  const moved = (title: string, detail: string | null) => ({
    kind: 'stateChanged' as const,
    ...stateChanged({ ...about, title, detail }),
  });
  const added = (text: string | undefined) => text && fillPlaceholders(text, placeholders);
  switch (event.type) {
    case 'assigned':
    case 'takenOver':
      if (holder) {
        return { kind: 'assigned', ...assigned({ ...about, officer: holder, added: added(mails.assigned) }) };
      }
      return event.type === 'assigned'
        ? moved('Podání jsme předali dál', `Vyřídí ho ${event.data.department.name}.`)
        : null;
    case 'started': {
      const { sentence } = situation({ case: snapshot, officer: holder, today: dayInPrague(now) });
      return moved('Začali jsme podání vyřizovat', sentence);
    }
    case 'decided':
      return {
        kind: 'decided',
        ...decided({ ...about, outcome: outcomeLabel(event.data.outcome), added: added(mails.decided) }),
      };
    case 'supplementRequested':
      return { kind: 'supplementRequested', ...supplementRequested({ ...about, ...event.data }) };
    case 'written':
      return isOwn ? null : { kind: 'messageReceived', ...messageReceived(about) };
    case 'letterIssued':
      return { kind: 'letterIssued', ...letterIssued(about) };
    // What the applicant did themselves is confirmed as well: somebody else may have done it in their name.
    default: {
      const words = eventWords(event, dayInPrague(now));
      return words && moved(words.title, mailed.says === 'everything' ? words.detail : untilWhen(event));
    }
  }
}

/** What is left of an event whose details are an officer's own words. */
function untilWhen({ data }: CaseEvent): string | null {
  return 'dueOn' in data && data.dueOn ? `Vyřídíme ho do ${formatDate(Temporal.PlainDate.from(data.dueOn))}.` : null;
}
