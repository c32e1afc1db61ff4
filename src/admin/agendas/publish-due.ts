import { recordAudit } from '../../audit/record.ts';
import type { System } from '../../core/actor.ts';
import { mailboxOf } from '../../database/mailbox.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { agendaNotPublished } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { type Acknowledgement, judge, type Judgement } from './judge.ts';
import { lockAgenda } from './lock-agenda.ts';
import { gatePath } from './paths.ts';
import { backToSketch, putInForce } from './publish-version.ts';
import { findDefinition } from './queries.ts';
import { date } from './version-command.ts';

type DueDeps = Pick<Deps, 'db' | 'vault' | 'boss' | 'config' | 'now' | 'log'>;

/**
 * Publishes what its time has come for, also when it came while nothing ran. What meanwhile no longer passes the gate
 * (its department is gone, say) becomes a sketch again, and whoever set the time is told. Answers how many were published.
 */
export async function publishDue(deps: DueDeps): Promise<number> {
  const due = await deps.db.agendaVersion.findMany({
    where: { status: 'scheduled', publishAt: { lte: date(deps.now()) } },
    select: { id: true, agenda: { select: { slug: true } } },
    orderBy: { publishAt: 'asc' },
  });
  let published = 0;
  for (const { id, agenda } of due) {
    try {
      if (await publishOne(deps, { id, slug: agenda.slug })) published += 1;
    } catch (error) {
      // One that cannot be published must not hold up the others; its time stays, and the next round tries again.
      deps.log.error({ err: error, agenda: agenda.slug }, 'a scheduled agenda could not be published');
    }
  }
  return published;
}

const portal: System = { kind: 'system' };

async function publishOne(deps: DueDeps, { id, slug }: { id: string; slug: string }): Promise<boolean> {
  const now = deps.now();
  return deps.db.$transaction(async tx => {
    const agendaId = await lockAgenda(tx, slug);
    const version = await tx.agendaVersion.findFirst({
      where: { id, status: 'scheduled', publishAt: { lte: date(now) } },
      select: {
        number: true,
        title: true,
        acknowledgements: true,
      },
    });
    // Taken back, or published by another process, since it was found.
    if (!version || agendaId === null) return false;
    const stored = await findDefinition(tx, id);
    if (!stored) return false;
    const judgement = await judge(tx, { ...stored, now });
    if (judgement.errors.length > 0) {
      await refuse(tx, deps, { id, slug, version, judgement });
      return false;
    }
    const acknowledgements = version.acknowledgements as unknown as Acknowledgement[];
    await putInForce(tx, { id, agendaId, slug, number: version.number, acknowledgements, actor: portal, now });
    return true;
  });
}

interface Refused {
  id: string;
  slug: string;
  version: { number: number; title: string };
  judgement: Judgement;
}

async function refuse(
  tx: Prisma.TransactionClient,
  deps: DueDeps,
  { id, slug, version, judgement }: Refused,
): Promise<void> {
  const { number, title } = version;
  await backToSketch(tx, id);
  for (const { rule } of judgement.errors) {
    const details = { agenda: slug, version: number, rule };
    const entry = { actor: portal, at: deps.now(), subject: `agenda/${slug}`, details };
    await recordAudit(tx, { ...entry, action: 'agendaNotPublished' });
  }
  deps.log.error({ agenda: slug, version: number }, 'a scheduled agenda does not pass the gate');
  const to = await whoScheduled(tx, slug);
  if (to === undefined) return;
  const link = new URL(gatePath(slug, number), deps.config.publicUrl).href;
  const problems = judgement.errors.map(({ message }) => message);
  const letter = agendaNotPublished({ agenda: title, problems, link });
  await enqueueMail(tx, deps, { kind: 'agendaNotPublished', to, ...letter });
}

async function whoScheduled(tx: Prisma.TransactionClient, slug: string): Promise<string | undefined> {
  const record = await tx.auditRecord.findFirst({
    where: { subject: `agenda/${slug}`, action: 'agendaScheduled' },
    select: { actorId: true },
    orderBy: { id: 'desc' },
  });
  if (!record?.actorId) return undefined;
  const officer = await tx.officer.findUnique({
    where: { id: record.actorId },
    select: { account: { select: { email: true } } },
  });
  return officer ? mailboxOf(officer.account) : undefined;
}
