import type { CaseEvent } from '../../src/core/case/events.ts';
import { beginning, chain, sealEvent } from '../../src/cases/history.ts';
import { sealSubmission } from '../../src/cases/submission.ts';
import type { Vault } from '../../src/vault/vault.ts';
import * as copy from './copy.ts';
import type { Kind } from './kinds.ts';

interface Filed {
  caseId: string;
  draftId: string;
  reference: string;
  /** Milliseconds. */
  at: number;
  applicantName: string;
  kind: Kind;
  events: CaseEvent[];
}

/** What was filed and what happened since: sealed and chained as in earnest, so that the case can be opened and worked. */
export function filingRows(
  vault: Vault,
  { caseId, draftId, reference, at, applicantName, kind, events }: Filed,
): Record<'draft' | 'submission' | 'case_event', Buffer[]> {
  const [caseKey, filedAt] = [copy.uuid(caseId), copy.instant(at)];
  const submission = sealSubmission(vault, caseId, {
    format: 1,
    reference,
    filedAt: new Date(at).toISOString(),
    agenda: { slug: kind.definition.slug, version: 1 },
    department: kind.department.name,
    applicant: { name: applicantName, email: 'zadatel@example.cz', phone: null },
    ...kind.content,
    attachments: [],
  });
  const entries = Buffer.from(vault.seal('{}', `draft/${draftId}/entries`));
  return {
    draft: [copy.row([copy.uuid(draftId), copy.uuid(kind.versionId), entries, copy.noTexts, filedAt, filedAt])],
    submission: [copy.row([caseKey, Buffer.from(submission.content), Buffer.from(submission.hash), filedAt])],
    case_event: chain(caseId, events, beginning(submission.hash)).map(chained => {
      const { number, event, previousHash, hash } = chained;
      return copy.row([
        ...[caseKey, copy.int(number), copy.text(event.type), Buffer.from(sealEvent(vault, caseId, chained))],
        ...[copy.text(event.actor.kind), null, copy.instant(Date.parse(event.at))],
        ...[Buffer.from(previousHash), Buffer.from(hash)],
      ]);
    }),
  };
}
