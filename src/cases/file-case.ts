import { randomUUIDv7 } from 'node:crypto';
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
import type { HeldMandate } from '../core/mandate/mandate.ts';
import type { Deps } from '../deps.ts';
import { filedInName } from '../notifications/mandate-letters.ts';
import { filed, onTrial } from '../notifications/letters.ts';
import { type Filing, type OpenDraft, readOpenDraft, writeFiling } from './filing-store.ts';
import { beginning, chain, sealEvent } from './history.ts';
import { caseLink, confirmLink, isSignedInto } from './links.ts';
import { appealQueue } from './appeal/record-appeal.ts';
import { insertJobs } from './insert-jobs.ts';
import { agentFor, filerOf, principalEmails } from './filed-under.ts';
import { mailOf } from './filing-mail.ts';
import { newAct, newSubmission } from './new-submission.ts';
import { routed } from './routing-store.ts';
import { isToldCode } from './scope.ts';
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
  | { ok: false; reason: 'changed' | 'missing' | 'notMember' | 'mandateOver' | 'notAuthorised' };

/**
 * Files a draft, once: a second call gives the case that the first one made. Everything is prepared in memory and then
 * written by one statement (`writeFiling`), so that filing costs two round trips and is never half done.
 */
export async function fileCase(deps: FilingDeps, command: FileCase): Promise<FileCaseResult> {
  const { draftId, draftVersion, definition } = command;
  const today = dayInPrague(command.now);
  const { actor } = command;
  const draft = await readOpenDraft(deps.pool, {
    ...{ draftId, draftVersion, accountId: accountOf(actor), department: definition.department, today },
    isNumbered: true,
  });
  if (!draft) return whyNot(deps, command);
  const held = filerOf(draft, actor);
  if (held === 'stranger') return { ok: false, reason: 'mandateOver' };
  if (held === null && draft.organisation?.mayFile === false) return { ok: false, reason: 'notMember' };
  const filed = { draft, held, agent: agentFor(held, actor) };
  const proof = proofFor(deps, command, filed);
  if (proof === 'missing') return { ok: false, reason: 'notAuthorised' };
  const filing = await prepare(deps, command, { ...filed, proof });
  if (!(await writeFiling(deps.pool, filing))) return whyNot(deps, command, filing);
  return { ok: true, caseId: filing.case.id, reference: filing.case.reference, alreadyFiled: false };
}

async function whyNot(
  { db }: FilingDeps,
  { draftId, draftVersion }: FileCase,
  refused?: Filing,
): Promise<FileCaseResult> {
  const filedBefore = await db.case.findUnique({ where: { draftId }, select: { id: true, reference: true } });
  if (filedBefore) {
    return { ok: true, caseId: filedBefore.id, reference: filedBefore.reference, alreadyFiled: true };
  }
  const draft = await db.draft.findUnique({ where: { id: draftId }, select: { version: true } });
  if (!draft) return { ok: false, reason: 'missing' };
  // It is as it was shown, so it was the mandate that did not let it be filed.
  return { ok: false, reason: refused?.under && draft.version === draftVersion ? 'mandateOver' : 'changed' };
}

/** What the filing is proved by, if it is: `none` needs none, `later` may be confirmed within five days, `missing` may not. */
type Proof = { id: string } | 'none' | 'later' | 'missing';

interface Filed {
  draft: OpenDraft;
  held: HeldMandate | null;
  agent: ReturnType<typeof agentFor>;
}

function proofFor(
  { vault }: FilingDeps,
  { actor, definition, evaluation, now }: FileCase,
  { draft, agent }: Filed,
): Proof {
  const needed = levelToConfirm(definition.whoMayFile);
  if (needed === null) return 'none';
  const { authorisation } = draft;
  const confirmation = authorisation && { ...authorisation, at: Temporal.Instant.from(authorisation.at) };
  const sha256 = actHash(newAct(vault, { definition, evaluation, draft, agent }));
  const standing = standingOf(confirmation, { sha256, accountId: accountOf(actor), needed, now });
  if (confirmation && standing === 'given') return { id: confirmation.id };
  return definition.whoMayFile.confirmation === 'withinFiveDays' ? 'later' : 'missing';
}

async function prepare(
  deps: FilingDeps,
  command: FileCase,
  { draft, held, agent, proof }: Filed & { proof: Proof },
): Promise<Filing> {
  const { vault, boss, config } = deps;
  const { actor, definition, evaluation } = command;
  // Stored to milliseconds; what is hashed and what is read back has to be the same.
  const at = command.now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' });
  const caseId = randomUUIDv7();
  const { isTrial } = draft;
  const reference = formatReference({ year: dayInPrague(at).year, number: Number(draft.caseNumber), isTrial });
  const clock = startClock(definition.clock, dayInPrague(at));
  const due = dueOn(clock);
  const confirmUntil = proof === 'later' ? confirmableUntil(dayInPrague(at)) : null;
  // Begun before signing in and filed after: it belongs to whoever filed it. What an agent files is the principal's.
  const applicantId = held ? draft.accountId : (draft.accountId ?? accountOf(actor));
  const mandateId = draft.mandate?.id ?? null;
  const { department } = draft;
  const content = newSubmission(vault, { definition, evaluation, draft, reference, at, agent });
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
    mandateId,
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
  const whose = { applicantId, organisationId: draft.organisation?.id ?? null, mandateId };
  const isTold = isToldCode({ ...whose, isByAgent: held !== null }, { mandates: [] });
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
    link: caseLink(config, { reference, hasAccount: isSignedInto(whose) }),
    trackingCode: isTold ? trackingCode(vault, caseId) : null,
    agent,
    department: draft.department.name,
    dueOn: due,
    confirmUntil,
    confirmLink: confirmLink(config, { reference, hasAccount: isSignedInto(whose) }),
    added: definition.mails.filed && fillPlaceholders(definition.mails.filed, placeholders),
  });
  const mails =
    to === '' ? [] : [await mailOf(deps, { kind: 'filed', to, letter: isTrial ? onTrial(letter) : letter })];
  const inName =
    agent && filedInName({ reference, agenda: definition.title, agent: agent.name, portal: config.publicUrl });
  for (const email of inName ? principalEmails(vault, draft) : []) {
    if (inName) mails.push(await mailOf(deps, { kind: 'filedInName', to: email, letter: inName }));
  }
  const summary = {
    applicantName: content.applicant.name,
    subject: subjectOf(definition, evaluation.answers),
  };

  return {
    draftId: command.draftId,
    draftVersion: command.draftVersion,
    at,
    actor,
    under: held && { mandateId: held.mandateId, agendaId: draft.agendaId, today: dayInPrague(at) },
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
    mails,
    appealJobs: draft.appealsCaseId === null || isTrial || confirmUntil ? null : await insertJobs(boss, appealQueue),
    routedJobs: officers.length === 0 || isTrial ? null : await insertJobs(boss, routedQueue),
    audit: { reference, agenda: definition.slug, version: draft.agendaVersion },
  };
}
