import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { peopleHome } from './office/people/find.ts';
import { countMails } from './mail/queries.ts';

/** GET /sprava: whether anything needs an administrator; each sees the parts that are theirs. */
export function dashboard({ db, now }: Pick<Deps, 'db' | 'now'>): RequestHandler {
  return async (_req, res) => {
    const [versions, mails, grants] = await Promise.all([
      db.agendaVersion.groupBy({
        by: ['status'],
        _count: true,
        where: { status: { in: ['draft', 'scheduled', 'published'] } },
      }),
      countMails(db, now()),
      db.roleGrant.findMany({
        where: { decidedAt: null },
        orderBy: { askedAt: 'asc' },
        select: { officerId: true, officer: { select: { account: { select: { name: true } } } } },
      }),
    ]);
    const count = (status: string): number => versions.find(row => row.status === status)?._count ?? 0;
    res.render('admin/dashboard.njk', {
      section: 'sprava',
      place: 'prehled',
      published: count('published'),
      drafts: count('draft') + count('scheduled'),
      mails,
      grants: grants.map(({ officerId, officer }) => ({
        text: officer.account.name,
        href: `${peopleHome}/${officerId}`,
      })),
    });
  };
}
