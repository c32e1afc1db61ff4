import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { sendAttachment } from '../../attachments/send.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { openPrincipal } from '../../vault/mandate-principal.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, idParam, parseForm } from '../../web/input.ts';
import { afterOf, pageOf, taken } from '../../web/keyset.ts';
import { officerOf } from '../../web/officer-of.ts';
import { reason } from '../../web/typed-text.ts';
import { auditMandate } from '../audit.ts';
import { agendaTitles, mandateColumns, type MandateRow } from '../read.ts';
import { mandateView } from '../view.ts';
import { acceptPower, type Decided, rejectPower } from './decide.ts';
import { accountOfPrincipal } from './known-principal.ts';

interface OfficePages {
  list: RequestHandler;
  show: RequestHandler;
  file: RequestHandler;
  accept: RequestHandler;
  reject: RequestHandler;
}

const list = '/urad/plne-moci';
const rejected = z.object({ reason });

/** /urad/plne-moci: powers of attorney to check, those that have waited longest first. */
export function officePages(deps: Deps): OfficePages {
  return {
    list: async (req, res) => {
      const after = afterOf(req);
      const where = { state: 'waiting', ...(after && { id: { gt: after } }) } as const;
      const found = await deps.db.mandate.findMany({
        ...{ where, orderBy: { id: 'asc' }, take: taken, select: mandateColumns },
      });
      const { rows, next } = pageOf(found);
      const titles = await agendaTitles(
        deps.db,
        rows.flatMap(({ agendaIds }) => agendaIds),
      );
      res.render('mandates/office/list.njk', {
        section: 'plneMoci',
        powers: rows.map(row => ({ ...mandateView(deps, row, titles), broughtOn: broughtOn(row) })),
        firstHref: after ? list : null,
        nextHref: next && `${list}?po=${next}`,
      });
    },
    show: async (req, res) => {
      await render(req, res);
    },
    file: async (req, res) => {
      const {
        id: mandateId,
        attachments: [file],
      } = await findPower(deps, req);
      if (!file) throw new NotFound();
      await auditMandate(deps.db, deps, 'powerOpened', { actor: req.actor, mandateId });
      await sendAttachment(res, deps, file);
    },
    accept: async (req, res) => {
      const { id: mandateId } = await findPower(deps, req);
      const isAccount = formBody(req)['ucet'] === 'yes';
      const result = await acceptPower(deps, { mandateId, actor: officerOf(req), isAccount });
      await answer(req, res, result, 'Plná moc je uznaná.');
    },
    reject: async (req, res) => {
      const parsed = parseForm(rejected, req);
      if (!parsed.ok) {
        await render(req, res, parsed.errors);
        return;
      }
      const { id: mandateId } = await findPower(deps, req);
      const result = await rejectPower(deps, { mandateId, actor: officerOf(req), reason: parsed.form.reason });
      await answer(req, res, result, 'Plnou moc jste neuznali.');
    },
  };

  async function answer(req: Request, res: Response, result: Decided, notice: string): Promise<void> {
    if (result !== 'done') {
      await render(req, res, [{ field: 'rozhodnuti', message: conflicts[result] }], 409);
      return;
    }
    req.session.notice = notice;
    res.redirect(303, list);
  }

  async function render(req: Request, res: Response, errors: FormError[] = [], status = 400): Promise<void> {
    const row = await findPower(deps, req);
    const named = row.principal && openPrincipal(deps.vault, row.id, row.principal);
    res.status(errors.length > 0 ? status : 200).render('mandates/office/power.njk', {
      ...formView(formBody(req), errors),
      section: 'plneMoci',
      power: { ...mandateView(deps, row, await agendaTitles(deps.db, row.agendaIds)), broughtOn: broughtOn(row) },
      named,
      account: named && (await accountOfPrincipal(deps.db, named)),
      ico: row.agentOrganisation?.ico ?? null,
      level: row.level,
      file: row.attachments[0] ?? null,
      isWaiting: row.state === 'waiting',
    });
  }
}

const conflicts: Record<Exclude<Decided, 'done'>, string> = {
  gone: 'Mezitím už o\u00a0plné moci rozhodl někdo jiný',
  own: 'O\u00a0vlastní plné moci rozhodovat nemůžete. Nechte ji prosím na kolegovi',
  self: 'Zmocnitel a\u00a0zmocněnec jsou v\u00a0portálu tentýž účet. Takovou plnou moc uznat nejde',
  inHand: 'V\u00a0tomhle podání už jiný zmocněnec jedná (§ 33 odst. 1 správního řádu)',
};

function broughtOn({ createdAt }: MandateRow): Temporal.PlainDate {
  return dayInPrague(createdAt.toTemporalInstant());
}

async function findPower({ db }: Deps, req: Request): Promise<MandateRow> {
  const where = { id: idParam(req, 'mandate'), origin: 'power' } as const;
  const row = await db.mandate.findFirst({ where, select: mandateColumns });
  if (!row) throw new NotFound();
  return row;
}
