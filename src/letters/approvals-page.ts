import type { RequestHandler } from 'express';
import { z } from 'zod';
import { openLetter } from '../cases/commands.ts';
import { departmentsOf } from '../core/actor.ts';
import { workableBy } from '../core/case/permissions.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../web/input.ts';
import { officerOf } from '../web/officer-of.ts';

const pageSize = 25;
const uuid = z.uuid();

/** GET /urad/schvalovani?po=: what waits for the head of a department, in its units too, the longest waiting first. */
export function showApprovals({ db, vault }: Pick<Deps, 'db' | 'vault'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const after = uuid.safeParse(queryText(req, 'po')).data;
    const rows = officer.roles.includes('head')
      ? await db.caseLetter.findMany({
          where: {
            state: 'forApproval',
            ...(after !== undefined && { id: { gt: after } }),
            case: { AND: [{ departmentId: { in: departmentsOf(officer) } }, workableBy(officer)] },
          },
          select: {
            id: true,
            kind: true,
            content: true,
            updatedAt: true,
            author: { select: { account: { select: { name: true } } } },
            case: { select: { reference: true, agendaVersion: { select: { title: true } } } },
          },
          orderBy: { id: 'asc' },
          take: pageSize + 1,
        })
      : [];
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    res.render('letters/approvals.njk', {
      section: 'urad',
      letters: shown.map(({ id, kind, content, updatedAt, author, case: { reference, agendaVersion } }) => ({
        href: `/urad/pripady/${reference}/dopisy/${id}`,
        ...{ kind, reference },
        title: openLetter(vault, id, content).title,
        agenda: agendaVersion.title,
        author: author.account.name,
        since: updatedAt.toTemporalInstant(),
      })),
      nextHref: last ? `/urad/schvalovani?po=${last.id}` : null,
    });
  };
}
