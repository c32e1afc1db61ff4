/** How far a case is, in the order a case goes through. */
export const caseStates = ['filed', 'takenOver', 'inProgress', 'decided', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** How a case was decided; `settled` ended without a decision. */
export const outcomes = ['granted', 'partlyGranted', 'refused', 'settled'] as const;
export type Outcome = (typeof outcomes)[number];

const stateLabels: Record<CaseState, string> = {
  filed: 'Podáno – čeká na převzetí',
  takenOver: 'Převzato',
  inProgress: 'Vyřizuje se',
  decided: 'Vyřízeno',
  closed: 'Uzavřeno',
};

const outcomeLabels: Record<Outcome, string> = {
  granted: 'Vyhověno',
  partlyGranted: 'Zčásti vyhověno',
  refused: 'Zamítnuto',
  settled: 'Vyřízeno bez rozhodnutí',
};

/** The state in Czech, the same words for the citizen and the office. */
export function stateLabel(state: CaseState): string {
  return stateLabels[state];
}

/** The outcome in Czech. */
export function outcomeLabel(outcome: Outcome): string {
  return outcomeLabels[outcome];
}

/** Whether the office has yet to decide; only then does the clock run and the case change hands. */
export function isOpen(state: CaseState): boolean {
  return state !== 'decided' && state !== 'closed';
}
