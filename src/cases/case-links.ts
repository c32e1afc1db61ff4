import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import { workableBy } from '../core/case/permissions.ts';
import { parseReference } from '../core/case/reference.ts';
import { type Refusal, refusal } from '../core/case/refusals.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';

type Result = { ok: true } | { ok: false; refusal: Refusal };

interface Pair {
  caseId: string;
  /** Of the other case, as it was typed. */
  reference: string;
  actor: Actor;
  now: Temporal.Instant;
}

/** Says of two cases that they have to do with each other. Both have to be this officer's to see; neither changes by it. */
export async function linkCases(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { caseId, reference, actor, now, why }: Pair & { why: string },
): Promise<Result> {
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const found = await findPair(db, { caseId, reference, actor });
  if (!found) return { ok: false, refusal: refusal('noSuchCase') };
  const { here, other } = found;
  if (here.id === other.id) return { ok: false, refusal: refusal('sameCase') };
  const pair = ordered(here.id, other.id);
  return db.$transaction(async tx => {
    const { count } = await tx.caseLink.createMany({
      data: {
        ...pair,
        officerId: actor.officerId,
        why: vault.seal(why, context(pair)),
        at: new Date(now.epochMilliseconds),
      },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, refusal: refusal('alreadyLinked') };
    const details = { reference: here.reference, other: other.reference };
    await recordAudit(tx, { actor, at: now, action: 'casesLinked', subject: `case/${here.id}`, details });
    return { ok: true };
  });
}

/** Takes it back. What is not linked stays so. */
export async function unlinkCases({ db }: Pick<Deps, 'db'>, { caseId, reference, actor, now }: Pair): Promise<Result> {
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const found = await findPair(db, { caseId, reference, actor });
  if (!found) return { ok: false, refusal: refusal('noSuchCase') };
  const { here, other } = found;
  return db.$transaction(async tx => {
    const { count } = await tx.caseLink.deleteMany({ where: ordered(here.id, other.id) });
    const details = { reference: here.reference, other: other.reference };
    if (count > 0) {
      await recordAudit(tx, { actor, at: now, action: 'casesUnlinked', subject: `case/${here.id}`, details });
    }
    return { ok: true };
  });
}

type StoredLink = { caseId: string; otherId: string; why: Uint8Array };

/** Why the two were linked. */
export function openLink(vault: Vault, { caseId, otherId, why }: StoredLink): string {
  return vault.open(why, context({ caseId, otherId }));
}

async function findPair(
  db: Deps['db'],
  { caseId, reference, actor }: Omit<Pair, 'now'>,
): Promise<{ here: Found; other: Found } | null> {
  const known = parseReference(reference);
  if (known === null) return null;
  const select = { id: true, reference: true };
  const [here, other] = await Promise.all([
    db.case.findFirst({ where: { AND: [{ id: caseId }, workableBy(actor)] }, select }),
    db.case.findFirst({ where: { AND: [{ reference: known }, workableBy(actor)] }, select }),
  ]);
  return here && other && { here, other };
}

type Found = { id: string; reference: string };

/** A pair is kept once, whichever of the two it was said at. */
function ordered(a: string, b: string): { caseId: string; otherId: string } {
  return a < b ? { caseId: a, otherId: b } : { caseId: b, otherId: a };
}

function context({ caseId, otherId }: Pick<StoredLink, 'caseId' | 'otherId'>): string {
  return `case_link/${caseId}/${otherId}/why`;
}
