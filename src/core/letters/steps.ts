import type { Actor } from '../actor.ts';
import { type RoleName, roles } from '../case/roles.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { type Outcome, outcomes } from '../case/states.ts';

export const letterKinds = ['letter', 'decision'] as const;
export type LetterKind = (typeof letterKinds)[number];
/** The outcomes a text may be written for: what ends without a decision has none. */
export function outcomesOf(kind: LetterKind): readonly Outcome[] {
  return kind === 'letter' ? outcomes : outcomes.filter(outcome => outcome !== 'settled');
}

export type LetterState = 'draft' | 'forApproval' | 'approved' | 'issued';
export type LetterStep = 'edit' | 'attach' | 'askApproval' | 'approve' | 'return' | 'issue';

/** What a step with a letter needs to know of it. */
export interface Letter {
  kind: LetterKind;
  state: LetterState;
  authorId: string;
}

type Next = { ok: true; state: LetterState } | { ok: false; message: string };

interface Rule {
  /** Where it leads, by where it begins. */
  from: Partial<Record<LetterState, LetterState>>;
  who: readonly RoleName[];
  /** Whether whoever wrote it may, too, as long as cases of the department are theirs to work. */
  isForAuthor: boolean;
}

const writers: readonly RoleName[] = ['holder', 'deputy', 'headOfDepartment'];

const rules: Record<LetterStep, Rule> = {
  // What was approved is not what it will be: it is approved anew.
  edit: { from: { draft: 'draft', approved: 'draft' }, who: writers, isForAuthor: true },
  // What was approved is signed outside the portal and comes back as a file.
  attach: { from: { draft: 'draft', approved: 'approved' }, who: writers, isForAuthor: true },
  askApproval: { from: { draft: 'forApproval' }, who: writers, isForAuthor: true },
  approve: { from: { forApproval: 'approved' }, who: ['headOfDepartment'], isForAuthor: false },
  return: { from: { forApproval: 'draft', approved: 'draft' }, who: ['headOfDepartment'], isForAuthor: false },
  issue: { from: { draft: 'issued', approved: 'issued' }, who: writers, isForAuthor: true },
};

/** Where a step leads a letter, or in Czech why it may not be done. Whether the case itself lets it be issued is for its own rules. */
export function letterStep(letter: Letter, step: LetterStep, snapshot: CaseSnapshot, actor: Actor): Next {
  const { from, who, isForAuthor } = rules[step];
  const mayAsAuthor = isForAuthor && isAuthor(letter, actor) && roles.clerkOfDepartment.is(snapshot, actor);
  if (!mayAsAuthor && !who.some(role => roles[role].is(snapshot, actor))) return refused(messages.notAllowed);
  if (letter.state === 'issued') return refused(messages.issued);
  const state = from[letter.state];
  if (state === undefined) return refused(letter.state === 'forApproval' ? messages.waits : messages.notAsked);
  if (step === 'issue' && letter.state !== 'approved' && needsApproval(letter, snapshot)) {
    return refused(messages.notApproved);
  }
  return { ok: true, state };
}

/** The steps to offer to somebody. */
export function letterSteps(letter: Letter, snapshot: CaseSnapshot, actor: Actor): LetterStep[] {
  const steps = Object.keys(rules) as LetterStep[];
  return steps.filter(step => letterStep(letter, step, snapshot, actor).ok);
}

/** Whether the head of the department has to approve it before it is issued: what the agenda says of decisions. */
export function needsApproval({ kind }: Pick<Letter, 'kind'>, { agenda }: Pick<CaseSnapshot, 'agenda'>): boolean {
  return kind === 'decision' && agenda.decision?.approval === true;
}

const messages = {
  notAllowed: 'K\u00a0tomuto kroku nemáte oprávnění.',
  issued: 'Dopis už je vydaný, měnit ho nejde.',
  waits: 'Dopis čeká na schválení. Upravit ho půjde, až ho vedoucí schválí nebo vrátí.',
  notAsked: 'Dopis na schválení nečeká.',
  notApproved: 'Rozhodnutí musí nejdřív schválit vedoucí odboru.',
};

function refused(message: string): Next {
  return { ok: false, message };
}

function isAuthor({ authorId }: Letter, actor: Actor): boolean {
  return actor.kind === 'officer' && actor.officerId === authorId;
}
