import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { documentProblem } from '../../core/form/check-document.ts';
import { type Definition, sketchSchema } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import { type FormView, formView } from '../../web/form-view.ts';
import { formBody, type FormError, parseForm } from '../../web/input.ts';
import { beginAgenda } from './begin-agenda.ts';
import { designerPath } from '../designer/paths.ts';
import { proposeSlug, slugProblem } from './propose-slug.ts';
import { findAgendas } from './queries.ts';
import { emptyAgenda, readTemplate, templates } from './templates.ts';

type NewDeps = Pick<Deps, 'db' | 'now'>;

const bases = ['prazdna', ...templates, 'kopie'] as const;

const form = z.object({
  title: z
    .string({ error: 'Napište název agendy' })
    .trim()
    .min(1, 'Napište název agendy')
    .max(200, 'Zkraťte název, může mít nejvýš 200\u00a0znaků'),
  slug: z.string().trim().default(''),
  basis: z.enum(bases, { error: 'Vyberte, z\u00a0čeho chcete začít' }),
  source: z.string().default(''),
});

/** GET /sprava/agendy/nova */
export function newAgendaForm(deps: NewDeps): RequestHandler {
  return async (_req, res) => {
    await render(deps, res, formView({ basis: 'zadost' }));
  };
}

/** POST /sprava/agendy/nova: a sketch of a new agenda, from scratch, from a template or as a copy; on to its designer. */
export function newAgendaSubmit(deps: NewDeps): RequestHandler {
  return async (req, res) => {
    const parsed = parseForm(form, req);
    if (!parsed.ok) {
      await again(deps, req, res, parsed.errors);
      return;
    }
    const { title, basis, source } = parsed.form;
    const slug = parsed.form.slug || proposeSlug(title);
    const problem = slugProblem(slug);
    if (problem !== undefined) {
      await again(deps, req, res, [{ field: 'slug', message: problem }]);
      return;
    }
    const beginning = basis === 'kopie' ? await copyOf(deps, source) : fromNothing(basis);
    if (!beginning) {
      await again(deps, req, res, [{ field: 'source', message: 'Vyberte agendu, kterou chcete zkopírovat' }]);
      return;
    }
    const definition = { ...beginning, slug, title };
    const unsafe = documentProblem(definition);
    if (unsafe) {
      await again(deps, req, res, [{ field: 'source', message: unsafe.message }]);
      return;
    }
    const begun = await beginAgenda(deps, { definition, actor: req.actor, now: deps.now() });
    if (begun.ok) {
      req.session.notice = 'Koncept je založený. Veřejnost ho neuvidí, dokud ho nezveřejníte.';
      res.redirect(303, designerPath(slug));
      return;
    }
    await again(
      deps,
      req,
      res,
      [{ field: 'slug', message: `Adresu „${slug}“ už má jiná agenda. Zvolte jinou.` }],
      slug,
    );
  };
}

function fromNothing(basis: Exclude<(typeof bases)[number], 'kopie'>): Definition {
  return basis === 'prazdna' ? emptyAgenda() : readTemplate(basis);
}

/** What is offered, or what comes nearest to it. */
async function copyOf({ db }: NewDeps, slug: string): Promise<Definition | undefined> {
  const versions = await db.agendaVersion.findMany({
    where: { agenda: { slug }, status: { not: 'trial' } },
    select: { status: true, definition: true },
    orderBy: { number: 'desc' },
  });
  const source = versions.find(({ status }) => status === 'published') ?? versions[0];
  return source && sketchSchema.parse(source.definition);
}

async function again(deps: NewDeps, req: Request, res: Response, errors: FormError[], slug?: string): Promise<void> {
  await render(deps, res.status(400), formView({ ...formBody(req), ...(slug && { slug }) }, errors));
}

async function render({ db }: NewDeps, res: Response, view: FormView): Promise<void> {
  const agendas = await findAgendas(db);
  res.render('admin/new-agenda.njk', {
    section: 'sprava',
    place: 'agendy',
    ...view,
    bases,
    agendas: agendas.map(({ slug, title }) => ({ value: slug, label: title })),
  });
}
