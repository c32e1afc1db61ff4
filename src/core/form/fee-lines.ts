import { formatCrowns } from '../czech/amounts.ts';
import type { Charge } from './charge.ts';

/** The fee as people read it: the amount, and below it of what it consists. */
export function feeLines({ crowns, lines }: Charge): string[] {
  const total = crowns === 0 ? 'bez poplatku' : formatCrowns(crowns);
  return [total, ...lines.map(line => `${line.label}: ${formatCrowns(line.crowns)}`)];
}
