/** A mailbox as its holder knows it and a passer-by does not: "j***@example.cz". */
export function maskedMailbox(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}
