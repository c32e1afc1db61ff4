import { accountOf, type Actor } from '../core/actor.ts';
import { agentName } from '../core/mandate/agent-name.ts';
import type { HeldMandate } from '../core/mandate/mandate.ts';
import { heldIn } from '../core/mandate/reach.ts';
import { organisationsOf } from '../core/organisation/reach.ts';
import { openPrincipal } from '../vault/mandate-principal.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenDraft } from './filing-store.ts';
import type { SubmissionContent } from './submission.ts';

/**
 * By which mandate somebody files a draft; null of whoever files what is theirs or their organisation's, also when an agent
 * began it. A stranger is whoever began it as an agent and is one no more.
 */
export function filerOf(
  { mandate, accountId, organisation }: OpenDraft,
  actor: Actor,
): HeldMandate | 'stranger' | null {
  if (mandate === null || (accountId !== null && accountId === accountOf(actor))) return null;
  if (organisation && organisationsOf(actor, 'file').includes(organisation.id)) return null;
  return heldIn({ mandateId: mandate.id }, actor, 'file') ?? 'stranger';
}

/** Who files as an agent, and for whom, as the filing keeps it. */
export function agentFor(held: HeldMandate | null, actor: Actor): SubmissionContent['agent'] {
  if (held === null || actor.kind !== 'citizen') return undefined;
  return { name: agentName(actor.name, held), principal: held.principal.name };
}

/** Where a principal is told that something was filed in their name. */
export function principalEmails(vault: Vault, { mandate }: OpenDraft): string[] {
  if (mandate === null) return [];
  if (mandate.sealed === null) return mandate.emails;
  const { email } = openPrincipal(vault, mandate.id, Buffer.from(mandate.sealed, 'base64'));
  return email === null ? [] : [email];
}
