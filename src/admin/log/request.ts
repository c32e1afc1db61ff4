import type { Request } from 'express';
import { z } from 'zod';
import { type AuditAction, auditActions } from '../../audit/actions.ts';
import { parseReference } from '../../core/case/reference.ts';
import { queryText } from '../../web/input.ts';

/** Which records are asked for; what is null does not matter. */
export interface LogRequest {
  reference: string | null;
  /** An e-mail, or a part of a name, of whoever acted. */
  who: string;
  action: AuditAction | null;
  from: Temporal.PlainDate | null;
  until: Temporal.PlainDate | null;
  /** Older than this record. */
  before: bigint | null;
}

const day = z.iso.date();

/** What makes no sense in the address is left out. */
export function readLogRequest(req: Request): LogRequest {
  const action = queryText(req, 'co', 60);
  return {
    reference: parseReference(queryText(req, 'znacka', 40)),
    who: queryText(req, 'kdo', 100).trim(),
    action: action in auditActions ? (action as AuditAction) : null,
    from: dayIn(queryText(req, 'od', 10)),
    until: dayIn(queryText(req, 'do', 10)),
    before: cursorIn(queryText(req, 'po', 20)),
  };
}

export function logHref({ reference, who, action, from, until }: LogRequest, before?: bigint): string {
  const params = new URLSearchParams();
  if (reference !== null) params.set('znacka', reference);
  if (who) params.set('kdo', who);
  if (action) params.set('co', action);
  if (from) params.set('od', from.toString());
  if (until) params.set('do', until.toString());
  if (before !== undefined) params.set('po', String(before));
  const query = params.toString();
  return query ? `/sprava/protokol?${query}` : '/sprava/protokol';
}

function dayIn(typed: string): Temporal.PlainDate | null {
  const parsed = day.safeParse(typed);
  return parsed.success ? Temporal.PlainDate.from(parsed.data) : null;
}

function cursorIn(typed: string): bigint | null {
  return /^\d{1,18}$/.test(typed) ? BigInt(typed) : null;
}
