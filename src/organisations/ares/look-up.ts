import type { Deps } from '../../deps.ts';
import { type Firm, firm } from './answer.ts';
import { askAres } from './ask.ts';

export type LookUp =
  | { kind: 'found'; firm: Firm }
  /** The register knows no such firm. */
  | { kind: 'unknown' }
  /** Nobody can say now. */
  | { kind: 'unreachable' };

const freshHours = 24;

/** What ARES says of an identification number: what it said within a day, else what it says now, else what it said before. */
export async function lookUp(deps: Pick<Deps, 'db' | 'config' | 'log' | 'now'>, ico: string): Promise<LookUp> {
  const { db, now } = deps;
  const kept = await db.aresAnswer.findUnique({ where: { ico } });
  const known = kept && { firm: firm.parse(kept.firm), askedAt: kept.askedAt.toTemporalInstant() };
  if (known && Temporal.Instant.compare(known.askedAt.add({ hours: freshHours }), now()) > 0) return found(known.firm);
  const asked = await askAres(deps, ico);
  if (asked === 'unreachable') return known ? found(known.firm) : { kind: 'unreachable' };
  if (asked === 'unknown') return { kind: 'unknown' };
  const askedAt = new Date(now().epochMilliseconds);
  await db.aresAnswer.upsert({
    where: { ico },
    create: { ico, firm: asked, askedAt },
    update: { firm: asked, askedAt },
  });
  return found(asked);
}

function found(known: Firm): LookUp {
  return { kind: 'found', firm: known };
}
