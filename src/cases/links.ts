import type { Config } from '../config.ts';

/**
 * Where a mail sends the applicant: to the case, or, when it was filed without an account, to where the secret code
 * opens it. The code itself is never in an address.
 */
export function caseLink(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  { reference, hasAccount }: { reference: string; hasAccount: boolean },
): string {
  const path = hasAccount ? `/pripady/${reference}` : `/stav?${new URLSearchParams({ znacka: reference }).toString()}`;
  return new URL(path, publicUrl).href;
}

/** Where a filing that waits for it is confirmed; without an account the code opens the case first, which leads on. */
export function confirmLink(config: Pick<Config, 'publicUrl'>, of: { reference: string; hasAccount: boolean }): string {
  return of.hasAccount ? new URL(confirmPath(of.reference), config.publicUrl).href : caseLink(config, of);
}

/** The page where a filing that waits for it is confirmed. */
export function confirmPath(reference: string): string {
  return `/pripady/${reference}/potvrdit`;
}

/** Whether whose case it is sees it signed in; whoever has no account, by its code. */
export function isSignedInto({
  applicantId,
  organisationId,
  mandateId,
}: Record<'applicantId' | 'organisationId' | 'mandateId', string | null>): boolean {
  return applicantId !== null || organisationId !== null || mandateId !== null;
}

/** Where a mail sends an officer. */
export function deskLink({ publicUrl }: Pick<Config, 'publicUrl'>, reference: string): string {
  return new URL(`/urad/pripady/${reference}`, publicUrl).href;
}
