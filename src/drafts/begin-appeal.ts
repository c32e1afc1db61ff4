import type { Request } from 'express';
import type { Entries } from '../core/form/answers.ts';
import { heldIn } from '../core/mandate/reach.ts';
import type { Definition } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath } from './draft.ts';
import { findOffer } from './offer.ts';
import { ownedDrafts, type Owner, ownerOf, rememberDraft } from './owner.ts';
import { forPrincipal, startDraft } from './start-draft.ts';

interface Begin {
  slug: string;
  /** The case whose decision it is to appeal against. */
  appealsCaseId: string;
  entries: (definition: Definition) => Entries;
}

/** A draft tied to a case, filled in as far as the case tells; one that was begun before is gone on with. */
export function beginAppealDraft(deps: AppDeps): (req: Request, begin: Begin) => Promise<string | undefined> {
  return async (req, { slug, appealsCaseId, entries }) => {
    const owner = ownerOf(req);
    const begun = await findBegun(deps, { appealsCaseId, owner });
    if (begun) return draftPath(begun);
    const offer = await findOffer(deps, slug);
    if (!offer) return undefined;
    const { versionId, definition } = offer;
    const { accountId } = owner;
    // An appeal is for whom the filing was, whoever they act for otherwise.
    const appealed = await deps.db.case.findUniqueOrThrow({ where: { id: appealsCaseId } });
    const held = heldIn(appealed, req.actor, 'file');
    const draft = await startDraft(deps, {
      versionId,
      ...(held ? forPrincipal(held, accountId) : { accountId, organisationId: appealed.organisationId ?? undefined }),
      appealsCaseId,
      entries: entries(definition),
    });
    if (accountId === null) rememberDraft(req, draft.id);
    return draftPath(draft, definition.steps[0]?.id ?? '');
  };
}

async function findBegun(
  { db, now }: AppDeps,
  { appealsCaseId, owner }: { appealsCaseId: string; owner: Owner },
): Promise<{ id: string } | null> {
  return db.draft.findFirst({
    where: {
      appealsCaseId,
      filedAt: null,
      expiresAt: { gt: new Date(now().epochMilliseconds) },
      AND: ownedDrafts(owner),
    },
    select: { id: true },
    orderBy: { updatedAt: 'desc' },
  });
}
