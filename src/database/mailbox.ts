/** The address of an account that has to have one, as that of an officer (trigger `officer_has_mailbox`). */
export function mailboxOf({ email }: { email: string | null }): string {
  if (email === null) throw new Error('an account without a mailbox');
  return email;
}
