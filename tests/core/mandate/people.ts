import type { Citizen } from '../../../src/core/actor.ts';
import type { HeldMandate } from '../../../src/core/mandate/mandate.ts';

/** A mandate of Jana's for everything, from the first of December. */
export function held(having: Partial<HeldMandate> = {}): HeldMandate {
  return {
    mandateId: 'mandate',
    principal: { name: 'Jana Zmocnitelka', accountId: 'jana', organisationId: null },
    agent: null,
    scope: 'all',
    agendaIds: [],
    caseId: null,
    from: '2026-12-01',
    until: null,
    ...having,
  };
}

export function agent(...mandates: HeldMandate[]): Citizen {
  return { kind: 'citizen', accountId: 'petra', name: 'Petra Zmocněná', level: 'account', mandates };
}

export const firm = { organisationId: 'uctarna', name: 'Účtárna, s.r.o.' };
