import { rolesWith } from '../../core/office/rights.ts';
import type { OfficerRole } from '../../core/actor.ts';
import { type Absence, awayOn, standsInFor } from '../../core/case/deputies.ts';
import { withUnits } from '../../core/office/tree.ts';
import { findAbsencesOn } from '../../database/absences.ts';
import { dayColumn } from '../../database/days.ts';
import { mailboxOf } from '../../database/mailbox.ts';
import type { Deps } from '../../deps.ts';
import type { OfficerTopic } from '../../notifications/settings.ts';

/** Who gets a morning mail, and about what. */
export interface Recipient {
  officerId: string;
  email: string;
  /** Since the last one. */
  since: Temporal.Instant;
  /** What they chose not to hear of. */
  without: OfficerTopic[];
  /** Absent officers they stand in for. */
  standsInFor: string[];
  /** Of a head, their own department with its units. */
  heads: string[];
  /** People of those departments who are away with nobody in their place. */
  unattended: number;
}

const topics: OfficerTopic[] = ['newCase', 'answered', 'deadlines'];

/** Clerks and heads who are at work today, want the mail and have not got it yet; three queries for the whole office. */
export async function findRecipients({ db }: Pick<Deps, 'db'>, day: Temporal.PlainDate): Promise<Recipient[]> {
  const [officers, absences, departments] = await Promise.all([
    findOfficers(db, day),
    findAbsencesOn(db, day),
    db.department.findMany({ select: { id: true, parentId: true } }),
  ]);
  const unattended = officers.filter(({ id }) => awayOn(id, absences, day)?.standInId === null);
  return officers
    .filter(officer => isToldToday(officer, absences, day))
    .map(officer => {
      const settings = officer.account.mailSettings;
      const heads = isHead(officer) ? [...withUnits(departments, officer.departmentId)] : [];
      return {
        officerId: officer.id,
        email: mailboxOf(officer.account),
        since: officer.digests[0]?.sentAt.toTemporalInstant() ?? yesterday(day),
        without: topics.filter(topic => settings?.[topic] === 'never'),
        standsInFor: standsInFor(officer.id, absences, day),
        heads,
        unattended: unattended.filter(({ departmentId }) => heads.includes(departmentId)).length,
      };
    });
}

function findOfficers(db: Deps['db'], day: Temporal.PlainDate) {
  return db.officer.findMany({
    where: { active: true, roles: { hasSome: rolesWith('workCases') } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      departmentId: true,
      roles: true,
      account: { select: { email: true, mailSettings: true } },
      digests: { where: { day: { lte: dayColumn(day) } }, orderBy: { day: 'desc' }, take: 1 },
    },
  });
}

type Found = Awaited<ReturnType<typeof findOfficers>>[number];

function isToldToday({ id, account, digests }: Found, absences: Absence[], day: Temporal.PlainDate): boolean {
  const isTold = digests[0]?.day.getTime() === dayColumn(day).getTime();
  return !isTold && (account.mailSettings?.digest ?? true) && awayOn(id, absences, day) === null;
}

function isHead({ roles }: { roles: OfficerRole[] }): boolean {
  return roles.includes('head');
}

/** For whoever has got none yet. */
function yesterday(day: Temporal.PlainDate): Temporal.Instant {
  return day.subtract({ days: 1 }).toZonedDateTime('Europe/Prague').toInstant();
}
