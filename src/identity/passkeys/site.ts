import type { Deps } from '../../deps.ts';

/** To whom passkeys belong: the name of the host people reach the portal by. Never from the request, which can be forged. */
export function siteOf({ config }: Pick<Deps, 'config'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.publicUrl);
  return { rpID: hostname, origin };
}
