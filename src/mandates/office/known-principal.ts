import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { NamedPrincipal } from '../../vault/mandate-principal.ts';
import type { MandateRow } from '../read.ts';

type Tx = Pick<Prisma.TransactionClient, 'account' | 'organisation'>;

/** An account with the address the agent wrote down; whether it is the principal's, the officer says. */
export async function accountOfPrincipal(
  tx: Pick<Tx, 'account'>,
  { email, ico }: NamedPrincipal,
): Promise<{ id: string; name: string; email: string } | null> {
  if (email === null || ico !== null) return null;
  const account = await tx.account.findFirst({
    where: { email, confirmedAt: { not: null }, officer: null },
    select: { id: true, name: true },
  });
  return account && { ...account, email };
}

interface Checked {
  row: Pick<MandateRow, 'case'>;
  principal: NamedPrincipal;
  isAccount: boolean;
}

type Known = Record<'principalId' | 'principalOrganisationId', string | null>;

/**
 * Whose the mandate is in the portal: of one case, whose that case is; of an organisation, the one with that number, which
 * is written down where nobody has acted for it yet; of a person, the account the officer said is theirs.
 */
export async function principalColumns(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { row, principal, isAccount }: Checked,
): Promise<Known> {
  if (row.case?.organisationId) return { principalId: null, principalOrganisationId: row.case.organisationId };
  if (row.case?.applicantId) return { principalId: row.case.applicantId, principalOrganisationId: null };
  const { ico, name, address } = principal;
  if (ico !== null) {
    const checkedAt = new Date(now().epochMilliseconds);
    await tx.organisation.createMany({
      data: [{ ico, name, address, kind: null, source: 'typed', checkedAt }],
      skipDuplicates: true,
    });
    const { id } = await tx.organisation.findUniqueOrThrow({ where: { ico }, select: { id: true } });
    return { principalId: null, principalOrganisationId: id };
  }
  const account = isAccount ? await accountOfPrincipal(tx, principal) : null;
  return { principalId: account?.id ?? null, principalOrganisationId: null };
}
