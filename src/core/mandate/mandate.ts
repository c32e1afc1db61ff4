import type { MemberRole } from '../organisation/roles.ts';

/** For what somebody may be empowered: everything they may file, chosen agendas, or one case (§ 33(2) of act 500/2004). */
export const mandateScopes = ['all', 'agendas', 'case'] as const;
export type MandateScope = (typeof mandateScopes)[number];

/** What a mandate is for, and when. */
export interface MandateTerms {
  scope: MandateScope;
  /** Of chosen agendas; of others empty. */
  agendaIds: readonly string[];
  /** Of a mandate for one case. */
  caseId: string | null;
  /** First and last day, YYYY-MM-DD; without the last it lasts until somebody ends it. */
  from: string;
  until: string | null;
}

/** A mandate in the hands of whoever acts by it. */
export interface HeldMandate extends MandateTerms {
  mandateId: string;
  principal: { name: string; accountId: string | null; organisationId: string | null };
  /** The organisation that is the agent, and what its member is to it; null of whoever is the agent themselves. */
  agent: { organisationId: string; name: string; role: MemberRole } | null;
}

/** Whether it holds on that day; that nobody has ended it, whoever gives it here has found out. */
export function isValidOn({ from, until }: Pick<MandateTerms, 'from' | 'until'>, day: Temporal.PlainDate): boolean {
  const isBegun = Temporal.PlainDate.compare(from, day) <= 0;
  return isBegun && (until === null || Temporal.PlainDate.compare(day, until) <= 0);
}

/** What is to be filed: by its agenda, and the mandate under which an agent acts in the case it appeals in. */
interface ToFile {
  agendaId: string;
  appealedUnder?: string | null;
}

/**
 * Whether something may be filed by it. An appeal is a part of the case it is about (§ 33(2)(b): for the whole proceeding),
 * so whoever may act in that case may file it.
 */
export function covers(held: HeldMandate, { agendaId, appealedUnder = null }: ToFile): boolean {
  if (appealedUnder === held.mandateId) return true;
  return held.scope === 'all' || (held.scope === 'agendas' && held.agendaIds.includes(agendaId));
}
