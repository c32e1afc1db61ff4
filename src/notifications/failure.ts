import { z } from 'zod';
import type { MailFailure } from '../generated/prisma/client.ts';

export interface Failed {
  failure: MailFailure;
  /** What the operator needs to know. */
  reason: string;
}

/** Why a mail was not taken over: in a kind that people are told in words, and as the server put it. */
export function failureOf(error: unknown): Failed {
  return { failure: kindOf(error), reason: reasonOf(error) };
}

function kindOf(error: unknown): MailFailure {
  const { command, responseCode, code } = parts.parse(error);
  // A server that knows no such mailbox says so for good (5xx) when it hears the recipient; 4xx is "not now".
  if (command === 'RCPT TO' && responseCode >= 500) return 'noMailbox';
  if (responseCode > 0) return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  return unreachable.includes(code) ? 'unreachable' : 'unknown';
}

const unreachable = ['ECONNECTION', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'];

/** What nodemailer says of an error, as far as it does. */
const parts = z
  .object({ command: z.string().catch(''), responseCode: z.number().catch(0), code: z.string().catch('') })
  .catch({ command: '', responseCode: 0, code: '' });

/** Servers like to repeat the recipient's address, which stays sealed. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replaceAll(/[^\s<>"'(,;:]+@[^\s<>"'),;:]+/g, '…').slice(0, 300) || 'unknown';
}
