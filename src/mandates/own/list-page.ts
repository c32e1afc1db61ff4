import type { Request, RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { afterOf, pageOf, taken } from '../../web/keyset.ts';
import { agendaTitles, mandateColumns } from '../read.ts';
import { mandateView } from '../view.ts';
import { givenBy, heldBy } from './whose.ts';

const list = '/ucet/zmocneni';

/** GET /ucet/zmocneni: mandates somebody gives and those by which they act, the newest first. */
export function ownMandates(deps: Deps): RequestHandler {
  return async (req, res) => {
    const actor = citizenOf(req);
    res.render('mandates/list.njk', {
      given: await part(deps, req, givenBy(actor), 'dane'),
      held: await part(deps, req, heldBy(actor), 'prijate'),
    });
  };
}

async function part(deps: Deps, req: Request, whose: Prisma.MandateWhereInput, parameter: string) {
  const after = afterOf(req, parameter);
  const found = await deps.db.mandate.findMany({
    where: { AND: [whose, ...(after ? [{ id: { lt: after } }] : [])] },
    orderBy: { id: 'desc' },
    take: taken,
    select: mandateColumns,
  });
  const { rows, next } = pageOf(found);
  const titles = await agendaTitles(
    deps.db,
    rows.flatMap(({ agendaIds }) => agendaIds),
  );
  return {
    mandates: rows.map(row => mandateView(deps, row, titles)),
    firstHref: after ? list : null,
    nextHref: next && `${list}?${parameter}=${next}`,
  };
}
