import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { countMails } from './mail/queries.ts';

/** GET /sprava: whether anything needs the administrator. */
export function dashboard({ db, now }: Pick<Deps, 'db' | 'now'>): RequestHandler {
  return async (_req, res) => {
    const [versions, mails] = await Promise.all([
      db.agendaVersion.groupBy({
        by: ['status'],
        _count: true,
        where: { status: { in: ['draft', 'scheduled', 'published'] } },
      }),
      countMails(db, now()),
    ]);
    const count = (status: string): number => versions.find(row => row.status === status)?._count ?? 0;
    res.render('admin/dashboard.njk', {
      section: 'sprava',
      place: 'prehled',
      published: count('published'),
      drafts: count('draft') + count('scheduled'),
      mails,
    });
  };
}
