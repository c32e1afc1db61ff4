/** How far a case is. The first six wait for a decision; the others have one, or ended without. */
export const caseStates = [
  'unconfirmed',
  'filed',
  'takenOver',
  'inProgress',
  'awaitingApplicant',
  'suspended',
  'decided',
  'appealed',
  'forwarded',
  'withdrawn',
  'discontinued',
  'shelved',
  'lapsed',
  'closed',
] as const;
export type CaseState = (typeof caseStates)[number];

/** How a case was decided; `settled` ended without a decision. */
export const outcomes = ['granted', 'partlyGranted', 'refused', 'settled'] as const;
export type Outcome = (typeof outcomes)[number];

const stateLabels: Record<CaseState, string> = {
  unconfirmed: 'Čeká na\u00a0potvrzení',
  filed: 'Podáno – čeká na převzetí',
  takenOver: 'Převzato',
  inProgress: 'Vyřizuje se',
  awaitingApplicant: 'Čeká na žadatele',
  suspended: 'Přerušeno',
  decided: 'Vyřízeno',
  appealed: 'Podáno odvolání',
  forwarded: 'Postoupeno jinému úřadu',
  withdrawn: 'Vzato zpět',
  discontinued: 'Zastaveno',
  shelved: 'Odloženo',
  lapsed: 'Nepotvrzeno včas',
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

/** States in which the office has yet to decide; only then can the clock run and the case change hands. */
export const openStates = [
  'unconfirmed',
  'filed',
  'takenOver',
  'inProgress',
  'awaitingApplicant',
  'suspended',
] as const;
export type OpenState = (typeof openStates)[number];

export function isOpen(state: CaseState): state is OpenState {
  return openStates.some(open => open === state);
}
