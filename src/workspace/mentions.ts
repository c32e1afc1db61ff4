import type { RequestHandler } from 'express';
import { z } from 'zod';
import { workableBy } from '../core/case/permissions.ts';
import { openNote } from '../cases/commands.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../web/input.ts';
import { officerOf } from '../web/officer-of.ts';

const pageSize = 25;
const uuid = z.uuid();

interface MentionsPage {
  section: 'urad';
  mentions: { reference: string; agenda: string; author: string; at: Temporal.Instant; text: string; isNew: boolean }[];
  nextHref: string | null;
}

/** GET /urad/zminky?po=: notes meant for this officer, the newest first. What is shown is read. */
export function showMentions({ db, vault, now }: Pick<Deps, 'db' | 'vault' | 'now'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const after = uuid.safeParse(queryText(req, 'po')).data;
    const rows = await db.caseMention.findMany({
      where: {
        officerId: officer.officerId,
        ...(after !== undefined && { noteId: { lt: after } }),
        // A case may have gone to where they do not see it since.
        note: { case: workableBy(officer) },
      },
      select: {
        readAt: true,
        note: {
          select: {
            id: true,
            text: true,
            at: true,
            officer: { select: { account: { select: { name: true } } } },
            case: { select: { reference: true, agendaVersion: { select: { title: true } } } },
          },
        },
      },
      orderBy: { noteId: 'desc' },
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    const page: MentionsPage = {
      section: 'urad',
      mentions: shown.map(({ note, readAt }) => ({
        reference: note.case.reference,
        agenda: note.case.agendaVersion.title,
        author: note.officer.account.name,
        at: note.at.toTemporalInstant(),
        text: openNote(vault, note.id, note.text),
        isNew: readAt === null,
      })),
      nextHref: last ? `/urad/zminky?po=${last.note.id}` : null,
    };
    const unread = shown.filter(({ readAt }) => readAt === null).map(({ note }) => note.id);
    if (unread.length > 0) {
      await db.caseMention.updateMany({
        where: { officerId: officer.officerId, noteId: { in: unread }, readAt: null },
        data: { readAt: new Date(now().epochMilliseconds) },
      });
    }
    res.render('workspace/mentions.njk', page);
  };
}
