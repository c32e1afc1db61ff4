import { formatDate, formatDays } from '../czech/format.ts';
import type { ConfirmationWay } from './confirmation.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { outcomeLabel } from './states.ts';

export interface EventWords {
  title: string;
  detail: string | null;
}

const confirmedBy: Record<ConfirmationWay, string> = {
  signIn: 'přihlášením',
  mailCode: 'kódem z\u00a0e-mailu',
  inPerson: 'osobně na\u00a0úřadě',
  dataBox: 'datovou schránkou',
  paper: 'podepsanou listinou',
};

/** The day on which it is read, in Europe/Prague; null for records, which tell everything as done. */
type Today = Temporal.PlainDate | null;

type Words = { [T in CaseEvent['type']]: (data: EventOf<T>['data'], today: Today) => EventWords | null };

/** What the applicant reads of each event, in plain Czech; null where it is told elsewhere or is the office's own matter. */
const words: Words = {
  filed: ({ department, confirmUntil }) =>
    told(
      'Podání jsme přijali',
      confirmUntil === undefined
        ? `Vyřídí ho ${department.name}.`
        : `Aby platilo, potvrďte ho do\u00a0${day(confirmUntil)}. Pak ho vyřídí ${department.name}.`,
    ),
  confirmed: ({ way, on, dueOn }) =>
    told(`Podání je potvrzené ${confirmedBy[way]}`, `Potvrzeno ${day(on)}. Vyřídíme ho do\u00a0${day(dueOn)}.`),
  lapsed: ({ until }) =>
    told(
      'Podání nikdo nepotvrdil, neplatí',
      `Potvrdit šlo do\u00a0${day(until)}. Pokud ho chcete podat, podejte ho prosím znovu.`,
    ),
  assigned: ({ from, department, officer, reason }) => {
    const holder = officer ? `Má ho ${officer.name}, ${department.name}.` : `Vyřídí ho ${department.name}.`;
    const detail = `${holder} Důvod: ${reason}`;
    if (from.departmentId !== department.id) return told('Podání jsme předali jinému odboru', detail);
    return told(officer ? 'Podání jsme přidělili úředníkovi' : 'Podání čeká na jiného úředníka', detail);
  },
  takenOver: ({ from, officer }) =>
    told(
      from.officerId !== null && from.officerId !== officer.id ? 'Podání převzal jiný úředník' : 'Podání jsme převzali',
      `Má ho ${officer.name}.`,
    ),
  started: () => told('Začali jsme podání vyřizovat'),
  movedOn: ({ from, step, department, officer, reason }) => {
    const holder = officer ? `Má ho ${officer.name}, ${department.name}.` : `Vyřídí ho ${department.name}.`;
    const detail = [from.departmentId === department.id ? null : holder, reason && `Důvod: ${reason}`];
    return told(`Další krok: ${step.title}`, detail.filter(Boolean).join(' ') || null);
  },
  biasDeclared: () =>
    told('Jeden z\u00a0úředníků se z\u00a0věci vyloučil', 'Aby bylo rozhodnutí nestranné, vyřídí podání někdo jiný.'),
  supplementRequested: ({ items, until, consequence }) => {
    const wanted = items.map(({ label, problem }) => `${label}: ${problem}`).join(' ');
    return told('Požádali jsme vás o\u00a0doplnění', `${wanted} Doplňte to do\u00a0${day(until)}. ${consequence}`);
  },
  supplemented: () => told('Doplnili jste podání', 'Doplnění jsme přijali a\u00a0pokračujeme.'),
  supplementMissed: ({ until }) =>
    told('Doplnění nepřišlo', `Čekali jsme na něj do\u00a0${day(until)}. Teď rozhodneme, co dál.`),
  suspended: ({ reason }) => told('Řízení jsme přerušili', `Důvod: ${reason} Lhůta teď neběží.`),
  resumed: ({ reason, dueOn }) =>
    told('Pokračujeme v\u00a0řízení', `Důvod: ${reason} Vyřídíme ho do\u00a0${day(dueOn)}.`),
  extended: ({ days, unit, reason, dueOn }) =>
    told(
      `Lhůtu jsme prodloužili o\u00a0${formatDays(days, unit)}`,
      `Důvod: ${reason} Vyřídíme ho do\u00a0${day(dueOn)}.`,
    ),
  decided: ({ outcome, explanation }) => told(outcomeLabel(outcome), explanation),
  served: ({ delivery, deliveredOn, appealUntil }, today) => {
    if (!deliveredOn) return told('Rozhodnutí je v\u00a0portálu', 'Doručíme vám ho ještě jinou cestou.');
    const how = { dataBox: 'datovou schránkou', post: 'poštou', inPerson: 'osobně', portal: 'portálem' }[delivery.way];
    if (isToCome(deliveredOn, today)) {
      const then = 'Lhůta pro odvolání začne běžet doručením.';
      return told(`Rozhodnutí jsme odeslali ${how}`, `Bude doručené nejpozději ${day(deliveredOn)}. ${then}`);
    }
    const until = appealUntil && ` Odvolat se můžete do\u00a0${day(appealUntil)}.`;
    return told(`Rozhodnutí je doručené ${how}`, `Doručeno ${day(deliveredOn)}.${until ?? ''}`);
  },
  appealed: ({ reference, isLate }) =>
    told('Podali jste odvolání', `Má značku ${reference}.${isLate ? ' Přišlo až po\u00a0lhůtě.' : ''}`),
  appealSettled: ({ result, reason, dueOn }) =>
    result === 'upheld'
      ? told('O\u00a0odvolání je rozhodnuto, rozhodnutí platí', reason)
      : told('Po\u00a0odvolání rozhodneme znovu', `${reason}${dueOn ? ` Vyřídíme ho do\u00a0${day(dueOn)}.` : ''}`),
  forwarded: ({ authority, reason }) => told(`Podání jsme postoupili: ${authority}`, `Důvod: ${reason}`),
  withdrawn: ({ reason }) => told('Vzali jste podání zpět', reason && `Důvod: ${reason}`),
  discontinued: ({ reason }) => told('Řízení jsme zastavili', `Důvod: ${reason}`),
  shelved: ({ reason }) => told('Podání jsme odložili', `Důvod: ${reason}`),
  inspectionRequested: ({ note }) =>
    told(
      'Požádali jste o\u00a0nahlédnutí do\u00a0spisu',
      [note, 'Ozveme se vám, kdy a\u00a0kde to půjde.'].filter(Boolean).join(' '),
    ),
  // Messages are read as messages.
  letterIssued: ({ title }) => told(`Vydali jsme dokument: ${title}`),
  written: () => null,
  taskGiven: ({ kind, department }) => {
    const asked = { statement: 'Vyžádali jsme si vyjádření', consent: 'Vyžádali jsme si souhlas' };
    return told(`${kind === 'other' ? 'Požádali jsme o\u00a0součinnost' : asked[kind]}: ${department.name}`);
  },
  // What it says is a ground of the decision, and is read there.
  taskAnswered: ({ kind, department }) =>
    told(`${kind === 'other' ? 'Odpověď' : 'Vyjádření'} jsme dostali: ${department.name}`),
  // One that ended with the case needs no line beside the decision.
  taskWithdrawn: ({ department, reason }) =>
    reason === null ? null : told(`Vyjádření už nepotřebujeme: ${department.name}`),
  closed: () => told('Případ jsme uzavřeli'),
};

/** The words of the event as they are true on a day: what counts as delivered only on the tenth day is still to come before. */
export function eventWords(event: CaseEvent, today: Today = null): EventWords | null {
  const tell = words[event.type] as (data: CaseEvent['data'], today: Today) => EventWords | null;
  return tell(event.data, today);
}

function isToCome(date: string, today: Today): boolean {
  return today !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(date), today) > 0;
}

function told(title: string, detail: string | null = null): EventWords {
  return { title, detail };
}

function day(date: string): string {
  return formatDate(Temporal.PlainDate.from(date));
}
