import { formatDate } from '../czech/format.ts';
import type { MandateTerms } from './mandate.ts';

interface Named extends Pick<MandateTerms, 'scope' | 'from' | 'until'> {
  /** Titles of the agendas, and the reference of the case, where it is for them. */
  agendas: readonly string[];
  reference: string | null;
}

/** For what a mandate is, as pages and mails say it. */
export function scopeWords({ scope, agendas, reference }: Omit<Named, 'from' | 'until'>): string {
  switch (scope) {
    case 'all':
      return 'pro všechny služby úřadu';
    case 'agendas':
      return `pro služby: ${agendas.join(', ')}`;
    case 'case':
      return `pro jedno podání: ${reference ?? ''}`;
  }
}

/** From when to when. */
export function daysWords({ from, until }: Pick<Named, 'from' | 'until'>): string {
  const first = formatDate(Temporal.PlainDate.from(from));
  return until === null
    ? `od\u00a0${first} do odvolání`
    : `od\u00a0${first} do\u00a0${formatDate(Temporal.PlainDate.from(until))}`;
}

/** Both, for a mail. */
export function termsWords(named: Named): string {
  return `${scopeWords(named)}, ${daysWords(named)}`;
}
