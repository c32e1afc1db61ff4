import { type CaseState, isOpen } from '../core/case/states.ts';

/**
 * Where a case is to be looked for, beside its words: as numbers below nought, which no word has. With them a search keeps to a
 * department, to open cases or to the newest days within the index, however many other cases have the word.
 */

const dayMs = 86_400_000;
const aboveAllDays = 1n << 59n;

/** Different for any two departments: of an id, sixty random bits. */
export function departmentMark(departmentId: string): string {
  const bits = BigInt(`0x${departmentId.replaceAll('-', '').slice(-15)}`);
  return String(-(bits | aboveAllDays));
}

/** Of a case that waits for a decision. */
export const openMark = String(-(1n << 60n));

/** Of such a case in one department: one short list instead of two long ones to compare. */
export function openInMark(departmentId: string): string {
  return String(BigInt(departmentMark(departmentId)) - (1n << 61n));
}

/** What of it may change: where the case is, and whether it is open. */
export function standingMarks({ departmentId, state }: { departmentId: string; state: CaseState }): string[] {
  return [departmentMark(departmentId), ...(isOpen(state) ? [openMark, openInMark(departmentId)] : [])];
}

/** The day of filing, in UTC: only for finding what was filed near it. */
export function filedMark(filedAt: Temporal.Instant): string {
  return String(-1 - filedDay(filedAt));
}

/** All the days from one to another, both included; the earlier first. */
export function filedMarks(since: Temporal.Instant, until: Temporal.Instant): string[] {
  const [first, last] = [filedDay(since), filedDay(until)];
  return Array.from({ length: last - first + 1 }, (_, index) => String(-1 - first - index));
}

function filedDay({ epochMilliseconds }: Temporal.Instant): number {
  return Math.floor(epochMilliseconds / dayMs);
}
