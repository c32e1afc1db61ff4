import { eventWords } from '../../core/case/event-words.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { outcomeLabel } from '../../core/case/states.ts';
import { taskAnswerLabel } from '../../core/case/tasks.ts';
import { formatDate } from '../../core/czech/format.ts';

/** One line of the history as the office reads it; what the applicant reads of it and what stays inside are kept apart. */
export interface HistoryEntry {
  at: Temporal.Instant;
  who: string;
  title: string;
  /** The applicant reads this too. */
  forApplicant: string | null;
  /** For the office alone. */
  internal: string | null;
}

interface Names {
  /** To show where the applicant acted. */
  applicant: string;
  /** Of officers, by id. */
  officers: ReadonlyMap<string, string>;
}

export function historyEntry(event: CaseEvent, names: Names): HistoryEntry {
  return { at: Temporal.Instant.from(event.at), who: author(event, names), ...wording(event) };
}

function author({ actor }: CaseEvent, { applicant, officers }: Names): string {
  switch (actor.kind) {
    case 'officer': {
      if (actor.for === undefined) return actor.name;
      const absent = officers.get(actor.for);
      return `${actor.name} v\u00a0zastoupení${absent === undefined ? '' : ` (${absent})`}`;
    }
    case 'system':
      return 'portál';
    default:
      return applicant;
  }
}

function wording(event: CaseEvent): Pick<HistoryEntry, 'title' | 'forApplicant' | 'internal'> {
  switch (event.type) {
    case 'filed':
      return { title: `Podáno, přijal ${event.data.department.name}`, forApplicant: null, internal: null };
    case 'assigned': {
      const { officer, department, reason } = event.data;
      const to = officer ? `${officer.name}, ${department.name}` : department.name;
      return { title: `Předáno: ${to}`, forApplicant: `Důvod: ${reason}`, internal: null };
    }
    case 'takenOver':
      return { title: 'Převzato', forApplicant: null, internal: null };
    case 'started':
      return { title: 'Začalo vyřizování', forApplicant: null, internal: null };
    case 'decided':
      return {
        title: `Vyřízeno: ${outcomeLabel(event.data.outcome)}`,
        forApplicant: event.data.explanation,
        internal: null,
      };
    case 'closed':
      return { title: 'Uzavřeno', forApplicant: null, internal: event.data.note };
    case 'supplementRequested':
      return { title: 'Výzva k\u00a0doplnění', forApplicant: eventWords(event)?.detail ?? null, internal: null };
    case 'supplemented':
      return { title: 'Žadatel doplnil podání', forApplicant: null, internal: null };
    case 'withdrawn':
      return { title: 'Vzato zpět', forApplicant: null, internal: event.data.reason };
    case 'appealed':
      return { title: `Odvolání ${event.data.reference}`, forApplicant: null, internal: null };
    case 'inspectionRequested':
      return { title: 'Žádost o\u00a0nahlédnutí do spisu', forApplicant: null, internal: event.data.note };
    case 'biasDeclared':
      return { title: `Podjatost: ${event.data.officer.name}`, forApplicant: null, internal: event.data.reason };
    case 'taskGiven': {
      const { department, officer: asked, until } = event.data;
      const to = asked ? `${asked.name}, ${department.name}` : department.name;
      const day = formatDate(Temporal.PlainDate.from(until));
      return {
        title: `Úkol: ${to}`,
        forApplicant: eventWords(event)?.title ?? null,
        internal: `Odpovědět do\u00a0${day}.`,
      };
    }
    case 'taskAnswered': {
      const { department, answer } = event.data;
      const title = `Odpověď: ${department.name}`;
      return { title, forApplicant: eventWords(event)?.title ?? null, internal: taskAnswerLabel(answer) };
    }
    case 'taskWithdrawn': {
      const { department, reason } = event.data;
      const internal = reason ?? 'Případ skončil dřív, než odpověď přišla.';
      return { title: `Úkol zrušen: ${department.name}`, forApplicant: eventWords(event)?.title ?? null, internal };
    }
    case 'written':
      return { title: 'Zpráva', forApplicant: null, internal: null };
    // The applicant reads the rest in the same words.
    default: {
      const words = eventWords(event);
      return { title: words?.title ?? '', forApplicant: words?.detail ?? null, internal: null };
    }
  }
}
