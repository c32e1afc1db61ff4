import { z } from 'zod';
import { officerRoles } from '../../core/actor.ts';
import type { Vault } from '../../vault/vault.ts';

const id = z.string();
const officer = z.strictObject({
  kind: z.literal('officer'),
  accountId: id,
  officerId: id,
  name: z.string(),
  departmentId: id,
  // Of an order kept before heads worked the cases of units, none.
  units: z.array(id).default([]),
  roles: z.array(z.enum(officerRoles)),
  standsInFor: z.array(id),
});

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('takeOver') }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('watch') }),
  z.strictObject({
    kind: z.literal('assign'),
    to: z.union([z.strictObject({ departmentId: id }), z.strictObject({ officerId: id })]),
    reason: z.string(),
  }),
]);
export type BulkStep = z.output<typeof step>;

/** What is to be done with the cases, and who asked for it: as the officer was then. */
const order = z.strictObject({
  step,
  officer,
  /** The page of the inbox where the cases were ticked. Of an order kept before that was remembered, the beginning. */
  list: z.string().default('/urad'),
});
type BulkOrder = z.output<typeof order>;

export function sealOrder(vault: Vault, runId: string, content: BulkOrder): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(content), context(runId));
}

export function openOrder(vault: Vault, runId: string, sealed: Uint8Array): BulkOrder {
  return order.parse(JSON.parse(vault.open(sealed, context(runId))));
}

function context(runId: string): string {
  return `bulk-run/${runId}/content`;
}
