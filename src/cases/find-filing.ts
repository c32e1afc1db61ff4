import type { Proof } from '../authorisation/proof.ts';
import { proofOfCase } from '../authorisation/store.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Deps } from '../deps.ts';
import { isSignedInto } from './links.ts';
import { isToldCode, type Reader, readableBy } from './scope.ts';
import { submissionText, type SubmissionContent } from './submission.ts';

/** What was filed, as the receipt shows it. */
export interface FoundFiling {
  caseId: string;
  submission: SubmissionContent;
  /** The very text that was hashed, and its SHA-256 in hexadecimal. */
  text: string;
  hash: string;
  dueOn: Temporal.PlainDate;
  hasAccount: boolean;
  /** Whether the reader is told the code that opens it. */
  isToldCode: boolean;
  /** Nobody has taken it over yet. */
  isWaiting: boolean;
  /** By when it has yet to be confirmed; null of what counts, or lapsed. */
  confirmUntil: Temporal.PlainDate | null;
  /** How it was confirmed; null where it was not, or elsewhere. */
  proof: Proof | null;
}

interface Row {
  id: string;
  content: Uint8Array;
  hash: string;
  dueOn: string;
  applicantId: string | null;
  organisationId: string | null;
  mandateId: string | null;
  isByAgent: boolean;
  isWaiting: boolean;
  confirmUntil: string | null;
}

export async function findFiling(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { reference: typed, reader }: { reference: string; reader: Reader },
): Promise<FoundFiling | undefined> {
  const reference = parseReference(typed);
  if (reference === null) return undefined;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, s.content, encode(s.content_hash, 'hex') AS hash, c.due_on::text AS "dueOn",
      c.applicant_id AS "applicantId", c.organisation_id AS "organisationId", c.mandate_id AS "mandateId",
      c.acted_by_id IS NOT NULL AS "isByAgent", c.state = 'filed' AS "isWaiting",
      CASE WHEN c.state = 'unconfirmed' THEN c.confirm_until::text END AS "confirmUntil"
    FROM "case" c JOIN submission s ON s.case_id = c.id
    WHERE c.reference = ${reference} AND ${readableBy(reader)}`;
  const row = rows[0];
  if (!row) return undefined;
  const text = submissionText(vault, row.id, row.content);
  return {
    caseId: row.id,
    submission: JSON.parse(text) as SubmissionContent,
    text,
    hash: row.hash,
    dueOn: Temporal.PlainDate.from(row.dueOn),
    hasAccount: isSignedInto(row),
    isToldCode: isToldCode(row, reader),
    isWaiting: row.isWaiting,
    confirmUntil: row.confirmUntil === null ? null : Temporal.PlainDate.from(row.confirmUntil),
    proof: await proofOfCase({ db, vault }, row.id),
  };
}
