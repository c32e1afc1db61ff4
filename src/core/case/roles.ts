import type { Officer } from '../actor.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** What an officer is to a case. An officer who lost the role of a clerk loses their cases with it. */
export type Role = (snapshot: CaseSnapshot, officer: Officer) => boolean;

/** Whoever has the case, of whichever department. */
export const holder: Role = (snapshot, officer) => snapshot.officerId === officer.officerId && worksCases(officer);

export const clerkOfDepartment: Role = (snapshot, officer) =>
  snapshot.departmentId === officer.departmentId && officer.roles.includes('clerk');

export const headOfDepartment: Role = (snapshot, officer) =>
  snapshot.departmentId === officer.departmentId && officer.roles.includes('head');

/** The registry routes every case of the office. */
export const registry: Role = (_snapshot, officer) => officer.roles.includes('registry');

/** Whether cases are any of this officer's business; an administrator of agendas alone has none. */
export function worksCases(officer: Officer): boolean {
  return officer.roles.includes('clerk') || officer.roles.includes('head');
}
