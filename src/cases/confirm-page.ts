import type { Request, RequestHandler } from 'express';
import { authorisationPages, type ToConfirm } from '../authorisation/pages.ts';
import { lastConfirmation } from '../authorisation/store.ts';
import { accountOf } from '../core/actor.ts';
import { standingOf } from '../core/authorisation/standing.ts';
import { refusal } from '../core/case/refusals.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import { applicantActions, NotTheApplicant } from './allowed.ts';
import { confirmCase, neededToConfirm } from './confirm-case.ts';
import type { FoundCase } from './find-case.ts';
import { confirmPath } from './links.ts';
import { actHash } from './submission.ts';
import { withCase } from './with-case.ts';

const done = 'Podání je potvrzené. Platí a\u00a0úřad se do\u00a0něj pustí.';

/** /pripady/:ref/potvrdit: the applicant confirms a filing that waits for it (§ 37 (4) of the Code of Administrative Procedure). */
export function confirming(deps: Deps) {
  const pages = authorisationPages(deps);

  const finish: RequestHandler = withCase(deps, async (found, req, res) => {
    const command = { caseId: found.id, expectedVersion: null, actor: req.actor, now: deps.now() };
    const result = await confirmCase(deps, command);
    if (result.ok) req.session.notice = done;
    else if ('refusal' in result && result.refusal.code === 'notAllowed') throw new NotTheApplicant();
    else if ('refusal' in result) req.session.notice = result.refusal.message;
    const isAskedAgain = 'refusal' in result && result.refusal.code === 'notAuthorised';
    res.redirect(303, isAskedAgain ? confirmPath(found.submission.reference) : casePath(found));
  });

  const page = (name: keyof typeof pages): RequestHandler =>
    withCase(deps, async (found, req, res) => {
      const { confirmUntil, state } = found.snapshot;
      if (state !== 'unconfirmed' || confirmUntil === null) {
        if (state === 'lapsed') req.session.notice = refusal('confirmedTooLate').message;
        res.redirect(303, casePath(found));
        return;
      }
      if (!applicantActions(found, req.actor).includes('confirm')) {
        if (found.submission.trial) res.redirect(303, casePath(found));
        else throw new NotTheApplicant();
        return;
      }
      if (Temporal.PlainDate.compare(dayInPrague(deps.now()), confirmUntil) > 0) {
        req.session.notice = refusal('confirmedTooLate').message;
        res.redirect(303, casePath(found));
        return;
      }
      await pages[name](await toConfirm(deps, { found, req, finish }), req, res);
    });

  return { show: page('show'), signIn: page('signIn'), sendCode: page('sendCode'), takeCode: page('takeCode'), finish };
}

interface Asked {
  found: FoundCase;
  req: Request;
  finish: RequestHandler;
}

async function toConfirm(deps: Deps, { found, req, finish }: Asked): Promise<ToConfirm> {
  const { submission, snapshot } = found;
  const subject = { caseId: found.id };
  const sha256 = actHash(submission);
  const own = accountOf(req.actor);
  const given = own === null ? null : await lastConfirmation(deps.db, { subject, accountId: own });
  const standing = standingOf(given, { sha256, accountId: own, needed: neededToConfirm, now: deps.now() });
  const page = confirmPath(submission.reference);
  return {
    document: { subject, sha256, accountId: own, needed: neededToConfirm, page },
    title: submission.title,
    reference: submission.reference,
    backHref: casePath(found),
    why: standing === 'old' ? 'old' : 'later',
    until: snapshot.confirmUntil,
    finishHref: standing === 'given' ? `${page}/dokonceni` : null,
    confirmed: async (request, response) => {
      await finish(request, response, () => undefined);
    },
  };
}

function casePath({ submission }: FoundCase): string {
  return `/pripady/${submission.reference}`;
}
