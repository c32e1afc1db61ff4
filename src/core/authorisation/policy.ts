import type { AssuranceLevel } from '../actor.ts';
import type { Definition } from '../form/definition.ts';

type Policy = Pick<Definition['whoMayFile'], 'identity' | 'confirmation'>;

/**
 * How surely it has to be known who confirms a filing; null where nothing is confirmed. What the law takes for signed is the
 * act of somebody whose identity is proved (§ 6 of act 12/2020), and that is what a filing made without it waits for.
 */
export function levelToConfirm({ identity, confirmation }: Policy): AssuranceLevel | null {
  if (confirmation === 'none') return null;
  if (confirmation === 'withinFiveDays') return 'substantial';
  return identity === 'none' ? 'account' : identity;
}
