import type { Actor } from '../actor.ts';
import { mayMember, type MemberRight } from '../organisation/roles.ts';
import type { HeldMandate } from './mandate.ts';

/** What an agent may do for the principal; whom an agent empowers further, the principal would have to allow (§ 33(3)). */
export type AgentRight = Exclude<MemberRight, 'managePeople'>;

/** Whether the mandate lets them: of an organisation that is the agent, its members by their role. */
export function mayAgent({ agent }: Pick<HeldMandate, 'agent'>, right: AgentRight): boolean {
  return agent === null || mayMember(agent.role, right);
}

/** The mandates, valid today, by which somebody may do this; an officer acts for the office alone. */
export function mandatesOf(actor: Actor, right: AgentRight): HeldMandate[] {
  if (actor.kind !== 'citizen') return [];
  return (actor.mandates ?? []).filter(held => mayAgent(held, right));
}

/** The one of them by which they act in this case or draft; undefined of whoever acts in it otherwise. */
export function heldIn(
  { mandateId }: { mandateId: string | null },
  actor: Actor,
  right: AgentRight,
): HeldMandate | undefined {
  return mandatesOf(actor, right).find(held => held.mandateId === mandateId);
}
