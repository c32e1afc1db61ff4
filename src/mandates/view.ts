import { dayInPrague } from '../core/czech/format.ts';
import { isEndable, type Standing, standingOf } from '../core/mandate/standing.ts';
import { daysWords, scopeWords } from '../core/mandate/terms-words.ts';
import { dayOf } from '../database/days.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { openReason } from './content.ts';
import { agentNameOf, principalName } from './names.ts';
import type { MandateRow } from './read.ts';

/** A mandate as its two sides and the office read it. */
export interface MandateView {
  id: string;
  href: string;
  principal: string;
  agent: string;
  scope: string;
  agendas: string[];
  reference: string | null;
  days: string;
  standing: Standing;
  isEndable: boolean;
  isPower: boolean;
  /** Why the office did not accept it. */
  reason: string | null;
  hasFile: boolean;
}

export function mandateView(
  { vault, now }: { vault: Vault; now: Deps['now'] },
  row: MandateRow,
  titles: ReadonlyMap<string, string>,
): MandateView {
  const { id, scope, state, expiresAt } = row;
  const agendas = row.agendaIds.flatMap(agendaId => titles.get(agendaId) ?? []);
  const from = dayOf(row.fromOn).toString();
  const until = row.untilOn && dayOf(row.untilOn).toString();
  const reference = row.case?.reference ?? null;
  const kept = { state, from, until, expiresAt: expiresAt && expiresAt.toTemporalInstant() };
  const standing = standingOf(kept, { now: now(), today: dayInPrague(now()) });
  return {
    ...{ id, href: `/ucet/zmocneni/${id}`, agendas, reference, standing },
    principal: principalName(vault, row),
    agent: agentNameOf(vault, row),
    scope: scopeWords({ scope, agendas, reference }),
    days: daysWords({ from, until }),
    isEndable: isEndable(standing),
    isPower: row.origin === 'power',
    reason: openReason(vault, id, row.reason),
    hasFile: row.attachments.length > 0,
  };
}
