import { z } from 'zod';
import { outcomes } from './states.ts';

/**
 * What happened to a case. Events are never changed, so they carry the names as they were that day: a timeline needs
 * no other table. The applicant's name is not among them; it belongs to the frozen submission.
 */

const id = z.string().min(1);
const name = z.string().min(1);
const department = z.strictObject({ id, name });
const officer = z.strictObject({ id, name, phone: z.string(), email: z.string() });

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guest') }),
  z.strictObject({ kind: z.literal('citizen'), accountId: id }),
  z.strictObject({ kind: z.literal('officer'), officerId: id, name }),
  z.strictObject({ kind: z.literal('system') }),
]);

const common = {
  /** UTC to milliseconds, as `Date.prototype.toISOString` writes it, so that storing and reading keep it to the letter. */
  at: z.iso.datetime({ precision: 3 }),
  actor,
};

/** Reads an event back from stored JSON. The whole event is stored, so that who did it keeps the name of that day. */
export const caseEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('filed'), ...common, data: z.strictObject({ department, dueOn: z.iso.date() }) }),
  z.strictObject({
    type: z.literal('assigned'),
    ...common,
    data: z.strictObject({
      from: z.strictObject({ departmentId: id, officerId: id.nullable() }),
      department,
      officer: officer.nullable(),
      /** Shown to the citizen: a hand-over they cannot understand is no information. */
      reason: z.string().min(1),
    }),
  }),
  z.strictObject({
    type: z.literal('takenOver'),
    ...common,
    data: z.strictObject({ from: z.strictObject({ officerId: id.nullable() }), officer: z.strictObject({ id, name }) }),
  }),
  z.strictObject({ type: z.literal('started'), ...common, data: z.strictObject({}) }),
  z.strictObject({
    type: z.literal('decided'),
    ...common,
    data: z.strictObject({
      outcome: z.enum(outcomes),
      /** Shown to the citizen. */
      explanation: z.string().min(1),
    }),
  }),
  z.strictObject({
    type: z.literal('closed'),
    ...common,
    /** The note is for the office; not shown to the citizen. */
    data: z.strictObject({ note: z.string().min(1).nullable() }),
  }),
]);

export type CaseEvent = z.output<typeof caseEventSchema>;
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
export type EventActor = CaseEvent['actor'];
/** What happened, before it is said when and by whom. */
export type EventBody<E extends CaseEvent = CaseEvent> = E extends CaseEvent ? Pick<E, 'type' | 'data'> : never;
