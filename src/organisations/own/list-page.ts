import type { RequestHandler } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import type { Deps } from '../../deps.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { afterOf, pageOf, taken } from '../../web/keyset.ts';
import { openReason } from '../reason.ts';

/** GET /organizace: what a person is to organisations, what waits to be checked and what was refused. The newest first. */
export function ownOrganisations({ db, vault }: Deps): RequestHandler {
  return async (req, res) => {
    const { accountId } = citizenOf(req);
    const after = afterOf(req);
    const found = await db.membership.findMany({
      where: { accountId, state: { not: 'ended' }, ...(after && { id: { lt: after } }) },
      orderBy: { id: 'desc' },
      take: taken,
      include: { organisation: { select: { id: true, ico: true, name: true } } },
    });
    const { rows, next } = pageOf(found);
    res.render('organisations/list.njk', {
      memberships: rows.map(({ id, state, role, askedAt, reason, organisation }) => ({
        state,
        organisation,
        role: memberRoleWords[role].name,
        askedOn: dayInPrague(askedAt.toTemporalInstant()),
        reason: openReason(vault, id, reason),
      })),
      firstHref: after ? '/organizace' : null,
      nextHref: next && `/organizace?po=${next}`,
    });
  };
}
