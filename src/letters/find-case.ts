import type { Request } from 'express';
import { openSubmission, snapshotColumns, snapshotOf } from '../cases/commands.ts';
import { dueOn } from '../core/case/clock.ts';
import { visibleTo } from '../core/case/permissions.ts';
import { placeholderValues } from '../core/case/placeholder-values.ts';
import { parseReference } from '../core/case/reference.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { fillPlaceholders } from '../core/form/placeholders.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../web/errors.ts';
import { textParam } from '../web/input.ts';
import { officerOf } from './officer-of.ts';

/** A case as somebody who writes a letter in it needs it. */
export interface LetterCase {
  id: string;
  reference: string;
  agenda: string;
  applicant: string;
  snapshot: CaseSnapshot;
  /** The letters of the agenda, filled in for this case. */
  templates: { id: string; title: string; text: string }[];
}

/** The case the path names; one the officer does not see on the desk is not found. */
export async function letterCase(
  { db, vault, definitions }: Pick<Deps, 'db' | 'vault' | 'definitions'>,
  req: Request,
): Promise<LetterCase> {
  const reference = parseReference(textParam(req, 'ref'));
  if (reference === null) throw new NotFound();
  const found = await db.case.findFirst({
    where: { AND: [{ reference }, visibleTo(officerOf(req))] },
    select: {
      id: true,
      ...snapshotColumns,
      filedAt: true,
      agendaVersionId: true,
      department: { select: { name: true } },
      submission: { select: { content: true } },
    },
  });
  if (!found?.submission) throw new NotFound();
  const definition = await definitions.of(found.agendaVersionId);
  const snapshot = snapshotOf(found, definition);
  const applicant = openSubmission(vault, found.id, found.submission.content).applicant.name;
  const values = placeholderValues({
    reference,
    agenda: definition.title,
    applicant,
    department: found.department.name,
    filedAt: found.filedAt.toTemporalInstant(),
    dueOn: dueOn(snapshot.clock),
  });
  return {
    id: found.id,
    reference,
    agenda: definition.title,
    applicant,
    snapshot,
    templates: definition.letters.map(({ id, title, text }) => ({ id, title, text: fillPlaceholders(text, values) })),
  };
}
