import { openPrincipal } from '../vault/mandate-principal.ts';
import type { Vault } from '../vault/vault.ts';
import { openEmail } from './content.ts';
import type { MandateRow } from './read.ts';

/** An account that its holder has closed has no name. */
const closed = 'zrušený účet';

/** Whose mandate it is: as the portal knows them, or as the agent named them. */
export function principalName(
  vault: Vault,
  row: Pick<MandateRow, 'id' | 'principal' | 'principalAccount' | 'principalOrganisation'>,
): string {
  const known = row.principalOrganisation ?? row.principalAccount;
  if (known) return known.name || closed;
  return row.principal ? openPrincipal(vault, row.id, row.principal).name : '';
}

/** Who acts by it; as long as nobody has accepted it, the address it was offered to. */
export function agentNameOf(
  vault: Vault,
  { id, email, agent, agentOrganisation }: Pick<MandateRow, 'id' | 'email' | 'agent' | 'agentOrganisation'>,
): string {
  const known = agentOrganisation ?? agent;
  if (known) return known.name || closed;
  return email ? openEmail(vault, id, email) : '';
}
