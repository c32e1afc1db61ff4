import type { AuditAction, AuditDetails } from '../audit/actions.ts';
import type { CaseEvent } from '../core/case/events.ts';

type Audited = { [A in AuditAction]: { action: A; details: AuditDetails<A> } }[AuditAction];
/** Filing writes its audit record itself, in the one statement that files. */
type Change = Exclude<CaseEvent, { type: 'filed' }>;

/** What the audit says of a change: ids, no words of people. */
export function auditedEvent(reference: string, event: Change): Audited {
  switch (event.type) {
    case 'assigned': {
      const { department, officer } = event.data;
      const details = { reference, departmentId: department.id, officerId: officer?.id ?? null };
      return { action: 'caseAssigned', details };
    }
    case 'takenOver':
      return { action: 'caseTakenOver', details: { reference } };
    case 'started':
      return { action: 'caseStarted', details: { reference } };
    case 'decided':
      return { action: 'caseDecided', details: { reference, outcome: event.data.outcome } };
    case 'closed':
      return { action: 'caseClosed', details: { reference } };
  }
}
