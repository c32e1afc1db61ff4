import { randomUUID } from 'node:crypto';
import type { Entries } from '../core/form/answers.ts';
import { type Known, type KnownFrom, prefill } from '../core/form/prefill.ts';
import { knownOf } from '../core/form/profile.ts';
import type { HeldMandate } from '../core/mandate/mandate.ts';
import type { AppDeps } from '../deps.ts';
import { sealEntries } from '../vault/draft-entries.ts';
import { findKnown } from '../vault/known-person.ts';
import { expiryFrom } from './draft.ts';

interface Start {
  versionId: string;
  accountId: string | null;
  /** An administrator tries the agenda out; the office never gets it. */
  isTrial?: boolean;
  /** What is filled in besides what the account knows. */
  entries?: Entries;
  /** On whose behalf it is filled in. */
  organisationId?: string | undefined;
  /** The case whose decision it is to appeal against. */
  appealsCaseId?: string;
  /** By which an agent begins it for the principal, whose it is; and who the agent is. */
  mandate?: HeldMandate;
  actedById?: string | null;
}

/** Whose a draft is that an agent begins. */
export function forPrincipal(
  mandate: HeldMandate,
  actedById: string | null,
): Pick<Start, 'accountId' | 'organisationId' | 'mandate' | 'actedById'> {
  const { accountId, organisationId } = mandate.principal;
  return { accountId, organisationId: organisationId ?? undefined, mandate, actedById };
}

/**
 * A new draft; what the account knows of the person is already filled in (§ 4 of act 12/2020). An agent is told nothing of
 * what the principal keeps there: only the name, which they know, is.
 */
export async function startDraft(
  deps: AppDeps,
  { versionId, accountId, isTrial = false, entries: given = {}, mandate, ...start }: Start,
): Promise<{ id: string }> {
  const { db, vault, now, definitions } = deps;
  const id = randomUUID();
  const { known, from: knownFrom } = await knownFor(deps, { accountId, mandate, organisationId: start.organisationId });
  const { entries, ids, from } = prefill(await definitions.of(versionId), known, given, knownFrom);
  const at = new Date(now().epochMilliseconds);
  await db.draft.create({
    data: {
      id,
      agendaVersionId: versionId,
      accountId,
      trial: isTrial,
      appealsCaseId: start.appealsCaseId ?? null,
      organisationId: start.organisationId ?? null,
      mandateId: mandate?.mandateId ?? null,
      actedById: start.actedById ?? null,
      entries: sealEntries(vault, id, entries),
      prefilled: ids,
      prefilledFrom: from,
      visited: [],
      createdAt: at,
      updatedAt: at,
      expiresAt: expiryFrom(now()),
    },
  });
  return { id };
}

/** Of an agent nothing is filled in: it is about the principal, of whom the name is known. */
async function knownFor(
  deps: AppDeps,
  {
    mandate,
    accountId,
    organisationId,
  }: Pick<Start, 'accountId' | 'organisationId'> & {
    mandate: HeldMandate | undefined;
  },
): Promise<{ known: Known; from?: KnownFrom }> {
  if (mandate) return { known: knownOfPrincipal(mandate) };
  return accountId === null ? { known: {} } : findKnown(deps, { accountId, organisationId });
}

function knownOfPrincipal({ principal: { name, organisationId } }: HeldMandate): Known {
  return organisationId === null ? knownOf({ name, email: null, phone: null }, {}) : {};
}
