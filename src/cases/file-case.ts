import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { accountOf, type Actor } from '../core/actor.ts';
import { levelToConfirm } from '../core/authorisation/policy.ts';
import { standingOf } from '../core/authorisation/standing.ts';
import { dueOn, startClock } from '../core/case/clock.ts';
import { confirmableUntil } from '../core/case/confirmation.ts';
import { file } from '../core/case/lifecycle.ts';
import { placeholderValues } from '../core/case/placeholder-values.ts';
import { formatReference } from '../core/case/reference.ts';
import { streetOf } from '../core/case/street-of.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import { fillPlaceholders } from '../core/form/placeholders.ts';
import { subjectOf } from '../core/form/subject-of.ts';
import type { Deps } from '../deps.ts';
import { filed, onTrial } from '../notifications/letters.ts';
import { mailQueue } from '../notifications/queue.ts';
import { sealMessage } from '../notifications/message.ts';
import { type Filing, type OpenDraft, readOpenDraft, writeFiling } from './filing-store.ts';
import { beginning, chain, sealEvent } from './history.ts';
import { caseLink, confirmLink } from './links.ts';
import { appealQueue } from './appeal/record-appeal.ts';
import { insertJobs } from './insert-jobs.ts';
import { newAct, newSubmission } from './new-submission.ts';
import { routed } from './routing-store.ts';
import { searchTokens } from './search-tokens.ts';
import { actHash, sealSubmission } from './submission.ts';
import { sealSummary } from './summary.ts';
import { routedQueue } from './tell-routed.ts';
import { trackingCode } from './tracking.ts';

type FilingDeps = Pick<Deps, 'config' | 'db' | 'pool' | 'boss' | 'vault'>;

export interface FileCase {
  draftId: string;
  /** The version the person saw on the summary. */
  draftVersion: number;
  actor: Actor;
  definition: Definition;
  /** Complete; what was answered on that version of the draft. */
  evaluation: Evaluation;
  now: Temporal.Instant;
}

export type FileCaseResult =
  | { ok: true; caseId: string; reference: string; alreadyFiled: boolean }
  | { ok: false; reason: 'changed' | 'missing' | 'notMember' | 'notAuthorised' };

/**
 * Files a draft, once: a second call gives the case that the first one made. Everything is prepared in memory and then
 * written by one statement (`writeFiling`), so that filing costs two round trips and is never half done.
 */
export async function fileCase(deps: FilingDeps, command: FileCase): Promise<FileCaseResult> {
  const { draftId, draftVersion, definition } = command;
  const today = dayInPrague(command.now);
  const draft = await readOpenDraft(deps.pool, {
    ...{ draftId, draftVersion, department: definition.department, today },
    isNumbered: true,
  });
  if (!draft) return whyNot(deps, draftId);
  if (draft.organisation?.mayFile === false) return { ok: false, reason: 'notMember' };
  const proof = proofFor(deps, command, draft);
  if (proof === 'missing') return { ok: false, reason: 'notAuthorised' };
  const filing = await prepare(deps, command, draft, proof);
  if (!(await writeFiling(deps.pool, filing))) return whyNot(deps, draftId);
  return { ok: true, caseId: filing.case.id, reference: filing.case.reference, alreadyFiled: false };
}

async function whyNot({ db }: FilingDeps, draftId: string): Promise<FileCaseResult> {
  const filedBefore = await db.case.findUnique({ where: { draftId }, select: { id: true, reference: true } });
  if (filedBefore) {
    return { ok: true, caseId: filedBefore.id, reference: filedBefore.reference, alreadyFiled: true };
  }
  const draft = await db.draft.findUnique({ where: { id: draftId }, select: { id: true } });
  return { ok: false, reason: draft ? 'changed' : 'missing' };
}

/** What the filing is proved by, if it is: `none` needs none, `later` may be confirmed within five days, `missing` may not. */
type Proof = { id: string } | 'none' | 'later' | 'missing';

function proofFor({ vault }: FilingDeps, { actor, definition, evaluation, now }: FileCase, draft: OpenDraft): Proof {
  const needed = levelToConfirm(definition.whoMayFile);
  if (needed === null) return 'none';
  const { authorisation } = draft;
  const confirmation = authorisation && { ...authorisation, at: Temporal.Instant.from(authorisation.at) };
  const sha256 = actHash(newAct(vault, { definition, evaluation, draft }));
  const standing = standingOf(confirmation, { sha256, accountId: accountOf(actor), needed, now });
  if (confirmation && standing === 'given') return { id: confirmation.id };
  return definition.whoMayFile.confirmation === 'withinFiveDays' ? 'later' : 'missing';
}

async function prepare(deps: FilingDeps, command: FileCase, draft: OpenDraft, proof: Proof): Promise<Filing> {
  const { vault, boss, config } = deps;
  const { actor, definition, evaluation } = command;
  // Stored to milliseconds; what is hashed and what is read back has to be the same.
  const at = command.now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' });
  const caseId = randomUUIDv7();
  const mailId = randomUUID();
  const { isTrial } = draft;
  const reference = formatReference({ year: dayInPrague(at).year, number: Number(draft.caseNumber), isTrial });
  const clock = startClock(definition.clock, dayInPrague(at));
  const due = dueOn(clock);
  const confirmUntil = proof === 'later' ? confirmableUntil(dayInPrague(at)) : null;
  // Begun before signing in and filed after: it belongs to whoever filed it.
  const applicantId = draft.accountId ?? accountOf(actor);
  const { department } = draft;
  const content = newSubmission(vault, { definition, evaluation, draft, reference, at });
  // What is not confirmed yet is given to nobody.
  const officers = routed(confirmUntil ? null : draft.routing, {
    today: dayInPrague(at),
    applicant: content.applicant.name,
    applicantId,
    biased: [],
    street: field => streetOf(evaluation.answers[field]),
  });
  const [only = null] = officers.length === 1 ? officers : [];
  const begun = file({
    department,
    officer: only === null ? null : { id: only },
    applicantId,
    organisationId: draft.organisation?.id ?? null,
    agenda: definition,
    clock,
    confirmUntil,
    actor,
    now: at,
  });
  const submission = sealSubmission(vault, caseId, content);
  const [first] = chain(caseId, begun.events, beginning(submission.hash));
  if (!first) throw new Error('filing makes an event');
  // A trial reaches nobody but whoever tries it, whatever address was typed in.
  const to = isTrial ? (draft.accountEmail ?? '') : content.applicant.email;
  const placeholders = placeholderValues({
    reference,
    agenda: definition.title,
    applicant: content.applicant.name,
    department: draft.department.name,
    filedAt: at,
    dueOn: due,
  });
  const letter = filed({
    reference,
    agenda: definition.title,
    link: caseLink(config, { reference, hasAccount: applicantId !== null }),
    trackingCode: trackingCode(vault, caseId),
    department: draft.department.name,
    dueOn: due,
    confirmUntil,
    confirmLink: confirmLink(config, { reference, hasAccount: applicantId !== null }),
    added: definition.mails.filed && fillPlaceholders(definition.mails.filed, placeholders),
  });
  const message = { to, ...(isTrial ? onTrial(letter) : letter) };
  const summary = {
    applicantName: content.applicant.name,
    subject: subjectOf(definition, evaluation.answers),
  };

  return {
    draftId: command.draftId,
    draftVersion: command.draftVersion,
    at,
    actor,
    case: {
      ...begun.case,
      id: caseId,
      reference,
      agendaId: draft.agendaId,
      agendaVersionId: draft.agendaVersionId,
      isTrial,
      summary: sealSummary(vault, caseId, summary),
    },
    inTurns: officers,
    submission,
    searchTokens: isTrial ? null : searchTokens(vault, { ...begun.case, reference, filedAt: at, summary, content }),
    event: {
      number: first.number,
      type: first.event.type,
      data: sealEvent(vault, caseId, first),
      previousHash: first.previousHash,
      hash: first.hash,
    },
    authorisationId: typeof proof === 'object' ? proof.id : null,
    attachmentIds: content.attachments.map(({ id }) => id),
    mail:
      to === ''
        ? null
        : {
            id: mailId,
            kind: 'filed',
            message: sealMessage(vault, mailId, message),
            jobs: await insertJobs(boss, mailQueue),
          },
    appealJobs: draft.appealsCaseId === null || isTrial || confirmUntil ? null : await insertJobs(boss, appealQueue),
    routedJobs: officers.length === 0 || isTrial ? null : await insertJobs(boss, routedQueue),
    audit: { reference, agenda: definition.slug, version: draft.agendaVersion },
  };
}
