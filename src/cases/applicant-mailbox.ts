import type { Prisma } from '../generated/prisma/client.ts';
import { openPrincipal } from '../vault/mandate-principal.ts';
import type { Vault } from '../vault/vault.ts';
import { findAgentMailbox } from './agent-mailbox.ts';
import { type ApplicantMailbox, managerOf } from './manager-of.ts';

type Tx = Prisma.TransactionClient;

interface Asked {
  caseId: string;
  /** As it was typed in the filing. */
  email: string;
  today: Temporal.PlainDate;
}

/**
 * Who hears of a case: the address of the filing, and its agent as long as the mandate holds (§ 34(2) of act 500/2004). But
 * who filed for an organisation and has left it, and an agent whose mandate is over, hear no more of it; then it is whose
 * the case is. None when there is nobody to write to.
 */
export async function applicantMailboxes(
  tx: Tx,
  vault: Vault,
  { caseId, email, today }: Asked,
): Promise<ApplicantMailbox[]> {
  const whose = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { applicantId: true, organisationId: true, mandateId: true, actedById: true },
  });
  const { mandateId, actedById } = whose;
  const agent = mandateId === null ? null : await findAgentMailbox(tx, { mandateId, actedById, today });
  // What an agent typed is theirs to read as long as they act; somebody else of their organisation may do so now.
  const typedByAgent = agent?.accountId === actedById ? { email, accountId: actedById } : null;
  const typed = actedById === null ? await ofApplicant(tx, { ...whose, email }) : typedByAgent;
  const boxes = [typed, agent].filter(isThere);
  if (boxes.length > 0 || mandateId === null) return [...new Map(boxes.map(box => [box.email, box])).values()];
  return [await ofPrincipal(tx, vault, mandateId)].filter(isThere);
}

function isThere(box: ApplicantMailbox | null): box is ApplicantMailbox {
  return box !== null && box.email !== '';
}

interface Typed {
  applicantId: string | null;
  organisationId: string | null;
  email: string;
}

/** Who filed it for an organisation has to be one of its people still; else it is whoever has managed them longest. */
async function ofApplicant(tx: Tx, { applicantId, organisationId, email }: Typed): Promise<ApplicantMailbox | null> {
  if (organisationId === null) return { email, accountId: applicantId };
  const isMember = { accountId: applicantId ?? '', organisationId, state: 'active' } as const;
  if (applicantId !== null && (await tx.membership.count({ where: isMember })) > 0) {
    return { email, accountId: applicantId };
  }
  return managerOf(tx, organisationId);
}

async function ofPrincipal(tx: Tx, vault: Vault, mandateId: string): Promise<ApplicantMailbox | null> {
  const { principal, principalAccount, principalOrganisationId } = await tx.mandate.findUniqueOrThrow({
    where: { id: mandateId },
    select: {
      ...{ principal: true, principalOrganisationId: true },
      principalAccount: { select: { id: true, email: true } },
    },
  });
  if (principalOrganisationId !== null) return managerOf(tx, principalOrganisationId);
  if (principalAccount) return { email: principalAccount.email ?? '', accountId: principalAccount.id };
  return { email: (principal && openPrincipal(vault, mandateId, principal).email) ?? '', accountId: null };
}
