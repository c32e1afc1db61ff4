import { formatDate } from '../czech/format.ts';
import { type Refusal, refusal } from './refusals.ts';

/** An officer who is to get a case, as far as it matters for that. */
export interface Chosen {
  name: string;
  /** Has not left, and works cases. */
  worksCases: boolean;
  /** Ids of the agendas they may handle; empty: all. */
  agendaIds: string[];
  /** Null when they are there today. */
  away: { until: Temporal.PlainDate; standIn: string | null } | null;
}

/** Why somebody cannot be given a case of an agenda today; null when they can. */
export function whyNotAssignable(officer: Chosen, agendaId: string): Refusal | null {
  if (!officer.worksCases) return refusal('officerLeft');
  if (!mayHandle(officer, agendaId)) return refusal('officerLacksAgenda');
  return officer.away && { code: 'officerAbsent', message: absent(officer.name, officer.away) };
}

export function mayHandle({ agendaIds }: Pick<Chosen, 'agendaIds'>, agendaId: string): boolean {
  return agendaIds.length === 0 || agendaIds.includes(agendaId);
}

function absent(name: string, { until, standIn }: NonNullable<Chosen['away']>): string {
  const isAway = `${name} tu do\u00a0${formatDate(until)} není`;
  return standIn === null
    ? `${isAway} a\u00a0zástup chybí. Vyberte někoho jiného.`
    : `${isAway}, zastupuje ${standIn}. Vyberte zástup, nebo někoho jiného.`;
}
