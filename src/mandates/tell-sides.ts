import type { Prisma } from '../generated/prisma/client.ts';
import type { Letter } from '../notifications/letter.ts';
import type { MailKind } from '../notifications/letters.ts';
import { tell, tellManagers, type TellDeps } from '../notifications/tell.ts';
import { pageUrl } from '../web/page-url.ts';
import { openPrincipal } from '../vault/mandate-principal.ts';
import { openEmail } from './content.ts';
import { agentNameOf, principalName } from './names.ts';
import { mandateColumns, type MandateRow } from './read.ts';

type Tx = Prisma.TransactionClient;

interface News {
  mandateId: string;
  kind: MailKind;
  letter: (about: { principal: string; agent: string; link: string }) => Letter;
}

/** Writes to both sides of a mandate what became of it; of an organisation to those who manage its people. */
export async function tellSides(tx: Tx, deps: TellDeps, news: News): Promise<void> {
  const row = await tx.mandate.findUniqueOrThrow({ where: { id: news.mandateId }, select: mandateColumns });
  await tellPrincipal(tx, deps, row, news);
  await tellAgent(tx, deps, row, news);
}

async function tellPrincipal(tx: Tx, deps: TellDeps, row: MandateRow, news: News): Promise<void> {
  const kept = keptOf(deps, row, news);
  if (row.principalOrganisationId !== null) {
    await tellManagers(tx, deps, { organisationId: row.principalOrganisationId, except: [] }, kept);
  } else if (row.principalAccount) await tell(tx, deps, row.principalAccount.email, kept);
  else if (row.principal) await tell(tx, deps, openPrincipal(deps.vault, row.id, row.principal).email, kept);
}

async function tellAgent(tx: Tx, deps: TellDeps, row: MandateRow, news: News): Promise<void> {
  const kept = keptOf(deps, row, news);
  if (row.agentOrganisationId !== null) {
    await tellManagers(tx, deps, { organisationId: row.agentOrganisationId, except: [] }, kept);
  } else if (row.agent) await tell(tx, deps, row.agent.email, kept);
  else if (row.email) await tell(tx, deps, openEmail(deps.vault, row.id, row.email), kept);
}

function keptOf(deps: TellDeps, row: MandateRow, { kind, letter }: News): { kind: MailKind; letter: Letter } {
  const { vault } = deps;
  const link = pageUrl(deps, `/ucet/zmocneni/${row.id}`);
  return { kind, letter: letter({ principal: principalName(vault, row), agent: agentNameOf(vault, row), link }) };
}
