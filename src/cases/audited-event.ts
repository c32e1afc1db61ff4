import type { AuditAction, AuditDetails } from '../audit/actions.ts';
import type { CaseEvent } from '../core/case/events.ts';

type Audited = { [A in AuditAction]: { action: A; details: AuditDetails<A> } }[AuditAction];
/** Filing writes its audit record itself, in the one statement that files. */
type Change = Exclude<CaseEvent, { type: 'filed' }>;

/** What the audit says of a change: ids, no words of people. */
export function auditedEvent(reference: string, event: Change): Audited {
  switch (event.type) {
    case 'confirmed':
      return { action: 'caseConfirmed', details: { reference, way: event.data.way } };
    case 'lapsed':
      return { action: 'caseLapsed', details: { reference, until: event.data.until } };
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
    case 'movedOn':
      return { action: 'caseMovedOn', details: { reference, step: event.data.step.id } };
    case 'biasDeclared':
      return { action: 'caseBiasDeclared', details: { reference } };
    case 'supplementRequested':
      return { action: 'supplementRequested', details: { reference, until: event.data.until } };
    case 'supplemented':
      return { action: 'caseSupplemented', details: { reference, correctionId: event.data.correctionId } };
    case 'supplementMissed':
      return { action: 'supplementMissed', details: { reference, until: event.data.until } };
    case 'suspended':
      return { action: 'caseSuspended', details: { reference } };
    case 'resumed':
      return { action: 'caseResumed', details: { reference, dueOn: event.data.dueOn } };
    case 'extended':
      return { action: 'caseExtended', details: { reference, dueOn: event.data.dueOn } };
    case 'letterIssued':
      return { action: 'letterIssued', details: { reference, letterId: event.data.letterId } };
    case 'served':
      return { action: 'decisionServed', details: { reference, way: event.data.delivery.way } };
    case 'appealed':
      return { action: 'caseAppealed', details: { reference, appeal: event.data.reference } };
    case 'appealSettled':
      return { action: 'appealSettled', details: { reference, result: event.data.result } };
    case 'forwarded':
      return { action: 'caseForwarded', details: { reference } };
    case 'withdrawn':
      return { action: 'caseWithdrawn', details: { reference } };
    case 'discontinued':
      return { action: 'caseDiscontinued', details: { reference } };
    case 'shelved':
      return { action: 'caseShelved', details: { reference } };
    case 'inspectionRequested':
      return { action: 'inspectionRequested', details: { reference } };
    case 'taskGiven': {
      const { taskId, department } = event.data;
      return { action: 'taskGiven', details: { reference, taskId, departmentId: department.id } };
    }
    case 'taskAnswered':
      return { action: 'taskAnswered', details: { reference, taskId: event.data.taskId } };
    case 'taskWithdrawn':
      return { action: 'taskWithdrawn', details: { reference, taskId: event.data.taskId } };
    case 'written':
      return { action: 'messageWritten', details: { reference, messageId: event.data.messageId } };
  }
}
