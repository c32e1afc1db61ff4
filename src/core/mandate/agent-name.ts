import type { HeldMandate } from './mandate.ts';

/** Who acted, as receipts and histories keep it: the person, and the organisation they did it for as its agent. */
export function agentName(name: string, { agent }: Pick<HeldMandate, 'agent'>): string {
  return agent === null ? name : `${name}, ${agent.name}`;
}
