import { dayInPrague } from '../core/czech/format.ts';
import { dayColumn } from '../database/days.ts';
import type { Deps } from '../deps.ts';
import { newCase } from '../notifications/office-letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { findReader } from './find-reader.ts';
import { deskLink } from './links.ts';

/** The queue of filings that were routed to an officer who does not know yet. */
export const routedQueue = 'tell-routed';

export interface RoutedJob {
  caseId: string;
}

/**
 * Tells the officer whom a filing was routed to. Its job is inserted by the statement that files, so filing waits for no
 * letter; run again, it finds that it is done. Nobody is told of what nobody has any more.
 */
export async function tellRouted(
  deps: Pick<Deps, 'db' | 'config' | 'vault' | 'boss' | 'now'>,
  { caseId }: RoutedJob,
): Promise<void> {
  const now = deps.now();
  await deps.db.$transaction(async tx => {
    const found = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
      select: {
        reference: true,
        officerId: true,
        departmentId: true,
        filedAt: true,
        agendaVersion: { select: { title: true } },
      },
    });
    const { reference, officerId, filedAt } = found;
    const day = dayColumn(dayInPrague(filedAt.toTemporalInstant()));
    const notice = { caseId, kind: 'newCase' as const, day, sentAt: new Date(now.epochMilliseconds) };
    const { count } = await tx.sentNotice.createMany({ data: [notice], skipDuplicates: true });
    if (officerId === null || count === 0) return;
    const reader = await findReader(tx, found, dayInPrague(now));
    if (reader.officerId === null) return;
    const letter = newCase({
      reference,
      agenda: found.agendaVersion.title,
      link: deskLink(deps.config, reference),
    });
    await enqueueMail(tx, deps, { kind: 'newCase', ...letter, caseId, to: reader.email });
  });
}
