import type { Request } from 'express';
import { z } from 'zod';
import { assuranceLevels } from '../core/actor.ts';
import type { Confirmer } from './store.ts';

/** What a session holds of whoever is signed in, see identity/whois. */
const login = z.object({ accountId: z.uuid(), signInId: z.uuid(), level: z.enum(assuranceLevels) });

/** Whoever asks, as a proof names them; null of a guest. */
export function confirmerOf(req: Request): Confirmer | null {
  const { actor } = req;
  const kept = login.safeParse(req.session.passport?.user);
  if (!kept.success || (actor.kind !== 'citizen' && actor.kind !== 'officer')) return null;
  return { ...kept.data, name: actor.name };
}
