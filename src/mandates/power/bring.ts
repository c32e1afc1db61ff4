import { randomUUIDv7 } from 'node:crypto';
import { sealAttachmentName } from '../../attachments/name.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import type { Citizen } from '../../core/actor.ts';
import { stateOnceAgreed } from '../../core/mandate/giving.ts';
import type { Deps } from '../../deps.ts';
import { powerToCheck } from '../../notifications/mandate-letters.ts';
import { tellRegistry } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { type NamedPrincipal, sealPrincipal } from '../../vault/mandate-principal.ts';
import { auditMandate } from '../audit.ts';
import type { Side } from '../managed.ts';
import { columnsOf } from '../terms/columns.ts';
import type { Terms } from '../terms/read-terms.ts';
import { powerSlot } from './slot.ts';

type BringDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now' | 'files'>;

interface Brought {
  actor: Citizen;
  agent: Side;
  principal: NamedPrincipal;
  terms: Terms;
  /** It lies in the store and belongs to nobody yet. */
  file: ReceivedFile;
}

/** `noCase`: there is no such case. */
export type Bringing = { id: string } | 'noCase';

/** The agent brings a power of attorney; the registry is to check it before anybody acts by it. */
export async function bringPower(deps: BringDeps, brought: Brought): Promise<Bringing> {
  const remove = (): Promise<void> => deps.files.remove(brought.file.storageKey);
  try {
    const result = await bring(deps, brought);
    if (result === 'noCase') await remove();
    return result;
  } catch (error) {
    await remove();
    throw error;
  }
}

async function bring(deps: BringDeps, { actor, agent, principal, terms, file }: Brought): Promise<Bringing> {
  const { vault } = deps;
  const at = new Date(deps.now().epochMilliseconds);
  return deps.db.$transaction(async tx => {
    const { reference } = terms;
    const where = { reference: reference ?? '', trial: false };
    const found = reference === null ? null : await tx.case.findFirst({ where, select: { id: true } });
    if (reference !== null && !found) return 'noCase';
    const id = randomUUIDv7();
    await tx.mandate.create({
      data: {
        ...{ id, origin: 'power', state: stateOnceAgreed('power'), madeById: actor.accountId, level: actor.level },
        ...columnsOf(terms, found?.id ?? null),
        principal: sealPrincipal(vault, id, principal),
        ...(agent.organisationId === null
          ? { agentId: agent.accountId }
          : { agentOrganisationId: agent.organisationId }),
        ...{ acceptedById: actor.accountId, acceptedAt: at, createdAt: at },
      },
    });
    const { name, ...content } = file;
    await tx.attachment.create({
      data: {
        ...content,
        ...{ mandateId: id, slot: powerSlot.id, name: sealAttachmentName(vault, { id: file.id, name }), createdAt: at },
      },
    });
    await auditMandate(tx, deps, 'powerBrought', { actor, mandateId: id });
    const letter = powerToCheck({ link: pageUrl(deps, `/urad/plne-moci/${id}`) });
    await tellRegistry(tx, deps, { kind: 'powerToCheck', letter });
    return { id };
  });
}
