import type { Request, RequestHandler } from 'express';
import type { Document } from '../authorisation/port.ts';
import { authorisationPages, type ToConfirm } from '../authorisation/pages.ts';
import { lastConfirmation } from '../authorisation/store.ts';
import { hashOfDraft } from '../cases/commands.ts';
import { accountOf } from '../core/actor.ts';
import { levelToConfirm } from '../core/authorisation/policy.ts';
import { type Standing, standingOf } from '../core/authorisation/standing.ts';
import { identityOf, meets } from '../core/form/identity.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiles } from './draft-files.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { journeyOf, summaryStop } from './journey.ts';
import { signInLinks } from './sign-in-links.ts';
import { withDraft } from './with-draft.ts';

/** Where a draft is confirmed before it is sent. */
export const authoriseStop = 'potvrdit';

/** How the confirmation of a draft stands; null where none is asked for, or nobody is signed in to give it. */
export interface DraftStanding {
  standing: Standing;
  sha256: string;
  at: Temporal.Instant | null;
  document: Document;
}

/** Reads what filing the draft now would make, and whether just that was confirmed. In: a draft in which nothing is missing. */
export async function standingOfDraft(deps: AppDeps, draft: OpenDraft, req: Request): Promise<DraftStanding | null> {
  const { id, version, definition } = draft;
  const now = deps.now();
  const needed = levelToConfirm(definition.whoMayFile);
  const accountId = accountOf(req.actor);
  if (needed === null || accountId === null) return null;
  const evaluation = evaluateDraft(draft, now);
  const sha256 = await hashOfDraft(deps, {
    draftId: id,
    draftVersion: version,
    definition,
    evaluation,
    actor: req.actor,
    now,
  });
  if (sha256 === null) return null;
  const subject = { draftId: id };
  const given = await lastConfirmation(deps.db, { subject, accountId });
  return {
    standing: standingOf(given, { sha256, accountId, needed, now }),
    sha256,
    at: given?.at ?? null,
    document: { subject, sha256, accountId, needed, page: draftPath(draft, authoriseStop) },
  };
}

/** The pages on which it is confirmed. */
export function authorisingDraft(deps: AppDeps) {
  const pages = authorisationPages(deps);
  const page = (name: keyof typeof pages): RequestHandler =>
    withDraft(deps, async (draft, req, res) => {
      const found = await toConfirm(deps, draft, req);
      if (found) await pages[name](found, req, res);
      else res.redirect(303, whereInstead(draft, req));
    });
  return { show: page('show'), signIn: page('signIn'), sendCode: page('sendCode'), takeCode: page('takeCode') };
}

/** Null when there is nothing to confirm, or not yet; then the summary says why. */
async function toConfirm(deps: AppDeps, draft: OpenDraft, req: Request): Promise<ToConfirm | null> {
  const found = (await isReady(deps, draft, req)) ? await standingOfDraft(deps, draft, req) : null;
  if (!found || found.standing === 'given') return null;
  const summary = draftPath(draft, summaryStop);
  return {
    document: found.document,
    title: draft.definition.title,
    backHref: summary,
    why: found.standing,
    until: null,
    reference: null,
    finishHref: null,
    confirmed: (_req, res) => {
      res.redirect(303, summary);
    },
  };
}

function whereInstead(draft: OpenDraft, { actor }: Request): string {
  const summary = draftPath(draft, summaryStop);
  return actor.kind === 'guest' ? signInLinks(summary).signInHref : summary;
}

async function isReady(deps: AppDeps, draft: OpenDraft, req: Request): Promise<boolean> {
  const { identity } = draft.definition.whoMayFile;
  if (!draft.isOffered || !meets(identityOf(req.actor), identity)) return false;
  const stops = journeyOf(evaluateDraft(draft, deps.now()), await draftFiles(deps, draft.id));
  return stops.every(({ isComplete }) => isComplete);
}
