import type { PgBoss, QueueOptions } from 'pg-boss';
import { withdrawalQueue } from '../admin/agendas/tell-of-withdrawal.ts';
import { appealQueue, routedQueue } from '../cases/commands.ts';
import { mailQueue } from '../notifications/queue.ts';
import { bulkQueue } from '../workspace/bulk/queue.ts';

export const cleanUpQueue = 'clean-up';
export const publicationQueue = 'publish-agendas';
export const deadlineQueue = 'watch-deadlines';
export const digestQueue = 'morning-digest';
export const durationQueue = 'usual-durations';

// After 1, 2, 4 ... minutes, then every two hours: altogether about two days, which an outage of a mail server rarely outlasts.
const queues: Record<string, QueueOptions> = {
  [mailQueue]: { retryLimit: 30, retryDelay: 60, retryBackoff: true, retryDelayMax: 2 * 60 * 60 },
  [cleanUpQueue]: { retryLimit: 3, retryDelay: 10 * 60 },
  [appealQueue]: { retryLimit: 20, retryDelay: 60, retryBackoff: true, retryDelayMax: 60 * 60 },
  [withdrawalQueue]: { retryLimit: 20, retryDelay: 60, retryBackoff: true, retryDelayMax: 60 * 60 },
  [bulkQueue]: { retryLimit: 5, retryDelay: 5 },
  // The next minute tries again.
  [publicationQueue]: { retryLimit: 0 },
  // A night with many cases takes longer than the quarter of an hour that is usual.
  [deadlineQueue]: { retryLimit: 3, retryDelay: 10 * 60, expireInSeconds: 2 * 60 * 60 },
  [routedQueue]: { retryLimit: 20, retryDelay: 60, retryBackoff: true, retryDelayMax: 60 * 60 },
  // The next hour tries again.
  [durationQueue]: { retryLimit: 0 },
  [digestQueue]: { retryLimit: 3, retryDelay: 10 * 60, expireInSeconds: 2 * 60 * 60 },
};

/** Starts the job queue without any worker: from here on work can be ordered. Calling it again does nothing new. */
export async function openQueues(boss: PgBoss): Promise<void> {
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, options);
    // An existing queue keeps the options it was made with.
    await boss.updateQueue(name, options);
  }
}
