import { z } from 'zod';
import { assuranceLevels } from '../core/actor.ts';
import type { Vault } from '../vault/vault.ts';

const methods = ['signIn', 'mailCode'] as const;
export type Method = (typeof methods)[number];

/** What shows that somebody confirmed a document: how, when, which one, in which sign-in and how surely it was they. */
const proof = z.object({
  method: z.enum(methods),
  /** UTC. */
  at: z.string(),
  /** SHA-256 of the document in hexadecimal. */
  sha256: z.string(),
  accountId: z.uuid(),
  /** As a register or a clerk knows them, else of the account. */
  name: z.string(),
  signInId: z.uuid(),
  level: z.enum(assuranceLevels),
});

export type Proof = z.output<typeof proof>;

export function sealProof(vault: Vault, id: string, content: Proof): Uint8Array<ArrayBuffer> {
  return vault.seal(JSON.stringify(content), context(id));
}

export function openProof(vault: Vault, id: string, content: Uint8Array): Proof {
  return proof.parse(JSON.parse(vault.open(content, context(id))));
}

function context(id: string): string {
  return `authorisation/${id}/proof`;
}
