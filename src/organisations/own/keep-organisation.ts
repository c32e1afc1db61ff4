import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { type Firm, kindOf } from '../ares/answer.ts';

type Tx = Prisma.TransactionClient;

/** What is known of the organisation: as ARES says it, or as it was typed while ARES did not answer. */
export type Known = { firm: Firm } | { typed: { name: string; address: string } };

/** What the register says replaces what was typed; what is typed replaces nothing that somebody acts for already. */
export async function keepOrganisation(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  ico: string,
  known: Known,
): Promise<{ id: string; name: string }> {
  const said = columnsOf(known, new Date(now().epochMilliseconds));
  const select = { id: true, name: true };
  if ('firm' in known) {
    return tx.organisation.upsert({ where: { ico }, create: { ico, ...said }, update: said, select });
  }
  await tx.organisation.createMany({ data: [{ ico, ...said }], skipDuplicates: true });
  await tx.organisation.updateMany({
    where: { ico, source: 'typed', memberships: { none: { state: { in: ['active', 'ended'] } } } },
    data: said,
  });
  return tx.organisation.findUniqueOrThrow({ where: { ico }, select });
}

function columnsOf(known: Known, checkedAt: Date) {
  if ('typed' in known) return { ...known.typed, kind: null, source: 'typed' as const, checkedAt };
  const { name, address } = known.firm;
  return { name, address, kind: kindOf(known.firm), source: 'register' as const, checkedAt };
}
