import type { Request, RequestHandler } from 'express';
import { type AppealFacts, appealEntries } from '../../core/case/appeal-entries.ts';
import { deliveryDay } from '../../core/case/appeal.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Entries } from '../../core/form/answers.ts';
import type { Definition } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import { applicantActions, NotTheApplicant } from '../allowed.ts';
import type { FoundCase } from '../find-case.ts';
import { withCase } from '../with-case.ts';
import { findAppellant } from './find-appellant.ts';
import { appealOffer } from './offer.ts';

/** The agenda by which decisions are appealed against. */
const appealAgenda = 'odvolani';

interface Begin {
  slug: string;
  /** The case whose decision it is about. */
  appealsCaseId: string;
  /** What is filled in beforehand. */
  entries: (definition: Definition) => Entries;
}

/** Begins a form for whoever asks, or finds the one they began before; gives its path, nothing when it is not offered. */
export type BeginAppealDraft = (req: Request, begin: Begin) => Promise<string | undefined>;

/** POST /pripady/:ref/odvolani: an appeal is a filing of its own, begun with what the portal knows already. */
export function beginAppeal(deps: Deps, beginDraft: BeginAppealDraft): RequestHandler {
  return withCase(deps, async (found, req, res) => {
    const actions = applicantActions(found, req.actor);
    if (actions.length === 0 && !found.submission.trial) throw new NotTheApplicant();
    const today = dayInPrague(deps.now());
    const offer = appealOffer(found, { actions, today });
    if (!offer) {
      res.redirect(303, `/pripady/${found.submission.reference}#odvolani`);
      return;
    }
    const facts = factsOf(found, { appellant: await findAppellant(deps, found), isLate: offer.isLate, today });
    const path = await beginDraft(req, {
      slug: appealAgenda,
      appealsCaseId: found.id,
      entries: definition => appealEntries(definition, facts, today),
    });
    res.redirect(303, path ?? `/sluzby/${appealAgenda}`);
  });
}

function factsOf(
  { submission, events, department }: FoundCase,
  { today, ...more }: Pick<AppealFacts, 'appellant' | 'isLate'> & { today: Temporal.PlainDate },
): AppealFacts {
  const decided = events.findLast(({ type }) => type === 'decided');
  return {
    reference: submission.reference,
    department: department.name,
    decidedOn: dayInPrague(Temporal.Instant.from(decided?.at ?? submission.filedAt)),
    deliveredOn: deliveryDay(events, today),
    applicant: submission.applicant,
    ...more,
  };
}
