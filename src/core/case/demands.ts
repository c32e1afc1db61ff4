import type { Action, ActionType } from './actions.ts';
import type { RefusalCode } from './refusals.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** What an action must bring; null when it does, otherwise what is missing. */
export type Demand<T extends ActionType> = (snapshot: CaseSnapshot, action: Action<T>) => RefusalCode | null;

export const aReason: Demand<'assign'> = (_snapshot, { reason }) => (reason.trim() === '' ? 'reasonMissing' : null);

export const anOfficerOfTheDepartment: Demand<'assign'> = (_snapshot, { department, officer }) =>
  officer && officer.departmentId !== department.id ? 'officerOfAnotherDepartment' : null;

export const anotherHolder: Demand<'assign'> = (snapshot, { department, officer }) =>
  snapshot.departmentId === department.id && snapshot.officerId === (officer?.id ?? null) ? 'nothingChanges' : null;

/** § 68 of the Code of Administrative Procedure (500/2004): a decision gives its reasons. */
export const anExplanation: Demand<'decide'> = (_snapshot, { explanation }) =>
  explanation.trim() === '' ? 'explanationMissing' : null;
