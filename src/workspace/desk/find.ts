import type { Proof } from '../../authorisation/proof.ts';
import { proofOfCase } from '../../authorisation/store.ts';
import type { Officer } from '../../core/actor.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import type { CaseSnapshot } from '../../core/case/snapshot.ts';
import { parseReference } from '../../core/case/reference.ts';
import type { Definition } from '../../core/form/definition.ts';
import {
  openEvent,
  openNote,
  openSubmission,
  openSummary,
  snapshotColumns,
  snapshotOf,
  type SubmissionContent,
} from '../../cases/commands.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { addressDigest, isGivenUpOn } from '../../notifications/bounces.ts';

/** A case as it lies on the desk. */
export interface DeskCase {
  id: string;
  reference: string;
  agendaId: string;
  agenda: string;
  subject: string;
  snapshot: CaseSnapshot;
  filedAt: Temporal.Instant;
  /** Of the version of the agenda that was filed. */
  letters: Definition['letters'];
  slots: Definition['attachments'];
  department: { name: string; phone: string; address: string };
  officer: { name: string; jobTitle: string; phone: string } | null;
  submission: SubmissionContent;
  /** How it was confirmed in the portal; null where it was not. */
  proof: Proof | null;
  /** Mail to the applicant comes back. */
  isApplicantMailLost: boolean;
  /** In the order they happened. */
  events: CaseEvent[];
  notes: { at: Temporal.Instant; author: string; text: string; mentions: string[] }[];
  /** Whether this officer keeps an eye on it. */
  isWatched: boolean;
}

type Params = {
  officer: Officer;
  reference: string;
  /** Which cases the officer may open; those that are their business when it is left out. */
  scope?: Prisma.CaseWhereInput;
};

/** Null for a case that does not exist and for one that is not this officer's business. */
export async function findDeskCase(
  { db, vault, definitions }: Pick<Deps, 'db' | 'vault' | 'definitions'>,
  { officer, reference: typed, scope = visibleTo(officer) }: Params,
): Promise<DeskCase | null> {
  const reference = parseReference(typed);
  if (reference === null) return null;
  const found = await db.case.findFirst({
    where: { AND: [{ reference }, scope] },
    select: {
      id: true,
      reference: true,
      summary: true,
      ...snapshotColumns,
      filedAt: true,
      agendaId: true,
      agendaVersionId: true,
      department: { select: { name: true, phone: true, site: { select: { address: true } } } },
      officer: { select: { jobTitle: true, phone: true, account: { select: { name: true } } } },
      submission: { select: { content: true } },
      events: { select: { number: true, data: true }, orderBy: { number: 'asc' } },
      notes: {
        select: {
          id: true,
          at: true,
          text: true,
          officer: { select: { account: { select: { name: true } } } },
          mentions: { select: { officer: { select: { account: { select: { name: true } } } } } },
        },
        orderBy: { at: 'asc' },
      },
      watchers: { where: { officerId: officer.officerId }, select: { at: true } },
    },
  });
  if (!found?.submission) return null;
  const { id, department, officer: holder, submission } = found;
  const agenda = await definitions.of(found.agendaVersionId);
  const content = openSubmission(vault, id, submission.content);
  return {
    id,
    reference: found.reference,
    agendaId: found.agendaId,
    agenda: agenda.title,
    subject: openSummary(vault, id, found.summary).subject,
    snapshot: snapshotOf(found, agenda),
    filedAt: found.filedAt.toTemporalInstant(),
    letters: agenda.letters,
    slots: agenda.attachments,
    department: { name: department.name, phone: department.phone, address: department.site.address },
    officer: holder && { name: holder.account.name, jobTitle: holder.jobTitle, phone: holder.phone },
    submission: content,
    // Most agendas ask for none.
    proof: agenda.whoMayFile.confirmation === 'none' ? null : await proofOfCase({ db, vault }, id),
    isApplicantMailLost: await isGivenUpOn(db, addressDigest(vault, content.applicant.email)),
    events: found.events.map(event => openEvent(vault, id, event)),
    notes: found.notes.map(note => ({
      at: note.at.toTemporalInstant(),
      author: note.officer.account.name,
      text: openNote(vault, note.id, note.text),
      mentions: note.mentions.map(({ officer }) => officer.account.name),
    })),
    isWatched: found.watchers.length > 0,
  };
}
