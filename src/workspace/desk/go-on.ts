import type { RequestHandler } from 'express';
import { visibleTo } from '../../core/case/permissions.ts';
import { parseReference } from '../../core/case/reference.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { textParam } from '../../web/input.ts';
import { deskHref, fromList, listHref } from '../from-list.ts';
import { neighbourOf } from '../inbox/neighbour.ts';
import { readInboxRequest } from '../inbox/request.ts';
import { officerOf } from '../../web/officer-of.ts';

const ends = {
  next: 'Dál už v\u00a0seznamu žádný případ není.',
  previous: 'Tohle byl první případ v\u00a0seznamu.',
};

/** GET /urad/pripady/:ref/dalsi and /predchozi: the neighbour of a case in the list it was opened from. */
export function goOn(
  { db, pool, vault, now }: Pick<Deps, 'db' | 'pool' | 'vault' | 'now'>,
  direction: 'next' | 'previous',
): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const reference = parseReference(textParam(req, 'ref'));
    if (reference === null) throw new NotFound();
    const here = await db.case.findFirst({
      where: { AND: [{ reference }, visibleTo(officer)] },
      select: { id: true },
    });
    if (!here) throw new NotFound();
    const from = fromList(req);
    const request = readInboxRequest({ query: Object.fromEntries(new URLSearchParams(from)) }, officer);
    const today = dayInPrague(now());
    const found = request && (await neighbourOf(pool, { vault, officer, request, today, caseId: here.id, direction }));
    if (found === null) req.session.notice = ends[direction];
    res.redirect(303, found === null ? listHref(from) : deskHref(found, from));
  };
}
