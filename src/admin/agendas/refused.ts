import type { VersionStatus } from '../../generated/prisma/client.ts';
import type { Refusal } from './version-command.ts';

/** Why nothing was done, to whoever asked for it. A version that is missing has no sentence but a page. */
export function refusedSentence(number: number, refusal: Exclude<Refusal, { reason: 'missing' }>): string {
  if (refusal.reason === 'status') return `${became[refusal.status](number)} Nic jsme nezměnili.`;
  return `Koncept verze ${number} mezitím někdo změnil. Projděte si ho znovu. Nic jsme nezměnili.`;
}

/** How a version got from under the administrator's hands. */
const became: Record<VersionStatus, (number: number) => string> = {
  draft: number => `Verze ${number} je teď koncept.`,
  scheduled: number => `Verze ${number} už čeká na svůj čas, kdy se zveřejní.`,
  published: number => `Verze ${number} už je zveřejněná, mezitím ji zveřejnil někdo jiný.`,
  superseded: number => `Verzi ${number} mezitím nahradila novější.`,
  withdrawn: number => `Verzi ${number} mezitím někdo přestal nabízet, zahodil nebo nahradil jinou.`,
  trial: number => `Verze ${number} je jen na zkoušku.`,
};
