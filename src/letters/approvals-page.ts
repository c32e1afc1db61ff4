import type { RequestHandler } from 'express';
import { z } from 'zod';
import { openLetter } from '../cases/commands.ts';
import { departmentsOf } from '../core/actor.ts';
import { workableBy } from '../core/case/permissions.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { queryText } from '../web/input.ts';
import { officerOf } from '../web/officer-of.ts';

const pageSize = 25;

/** GET /urad/schvalovani?po=: what waits for the head of a department, in its units too, the longest waiting first. */
export function showApprovals({ db, vault }: Pick<Deps, 'db' | 'vault'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const after = readCursor(queryText(req, 'po'));
    const rows = officer.roles.includes('head')
      ? await db.caseLetter.findMany({
          where: {
            state: 'forApproval',
            ...(after && behind(after)),
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
          // A letter that waits is not changed: it waits since its last change.
          orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
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
      nextHref: last ? `/urad/schvalovani?po=${writeCursor(last)}` : null,
    });
  };
}

/** The row that a page begins behind. */
interface Cursor {
  updatedAt: Date;
  id: string;
}

/** `1777881600000.<id>` */
const cursor = z.tuple([z.coerce.number().int().min(0).max(1e13), z.uuid()]);

function writeCursor({ updatedAt, id }: Cursor): string {
  return `${updatedAt.getTime()}.${id}`;
}

function readCursor(text: string): Cursor | null {
  const { data } = cursor.safeParse(text.split('.'));
  return data ? { updatedAt: new Date(data[0]), id: data[1] } : null;
}

function behind({ updatedAt, id }: Cursor): Prisma.CaseLetterWhereInput {
  return { updatedAt: { gte: updatedAt }, OR: [{ updatedAt: { gt: updatedAt } }, { id: { gt: id } }] };
}
