import type { HeldMandate } from '../core/mandate/mandate.ts';
import { openPrincipal } from '../vault/mandate-principal.ts';
import type { Vault } from '../vault/vault.ts';

/** A mandate as the session's query reads it: who is not in the portal has their name sealed. */
export interface MandateRow extends Omit<HeldMandate, 'principal'> {
  principal: Omit<HeldMandate['principal'], 'name'> & { name: string | null; sealed: string | null };
}

/**
 * Mandates of the account `a` that nobody has ended: those it accepted itself, and those of organisations it is a member of.
 * Most people have none, which is found out by a look into two indexes. On which days they hold, the core decides.
 */
export const mandatesSql = `(
  SELECT json_agg(json_build_object(
      'mandateId', m.id, 'scope', m.scope, 'agendaIds', m.agenda_ids, 'caseId', m.case_id, 'from', m.from_on, 'until', m.until_on,
      'principal', json_build_object('name', coalesce(pf.name, pa.name), 'accountId', m.principal_id,
        'organisationId', m.principal_organisation_id,
        'sealed', CASE WHEN pf.id IS NULL AND pa.id IS NULL THEN encode(m.principal, 'base64') END),
      'agent', CASE WHEN h.role IS NOT NULL THEN
        json_build_object('organisationId', af.id, 'name', af.name, 'role', h.role) END) ORDER BY m.id)
  FROM (
    SELECT m.id, NULL::member_role AS role FROM mandate m WHERE m.agent_id = a.id AND m.state = 'active'
    UNION ALL
    SELECT m.id, k.role FROM membership k JOIN mandate m ON m.agent_organisation_id = k.organisation_id
    WHERE k.account_id = a.id AND k.state = 'active' AND m.state = 'active') h
  JOIN mandate m ON m.id = h.id
  LEFT JOIN account pa ON pa.id = m.principal_id
  LEFT JOIN organisation pf ON pf.id = m.principal_organisation_id
  LEFT JOIN organisation af ON af.id = m.agent_organisation_id)`;

export function heldMandate(vault: Vault, { principal, ...terms }: MandateRow): HeldMandate {
  const { sealed, name, accountId, organisationId } = principal;
  const named = sealed === null ? name : openPrincipal(vault, terms.mandateId, Buffer.from(sealed, 'base64')).name;
  return { ...terms, principal: { name: named ?? '', accountId, organisationId } };
}
