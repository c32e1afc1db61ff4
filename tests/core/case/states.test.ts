import { expect, test } from 'vitest';
import { caseStates, isOpen, outcomeLabel, outcomes, stateLabel } from '../../../src/core/case/states.ts';

test('every state and outcome has its own Czech words', () => {
  expect(caseStates.map(stateLabel)).toEqual([
    'Čeká na\u00a0potvrzení',
    'Podáno – čeká na převzetí',
    'Převzato',
    'Vyřizuje se',
    'Čeká na žadatele',
    'Přerušeno',
    'Vyřízeno',
    'Podáno odvolání',
    'Postoupeno jinému úřadu',
    'Vzato zpět',
    'Zastaveno',
    'Odloženo',
    'Nepotvrzeno včas',
    'Uzavřeno',
  ]);
  expect(outcomes.map(outcomeLabel)).toEqual(['Vyhověno', 'Zčásti vyhověno', 'Zamítnuto', 'Vyřízeno bez rozhodnutí']);
});

test('a case is open until it is decided or ends otherwise', () => {
  expect(caseStates.filter(isOpen)).toEqual([
    'unconfirmed',
    'filed',
    'takenOver',
    'inProgress',
    'awaitingApplicant',
    'suspended',
  ]);
});
