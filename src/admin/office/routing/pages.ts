import type { Request, RequestHandler, Response } from 'express';
import { recordAudit } from '../../../audit/record.ts';
import type { RoutingRule } from '../../../core/case/routing.ts';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { type FormError, textParam } from '../../../web/input.ts';
import { readRouting, type TypedRouting, typedOf, typedRouting } from './form.ts';
import {
  findHandlers,
  findNames,
  findRoutings,
  type Handler,
  namedIn,
  type Routed,
  streetQuestions,
} from './queries.ts';

type PageDeps = Pick<Deps, 'db' | 'definitions' | 'now'>;
type Pages = Record<'list' | 'edit' | 'save', RequestHandler>;

const home = '/sprava/rozdelovani';
const place = { section: 'sprava', place: 'rozdelovani' };
const ways = ['nobody', 'turns', 'load', 'fixed', 'alphabet', 'street'] as const;

/** Who gets a new case: by agenda, at each department its cases come to. */
export function routingPages(deps: PageDeps): Pages {
  return {
    list: async (_req, res) => {
      const routings = await findRoutings(deps);
      const names = await findNames(deps, [...new Set(routings.flatMap(({ rule }) => namedIn(rule)))]);
      res.render('admin/office/routings.njk', {
        ...place,
        routings: routings.map(({ slug, title, department, isFirst, rule }) => ({
          ...{ title, department: department.name, isFirst, by: rule.by },
          named: namedIn(rule).map(id => names.get(id) ?? { name: '', active: false }),
          href: `${home}/${slug}/${department.slug}`,
        })),
      });
    },
    edit: async (req, res) => {
      const routed = await find(deps, req);
      render(res, { routed, handlers: await findHandlers(deps, routed), typed: typedOf(routed.rule) });
    },
    save: async (req, res) => {
      const routed = await find(deps, req);
      const handlers = await findHandlers(deps, routed);
      const choices = { handlers, fields: streetQuestions(routed.definition) };
      const typed = typedRouting(req, choices);
      const read = readRouting(typed, choices);
      if (!read.ok) {
        render(res.status(400), { routed, handlers, typed, errors: read.errors });
        return;
      }
      await keep(deps, req, { routed, rule: read.rule });
      req.session.notice = 'Pravidlo platí pro všechny nové případy.';
      res.redirect(303, home);
    },
  };
}

async function find(deps: PageDeps, req: Request): Promise<Routed> {
  const [slug, department] = [textParam(req, 'slug'), textParam(req, 'department')];
  const routings = await findRoutings(deps);
  const routed = routings.find(one => one.slug === slug && one.department.slug === department);
  if (!routed) throw new NotFound();
  return routed;
}

type Kept = { routed: Routed; rule: RoutingRule };

async function keep({ db, now }: PageDeps, req: Request, { routed, rule }: Kept): Promise<void> {
  const { agendaId, department, slug } = routed;
  const key = { agendaId, departmentId: department.id };
  await db.$transaction(async tx => {
    if (rule.by === 'nobody') await tx.routing.deleteMany({ where: key });
    else {
      await tx.routing.upsert({
        where: { agendaId_departmentId: key },
        create: { ...key, rule },
        update: { rule },
      });
    }
    await recordAudit(tx, {
      actor: req.actor,
      at: now(),
      action: 'routingChanged',
      subject: `agenda/${slug}`,
      details: { agenda: slug, department: department.slug, by: rule.by },
    });
  });
}

interface Shown {
  routed: Routed;
  handlers: Handler[];
  typed: TypedRouting;
  errors?: FormError[];
}

function render(res: Response, { routed, handlers, typed, errors = [] }: Shown): void {
  const fields = streetQuestions(routed.definition);
  res.render('admin/office/routing.njk', {
    ...place,
    agenda: routed.title,
    department: routed.department.name,
    action: `${home}/${routed.slug}/${routed.department.slug}`,
    ways: ways.filter(way => way !== 'street' || fields.length > 0),
    handlers,
    options: handlers.map(({ id, name }) => ({ value: id, label: name })),
    fields,
    typed,
    errors,
    error: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
  });
}
