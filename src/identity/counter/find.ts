import type { SeenIdentity } from '../../core/identity/verification.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { dayOf } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import { openRevocation, openSeen } from '../../vault/seen.ts';

/** Once that somebody of the office saw the document of whoever holds an account. */
export interface Verification extends SeenIdentity {
  on: Temporal.PlainDate;
  until: Temporal.PlainDate;
  officer: string;
  isCounting: boolean;
  revokedOn: Temporal.PlainDate | null;
  /** Why it was revoked. */
  reason: string | null;
}

const most = 20;

/** The newest first. */
export async function findVerifications(
  { db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>,
  accountId: string,
): Promise<Verification[]> {
  const rows = await db.accountVerification.findMany({
    where: { accountId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
    include: { officer: { select: { account: { select: { name: true } } } } },
  });
  const today = dayInPrague(now());
  return rows.map(row => {
    const until = dayOf(row.validUntil);
    return {
      ...openSeen(vault, row),
      on: dayInPrague(row.at.toTemporalInstant()),
      until,
      officer: row.officer.account.name,
      isCounting: row.revokedAt === null && Temporal.PlainDate.compare(today, until) <= 0,
      revokedOn: row.revokedAt && dayInPrague(row.revokedAt.toTemporalInstant()),
      reason: openRevocation(vault, row),
    };
  });
}
