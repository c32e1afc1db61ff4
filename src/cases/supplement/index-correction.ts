import type { ChangedAnswer } from '../../core/case/correct.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { mendedTokens } from '../search-tokens.ts';

interface Mended {
  caseId: string;
  answers: readonly ChangedAnswer[];
}

/** The case is found by what was filed and by what was mended. One that is in no index, as on trial, stays out of it. */
export async function indexCorrection(
  tx: Prisma.TransactionClient,
  vault: Vault,
  { caseId, answers }: Mended,
): Promise<void> {
  const tokens = mendedTokens(vault, answers);
  await tx.$executeRaw`
    UPDATE case_search SET tokens = tokens || ARRAY(SELECT unnest(${tokens}::bigint[]) EXCEPT SELECT unnest(tokens))
    WHERE case_id = ${caseId}::uuid`;
}
