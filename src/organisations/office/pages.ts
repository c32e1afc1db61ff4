import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../../core/czech/format.ts';
import { readIco } from '../../core/czech/ico.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, idParam, parseForm, queryText } from '../../web/input.ts';
import { officerOf } from '../../web/officer-of.ts';
import { afterOf, pageOf, taken } from '../../web/keyset.ts';
import { reason } from '../../web/typed-text.ts';
import { approve, type Decided, refuse } from './decide.ts';
import { revoke } from './revoke.ts';

interface OfficePages {
  list: RequestHandler;
  show: RequestHandler;
  approve: RequestHandler;
  refuse: RequestHandler;
  revoke: RequestHandler;
}

const reasoned = z.object({ reason });
const list = '/urad/organizace';

/** /urad/organizace: who says that they represent an organisation, those who have waited longest first. */
export function officePages(deps: Deps): OfficePages {
  return {
    list: async (req, res) => {
      const after = afterOf(req);
      const typed = queryText(req, 'ico').trim();
      const representatives = typed ? await findRepresentatives(deps, typed) : [];
      const { rows, next } = pageOf(await findWaiting(deps, after));
      res.render('organisations/office/list.njk', {
        section: 'organizace',
        search: { typed, representatives },
        requests: rows.map(row => ({ ...row, askedOn: dayInPrague(row.askedAt.toTemporalInstant()) })),
        firstHref: after ? list : null,
        nextHref: next && `${list}?po=${next}`,
      });
    },
    show: async (req, res) => {
      await render(req, res);
    },
    approve: async (req, res) => {
      await findRequest(deps, req);
      const result = await approve(deps, { membershipId: idParam(req, 'membership'), actor: officerOf(req) });
      await answer(req, res, result, 'Zastupování je potvrzené.');
    },
    refuse: withReason(refuse, 'Zastupování jste nepotvrdili.'),
    revoke: withReason(revoke, 'Zastupování skončilo.'),
  };

  function withReason(decide: typeof refuse, notice: string): RequestHandler {
    return async (req, res) => {
      const parsed = parseForm(reasoned, req);
      if (!parsed.ok) {
        await render(req, res, parsed.errors);
        return;
      }
      await findRequest(deps, req);
      const membershipId = idParam(req, 'membership');
      const result = await decide(deps, { membershipId, actor: officerOf(req), reason: parsed.form.reason });
      await answer(req, res, result, notice);
    };
  }

  async function answer(req: Request, res: Response, result: Decided, notice: string): Promise<void> {
    if (result === 'own') {
      const message = 'O\u00a0svém vlastním zastupování rozhodovat nemůžete. Nechte to prosím na\u00a0kolegovi';
      await render(req, res, [{ field: 'rozhodnuti', message }], 409);
      return;
    }
    if (result === 'gone') {
      const message = 'Mezitím už o\u00a0tom rozhodl někdo jiný';
      await render(req, res, [{ field: 'rozhodnuti', message }], 409);
      return;
    }
    req.session.notice = notice;
    res.redirect(303, list);
  }

  async function render(req: Request, res: Response, errors: FormError[] = [], status = 400): Promise<void> {
    const { askedAt, ...request } = await findRequest(deps, req);
    res.status(errors.length > 0 ? status : 200).render('organisations/office/request.njk', {
      ...formView(formBody(req), errors),
      section: 'organizace',
      request: { ...request, askedOn: dayInPrague(askedAt.toTemporalInstant()) },
      isWaiting: request.state === 'waiting',
      isActive: request.state === 'active',
    });
  }
}

const shown = {
  id: true,
  state: true,
  level: true,
  askedAt: true,
  account: { select: { name: true, email: true } },
  organisation: { select: { ico: true, name: true, address: true, source: true, kind: true } },
} as const;

function findWaiting({ db }: Deps, after: string | undefined) {
  return db.membership.findMany({
    where: { state: 'waiting', ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: taken,
    select: shown,
  });
}

/** Who represents the organisation of that number now. */
async function findRepresentatives({ db }: Deps, typed: string) {
  const ico = readIco(typed);
  if (ico === undefined) return [];
  return db.membership.findMany({
    where: { role: 'representative', state: 'active', organisation: { ico } },
    orderBy: { id: 'asc' },
    take: taken,
    select: shown,
  });
}

async function findRequest({ db }: Deps, req: Request) {
  const id = idParam(req, 'membership');
  // What an invitation made was never asked of the office.
  const request = await db.membership.findFirst({ where: { id, role: 'representative' }, select: shown });
  if (!request) throw new NotFound();
  return request;
}
