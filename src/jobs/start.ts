import path from 'node:path';
import type { Deps } from '../deps.ts';
import { publishDue } from '../admin/agendas/publish-due.ts';
import { tellOfWithdrawal, withdrawalQueue, type WithdrawalJob } from '../admin/agendas/tell-of-withdrawal.ts';
import {
  type AppealJob,
  appealQueue,
  recordAppeal,
  type RoutedJob,
  routedQueue,
  tellRouted,
} from '../cases/commands.ts';
import { deliverMail } from '../notifications/deliver.ts';
import { mailQueue, type MailJob } from '../notifications/queue.ts';
import { createMailTransport, type MailTransport } from '../notifications/transport.ts';
import { bulkQueue, type BulkJob } from '../workspace/bulk/queue.ts';
import { runBulk } from '../workspace/bulk/run.ts';
import { cleanUp } from './clean-up.ts';
import { watchDeadlines } from './deadlines/watch-deadlines.ts';
import { sendDigests } from './digest/send-digests.ts';
import { refreshDurations } from './durations/refresh-durations.ts';
import { cleanUpQueue, deadlineQueue, digestQueue, durationQueue, openQueues, publicationQueue } from './queues.ts';

/** Starts the background work of this process; gives back what ends it, letting the work in hand finish. */
export async function startJobs(deps: Deps): Promise<() => Promise<void>> {
  const { boss, config } = deps;
  const transport = createMailTransport({
    smtpUrl: config.smtpUrl,
    folder: path.join(config.dataDir, 'mail'),
    from: config.mailFrom,
  });
  await openQueues(boss);
  await sendMails(deps, transport);
  await cleanUpEveryNight(deps);
  await publishEveryMinute(deps);
  await tellPeople(deps);
  await watchDeadlinesEveryNight(deps);
  await recordAppeals(deps);
  await workBulkSteps(deps);
  await tellOfRouted(deps);
  await writeDigestsEveryMorning(deps);
  await refreshDurationsEveryHour(deps);
  return async () => {
    await boss.stop({ graceful: true, timeout: 15_000 });
    transport.close();
  };
}

/** One by one: a mail that cannot be sent is tried again later and holds up none of the others. */
async function sendMails(deps: Deps, transport: MailTransport): Promise<void> {
  const { boss, log } = deps;
  await boss.work<MailJob, object, typeof inBatches>(mailQueue, inBatches, async jobs => {
    const results = [];
    for (const job of jobs) {
      const delivery = await deliverMail(deps, transport, job.data.mailId);
      if (delivery.outcome !== 'failed') {
        results.push({ id: job.id, status: 'completed' as const });
        continue;
      }
      log.warn({ mailId: job.data.mailId, reason: delivery.reason }, 'mail not sent');
      results.push({ id: job.id, status: 'failed' as const, output: { message: delivery.reason } });
    }
    return results;
  });
}

const inBatches = { batchSize: 10, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: 1 } as const;

async function cleanUpEveryNight(deps: Deps): Promise<void> {
  const { boss, log } = deps;
  await boss.work(cleanUpQueue, async () => {
    log.info(await cleanUp(deps), 'cleaned up');
  });
  await boss.schedule(cleanUpQueue, '20 3 * * *', null, { tz: 'Europe/Prague' });
}

/** What came due while nothing ran is published by the first minute after. */
async function publishEveryMinute(deps: Deps): Promise<void> {
  const { boss, log } = deps;
  await boss.work(publicationQueue, async () => {
    const published = await publishDue(deps);
    if (published > 0) log.info({ published }, 'scheduled agendas published');
  });
  await boss.schedule(publicationQueue, '* * * * *');
}

async function tellPeople(deps: Deps): Promise<void> {
  await deps.boss.work<WithdrawalJob>(withdrawalQueue, async jobs => {
    for (const job of jobs) await tellOfWithdrawal(deps, job.data);
  });
}

/** Before anybody comes to work, so that the day begins with what is true on it. */
async function watchDeadlinesEveryNight(deps: Deps): Promise<void> {
  const { boss, log } = deps;
  await boss.work(deadlineQueue, async () => {
    log.info(await watchDeadlines(deps), 'deadlines looked after');
  });
  await boss.schedule(deadlineQueue, '30 4 * * *', null, { tz: 'Europe/Prague' });
}

async function recordAppeals(deps: Deps): Promise<void> {
  await deps.boss.work<AppealJob>(appealQueue, { pollingIntervalSeconds: 1 }, async jobs => {
    for (const job of jobs) await recordAppeal(deps, job.data);
  });
}

/** Somebody looks on, so it begins at once. */
async function workBulkSteps(deps: Deps): Promise<void> {
  await deps.boss.work<BulkJob>(bulkQueue, { pollingIntervalSeconds: 0.5 }, async jobs => {
    for (const job of jobs) await runBulk(deps, job.data.runId);
  });
}

async function tellOfRouted(deps: Deps): Promise<void> {
  await deps.boss.work<RoutedJob>(routedQueue, { pollingIntervalSeconds: 1 }, async jobs => {
    for (const job of jobs) await tellRouted(deps, job.data);
  });
}

/** On working days; which of them are holidays, the job itself knows. */
async function writeDigestsEveryMorning(deps: Deps): Promise<void> {
  const { boss, log } = deps;
  await boss.work(digestQueue, async () => {
    log.info({ digests: await sendDigests(deps) }, 'morning mails written');
  });
  await boss.schedule(digestQueue, '30 6 * * 1-5', null, { tz: 'Europe/Prague' });
}

async function refreshDurationsEveryHour(deps: Deps): Promise<void> {
  const { boss, log } = deps;
  await boss.work(durationQueue, async () => {
    log.info({ agendas: await refreshDurations(deps) }, 'usual durations worked out');
  });
  await boss.schedule(durationQueue, '5 * * * *', null, { tz: 'Europe/Prague' });
  // And at once, so that a portal just installed or moved need not wait for the hour.
  await boss.send(durationQueue, {}, { singletonKey: durationQueue });
}
