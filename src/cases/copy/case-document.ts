import { eventWords } from '../../core/case/event-words.ts';
import { outcomeLabel } from '../../core/case/states.ts';
import type { Deps } from '../../deps.ts';
import type { FoundCase } from '../find-case.ts';
import { findReaders } from '../looks/find-readers.ts';
import { openTyped } from '../supplement/typed.ts';
import { trackingCode } from '../tracking.ts';

/** A case in full as its applicant may read it, for a program: what was filed, what went to and fro, who had it open. */
export async function caseDocument(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  found: FoundCase,
  messages: FoundCase['messages']['list'],
): Promise<object> {
  const { snapshot, submission, hash, corrections, letters, events, department, officer, appeals, appealsAgainst } =
    found;
  return {
    reference: submission.reference,
    trackingCode: trackingCode(vault, found.id),
    state: snapshot.state,
    outcome: snapshot.outcome && outcomeLabel(snapshot.outcome),
    department: department.name,
    officer: officer?.name ?? null,
    appeals,
    appealsAgainst,
    submission,
    submissionSha256: hash,
    corrections,
    messages: messages.map(({ officer: from, at, readAt, text, files }) => {
      return { from: from ?? 'applicant', at: at.toString(), readAt: readAt?.toString() ?? null, text, files };
    }),
    letters: letters.map(({ kind, title, issuedAt, file }) => {
      return { kind, title, issuedAt: issuedAt?.toString() ?? null, file };
    }),
    // As the applicant reads it; what the office writes for itself has no words there.
    history: events.flatMap(event => {
      const words = eventWords(event);
      return words ? [{ at: event.at, ...words }] : [];
    }),
    // Of what a colleague prepares for an organisation not everybody who reads its filings knows.
    preparedCorrection: snapshot.organisationId === null ? await prepared({ db, vault }, found.id) : null,
    openedBy: (await findReaders({ db, vault }, found.id)).map(reader => ({ ...reader, day: reader.day.toString() })),
  };
}

/** What the applicant has typed to mend the filing and not sent yet. */
async function prepared({ db, vault }: Pick<Deps, 'db' | 'vault'>, caseId: string): Promise<object | null> {
  const draft = await db.correctionDraft.findUnique({ where: { caseId } });
  return draft && { updatedAt: draft.updatedAt.toISOString(), typed: openTyped(vault, caseId, draft.entries) };
}
