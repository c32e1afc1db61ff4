import { z } from 'zod';
import { assuranceLevels } from '../core/actor.ts';
import type { Vault } from './vault.ts';

/** The place that what providers say of people is sealed for. */
export const identityContext = 'account-identity';

/** Of that as much as the rest of the portal needs. */
const identity = z.object({
  level: z.enum(assuranceLevels),
  name: z.string(),
  birthDate: z.string().nullable(),
  address: z.string().nullable(),
});

export function openSaid(vault: Vault, content: Uint8Array): z.infer<typeof identity> {
  return identity.parse(JSON.parse(vault.open(content, identityContext)));
}
