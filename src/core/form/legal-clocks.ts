import type { Definition } from './definition.ts';

type Clock = Definition['clock'];

/** A clock that a law sets; an agenda takes it whole. `name` is how administrators choose it. */
export interface LegalClock extends Pick<Clock, 'days' | 'unit' | 'provision'> {
  name: string;
}

/** The clocks of Czech administrative law that agendas of a city run by. */
export const legalClocks: Record<Exclude<Clock['kind'], 'own'>, LegalClock> = {
  administrative: {
    name: 'Správní řízení, 30\u00a0dnů',
    days: 30,
    unit: 'calendar',
    provision: '§\u00a071 odst.\u00a03 zákona č.\u00a0500/2004\u00a0Sb.',
  },
  information: {
    name: 'Žádost o\u00a0informace, 15\u00a0dnů',
    days: 15,
    unit: 'calendar',
    provision: '§\u00a014 odst.\u00a05 zákona č.\u00a0106/1999\u00a0Sb.',
  },
  complaint: {
    name: 'Stížnost, 60\u00a0dnů',
    days: 60,
    unit: 'calendar',
    provision: '§\u00a0175 odst.\u00a05 zákona č.\u00a0500/2004\u00a0Sb.',
  },
};
