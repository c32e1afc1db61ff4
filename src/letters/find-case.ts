import type { Request } from 'express';
import { openEvent, openSubmission, snapshotColumns, snapshotOf } from '../cases/commands.ts';
import { dueOn } from '../core/case/clock.ts';
import { workableBy } from '../core/case/permissions.ts';
import { parseReference } from '../core/case/reference.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import type { TemplateData } from '../core/letters/template/fill.ts';
import { templateData } from '../core/letters/template/values.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../web/errors.ts';
import { textParam } from '../web/input.ts';
import { officerOf } from '../web/officer-of.ts';

/** A case as somebody who writes a letter in it needs it. */
export interface LetterCase {
  id: string;
  reference: string;
  agenda: string;
  applicant: string;
  snapshot: CaseSnapshot;
  /** Of the agenda as it was filed. */
  letters: Definition['letters'];
  /** What templates can say of it. */
  data: TemplateData;
}

/** The case the path names; one that the officer does not see, or sees only because they were asked for something, is not found. */
export async function letterCase(
  { db, vault, definitions, now }: Pick<Deps, 'db' | 'vault' | 'definitions' | 'now'>,
  req: Request,
): Promise<LetterCase> {
  const reference = parseReference(textParam(req, 'ref'));
  if (reference === null) throw new NotFound();
  const officer = officerOf(req);
  const found = await db.case.findFirst({
    where: { AND: [{ reference }, workableBy(officer)] },
    select: {
      id: true,
      ...snapshotColumns,
      filedAt: true,
      agendaVersionId: true,
      department: { select: { name: true, phone: true, site: { select: { address: true } } } },
      events: { select: { number: true, data: true }, where: { type: 'decided' }, orderBy: { number: 'asc' } },
      submission: { select: { content: true } },
    },
  });
  if (!found?.submission) throw new NotFound();
  const definition = await definitions.of(found.agendaVersionId);
  const snapshot = snapshotOf(found, definition);
  const { applicant, steps } = openSubmission(vault, found.id, found.submission.content);
  const data = templateData({
    ...{ reference, agenda: definition.title, applicant: applicant.name, steps },
    officer: officer.name,
    department: found.department.name,
    phone: found.department.phone,
    address: found.department.site.address,
    filedAt: found.filedAt.toTemporalInstant(),
    dueOn: dueOn(snapshot.clock),
    now: now(),
    outcome: snapshot.outcome,
    events: found.events.map(event => openEvent(vault, found.id, event)),
  });
  return {
    id: found.id,
    reference,
    agenda: definition.title,
    applicant: applicant.name,
    snapshot,
    letters: definition.letters,
    data,
  };
}
