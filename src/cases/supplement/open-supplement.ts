import { attachmentName } from '../../attachments/name.ts';
import { changedAnswers, type Correction, correct, correctedEntries } from '../../core/case/correct.ts';
import { lastRequest, type SupplementRequest } from '../../core/case/supplement-request.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Entries } from '../../core/form/answers.ts';
import { prepared } from '../../database/prepared.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { openEntries } from '../../vault/draft-entries.ts';
import type { FoundCase } from '../find-case.ts';
import { openTyped } from './typed.ts';

/** A filing that its applicant was asked to mend, as far as they have got with it. */
export interface OpenSupplement {
  found: FoundCase;
  request: SupplementRequest;
  /** The filing as it was typed, with earlier corrections. */
  entries: Entries;
  typed: Entries;
  /** Of what was typed and uploaded; grows with every change. */
  version: number;
  /** Uploaded and not sent yet, in the order in which they were added. */
  files: SupplementFile[];
  correction: Correction;
}

export interface SupplementFile {
  id: string;
  slot: string;
  name: string;
  format: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

interface Row {
  draftId: string;
  entries: Uint8Array;
  typed: Uint8Array | null;
  version: number | null;
  files: SupplementFile[] | null;
}

/** Null when nothing is asked. */
export async function openSupplement(
  deps: Pick<Deps, 'pool' | 'vault' | 'now'>,
  found: FoundCase,
): Promise<OpenSupplement | null> {
  const request = found.snapshot.state === 'awaitingApplicant' ? lastRequest(found.events) : null;
  if (!request) return null;
  const sql = Prisma.sql`
    SELECT d.id AS "draftId", d.entries, k.entries AS typed, k.version,
      (SELECT jsonb_agg(jsonb_build_object(
          'id', a.id, 'slot', a.slot, 'format', a.format, 'size', a.size,
          'name', encode(a.name, 'base64'), 'sha256', encode(a.sha256, 'hex')) ORDER BY a.created_at, a.id)
        FROM attachment a WHERE a.correction_draft_id = c.id) AS files
    FROM "case" c JOIN draft d ON d.id = c.draft_id LEFT JOIN correction_draft k ON k.case_id = c.id
    WHERE c.id = ${found.id}::uuid`;
  const [row] = await prepared<Row>(deps.pool, sql);
  if (!row) throw new Error('the case has been read just now');
  const open = {
    found,
    request,
    entries: entriesAsCorrected(found, openEntries(deps.vault, row.draftId, row.entries)),
    typed: openTyped(deps.vault, found.id, row.typed),
    version: row.version ?? 0,
    files: (row.files ?? []).map(file => ({
      ...file,
      name: attachmentName(deps.vault, { id: file.id, name: Buffer.from(file.name, 'base64') }),
    })),
  };
  return { ...open, correction: correctionOf(open, deps.now()) };
}

/** The filing with what was typed, as the engine reads it. */
export function correctionOf(
  { found, request, entries, typed }: Omit<OpenSupplement, 'correction'>,
  now: Temporal.Instant,
): Correction {
  return correct({
    definition: found.agenda,
    entries,
    typed,
    asked: request.items.map(({ id }) => id),
    filedOn: dayInPrague(Temporal.Instant.from(found.submission.filedAt)),
    today: dayInPrague(now),
  });
}

/** Nothing would be sent. */
export function isUnchanged({ found, correction, files }: OpenSupplement): boolean {
  return files.length === 0 && changedAnswers(found.agenda, correction).length === 0;
}

/** What was typed in the filing, with what was corrected since. */
export function entriesAsCorrected({ agenda, corrections }: FoundCase, filed: Entries): Entries {
  return corrections.reduce((entries, { answers }) => correctedEntries(agenda, entries, answers), filed);
}
