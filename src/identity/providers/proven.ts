import { z } from 'zod';
import { assuranceLevels } from '../../core/actor.ts';
import { IdentityProvider } from '../../generated/prisma/client.ts';
import { samlName } from './nia/saml-name.ts';

/** Somebody whose identity a provider has proved, in the words of the portal. */
export const provenIdentity = z.object({
  provider: z.enum(IdentityProvider),
  /** The provider's own name for the person, the same each time and never given to anybody else. */
  subject: z.string().min(1).max(500),
  level: z.enum(assuranceLevels),
  name: z.string().min(1).max(200),
  /** What the provider says besides; null where it says nothing. The address is as the provider writes it. */
  birthDate: z.iso.date().nullable(),
  address: z.string().max(500).nullable(),
  email: z.email().max(254).nullable(),
  /** The organisation whose statutory representative the provider says they are. */
  represents: z.object({ ico: z.string(), name: z.string() }).optional(),
  /** The code of the address in RÚIAN, where the provider knows it. */
  addressPlace: z.int().nullish(),
  /** When the person last proved it there; left out where the provider does not say. */
  provedAt: z.iso.datetime().optional(),
  /** What the provider calls the session by which the person came; kept with the sign-in alone. */
  session: samlName.optional(),
});

export type ProvenIdentity = z.infer<typeof provenIdentity>;
