import type { Config } from '../config.ts';

/** Whether people reach the portal over TLS, so that its cookies may be kept to that. */
export function isSecure({ publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  return publicUrl.startsWith('https:');
}
