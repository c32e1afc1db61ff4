import type { Actor } from '../core/actor.ts';
import type { CaseEvent } from '../core/case/events.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Letter } from '../notifications/letter.ts';
import { applicantWrote, type MailKind } from '../notifications/letters.ts';
import { applicantActed, arrived, newCase } from '../notifications/office-letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { isOfApplicant } from './case-store.ts';
import { findReader } from './find-reader.ts';
import { deskLink } from './links.ts';
import { officerMails } from './officer-mails.ts';

type Held = Pick<CaseSnapshot, 'officerId' | 'departmentId'>;

interface News {
  caseId: string;
  reference: string;
  agenda: string;
  before: Held;
  after: CaseSnapshot;
  event: CaseEvent;
  actor: Actor;
  now: Temporal.Instant;
}

/** Tells of a change whoever of the office has to know, see `officerMails`; nobody of what they did themselves. */
export async function tellOffice(
  tx: Prisma.TransactionClient,
  deps: Pick<Deps, 'config' | 'vault' | 'boss'>,
  news: News,
): Promise<void> {
  const { caseId, after, actor, now } = news;
  if (!isNews(news)) return;
  const reader = await findReader(tx, after, dayInPrague(now));
  if (actor.kind === 'officer' && actor.officerId === reader.officerId) return;
  const mail = mailAbout(news, { toOfficer: reader.officerId !== null, link: deskLink(deps.config, news.reference) });
  if (mail) await enqueueMail(tx, deps, { ...mail, caseId, to: reader.email });
}

/** Whether it is about somebody else than before, or from the applicant's side. */
function isNews({ event, before, after, actor }: News): boolean {
  const mailed = officerMails[event.type];
  if ('because' in mailed) return false;
  if (event.type === 'written') return isOfApplicant(after, actor);
  if (mailed.to === 'holder') return true;
  return after.officerId !== before.officerId || after.departmentId !== before.departmentId;
}

function mailAbout(
  { event, reference, agenda }: News,
  { toOfficer, link }: { toOfficer: boolean; link: string },
): (Letter & { kind: MailKind }) | null {
  const mailed = officerMails[event.type];
  if ('because' in mailed) return null;
  const about = { reference, agenda, link };
  if (event.type === 'written') return { kind: 'applicantWrote', ...applicantWrote(about) };
  if (mailed.to === 'holder') return { kind: 'applicantActed', ...applicantActed({ ...about, what: mailed.what }) };
  return toOfficer ? { kind: 'newCase', ...newCase(about) } : { kind: 'arrived', ...arrived(about) };
}
