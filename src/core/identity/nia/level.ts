import { type AssuranceLevel, assuranceLevels } from '../../actor.ts';

/** What Identita občana calls its levels of assurance: Commission Implementing Regulation (EU) 2015/1502, by these names. */
const classes: Record<AssuranceLevel, string> = {
  account: 'http://eidas.europa.eu/LoA/low',
  substantial: 'http://eidas.europa.eu/LoA/substantial',
  high: 'http://eidas.europa.eu/LoA/high',
};

/** The class of authentication to ask for when at least this level is wanted. */
export function classOf(level: AssuranceLevel): string {
  return classes[level];
}

/** The level a class of authentication stands for; null when it is none of those known. Low proves no more than a mailbox does. */
export function levelOf(authnContextClass: string): AssuranceLevel | null {
  return assuranceLevels.find(level => classes[level] === authnContextClass) ?? null;
}

/** Whether a level is as high as another, or higher. */
export function isAtLeast(level: AssuranceLevel, wanted: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(wanted);
}
