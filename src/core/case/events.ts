import { z } from 'zod';
import { letterKinds } from '../letters/steps.ts';
import { confirmationWays } from './confirmation.ts';
import { correctionItem } from './corrections.ts';
import { deliverySchema } from './service.ts';
import { outcomes } from './states.ts';
import { taskAnswers, taskKinds } from './tasks.ts';

/**
 * What happened to a case. Events are never changed, so they carry the names as they were that day: a timeline needs
 * no other table. The applicant's name is not among them; it belongs to the frozen submission.
 */

const id = z.string().min(1);
const name = z.string().min(1);
const text = z.string().min(1);
const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const taskKind = z.enum(taskKinds);
const department = z.strictObject({ id, name });
const officer = z.strictObject({ id, name, phone: z.string(), email: z.string() });

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guest') }),
  /** `agent`: whoever acted for the applicant, by name, and under which mandate. */
  z.strictObject({
    kind: z.literal('citizen'),
    accountId: id,
    agent: z.strictObject({ name, mandateId: id }).optional(),
  }),
  /** `for`: the absent officer in whose place it was done. */
  z.strictObject({ kind: z.literal('officer'), officerId: id, name, for: id.optional() }),
  z.strictObject({ kind: z.literal('system') }),
]);

/** UTC to milliseconds, as `Date.prototype.toISOString` writes it, so that storing and reading keep it to the letter. */
const at = z.iso.datetime({ precision: 3 });

function event<T extends string, D extends z.ZodRawShape>(type: T, data: D) {
  return z.strictObject({ type: z.literal(type), at, actor, data: z.strictObject(data) });
}

/** Reads an event back from stored JSON. The whole event is stored, so that who did it keeps the name of that day. */
export const caseEventSchema = z.discriminatedUnion('type', [
  /** `confirmUntil`: it counts only once it is confirmed, by then. */
  event('filed', { department, dueOn: day, confirmUntil: day.optional() }),
  event('confirmed', {
    way: z.enum(confirmationWays),
    on: day,
    sha256,
    officer: z.strictObject({ id }).nullable(),
    dueOn: day,
  }),
  event('lapsed', { until: day }),
  event('assigned', {
    from: z.strictObject({ departmentId: id, officerId: id.nullable() }),
    department,
    officer: officer.nullable(),
    /** Shown to the citizen: a hand-over they cannot understand is no information. */
    reason: text,
  }),
  event('takenOver', {
    from: z.strictObject({ officerId: id.nullable() }),
    officer: z.strictObject({ id, name }),
  }),
  event('started', {}),
  event('movedOn', {
    from: z.strictObject({ step: id, departmentId: id }),
    step: z.strictObject({ id, title: text }),
    department,
    officer: officer.nullable(),
    /** When steps were skipped or repeated; shown to the citizen. */
    reason: text.nullable(),
  }),
  /** The reason is for the office. */
  event('biasDeclared', { officer: z.strictObject({ id, name }), reason: text }),
  event('supplementRequested', {
    items: z.array(correctionItem).min(1),
    until: day,
    consequence: text,
    suspends: z.boolean(),
  }),
  event('supplemented', { correctionId: id, sha256, dueOn: day }),
  event('supplementMissed', { until: day, dueOn: day }),
  event('suspended', { reason: text }),
  event('resumed', { reason: text, dueOn: day }),
  /** Days of the period: calendar ones, unless it counts working ones. */
  event('extended', {
    days: z.int().positive(),
    unit: z.enum(['calendar', 'working']).optional(),
    reason: text,
    dueOn: day,
  }),
  event('decided', {
    outcome: z.enum(outcomes),
    /** Shown to the citizen. */
    explanation: text,
  }),
  event('letterIssued', { letterId: id, title: text, kind: z.enum(letterKinds), sha256 }),
  event('served', { delivery: deliverySchema, deliveredOn: day.nullable(), appealUntil: day.nullable() }),
  /** `isLate`: filed when the period to appeal was over; what becomes of it is for the office to say. */
  event('appealed', { reference: text, isLate: z.boolean() }),
  event('appealSettled', { result: z.enum(['upheld', 'returned']), reason: text, dueOn: day.nullable() }),
  event('forwarded', { authority: text, reason: text }),
  event('withdrawn', { reason: text.nullable() }),
  event('discontinued', { reason: text }),
  event('shelved', { reason: text }),
  event('inspectionRequested', { note: text.nullable() }),
  event('written', { messageId: id, sha256 }),
  event('taskGiven', {
    taskId: id,
    sha256,
    kind: taskKind,
    department,
    officer: z.strictObject({ id, name }).nullable(),
    until: day,
  }),
  event('taskAnswered', { taskId: id, sha256, kind: taskKind, department, answer: z.enum(taskAnswers) }),
  /** The reason is for the office; without one the case ended before the task was answered. */
  event('taskWithdrawn', { taskId: id, kind: taskKind, department, reason: text.nullable() }),
  /** The note is for the office; not shown to the citizen. */
  event('closed', { note: text.nullable() }),
]);

export type CaseEvent = z.output<typeof caseEventSchema>;
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
export type EventActor = CaseEvent['actor'];
/** What happened, before it is said when and by whom. */
export type EventBody<E extends CaseEvent = CaseEvent> = E extends CaseEvent ? Pick<E, 'type' | 'data'> : never;
