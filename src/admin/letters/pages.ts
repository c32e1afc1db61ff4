import type { Request, RequestHandler, Response } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import { letterKinds } from '../../core/letters/steps.ts';
import { letterVariables } from '../../core/letters/template/variables.ts';
import type { Deps } from '../../deps.ts';
import type { LetterTemplate } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { type FormView, formView } from '../../web/form-view.ts';
import { formBody, idParam, parseForm } from '../../web/input.ts';
import { addTemplate, changeTemplate, removeTemplate } from './change.ts';
import { seenVersion, templateForm } from './form.ts';
import { previewsOf } from './preview.ts';

type PageDeps = Pick<Deps, 'db' | 'now'>;
type Pages = Record<'list' | 'showNew' | 'add' | 'edit' | 'save' | 'remove', RequestHandler>;

const home = '/sprava/dopisy';
const place = { section: 'sprava', place: 'dopisy' };

const conditionExample =
  '{{#když výsledek je zamítnuto}}\nŽádost se zamítá.\n{{jinak}}\nŽádosti se vyhovuje.\n{{/když}}';

/** Templates of letters: written by the office, checked when they are saved. */
export function letterTemplatePages(deps: PageDeps): Pages {
  const { db, now } = deps;
  const by = (req: Request) => ({ actor: req.actor, now: now() });
  const render = (res: Response, { view, ...shown }: Shown): void => {
    res.render('admin/letters/template.njk', {
      ...{ ...place, ...view, ...shown, variables: letterVariables, conditionExample },
      action: shown.template ? `${home}/${shown.template.id}` : `${home}/novy`,
      previews: previewsOf({
        kind: view.form['kind'] === 'decision' ? 'decision' : 'letter',
        text: view.form['text'] ?? '',
        now: now(),
      }),
    });
  };
  return {
    list: async (_req, res) => {
      // Tens at most, so they are one page.
      const templates = await db.letterTemplate.findMany({
        select: { id: true, kind: true, title: true, updatedAt: true },
      });
      const sorted = templates.sort((a, b) => a.title.localeCompare(b.title, 'cs'));
      res.render('admin/letters/templates.njk', {
        ...place,
        groups: letterKinds.map(kind => ({
          kind,
          templates: sorted
            .filter(template => template.kind === kind)
            .map(({ id, title, updatedAt }) => ({ id, title, changedOn: dayInPrague(updatedAt.toTemporalInstant()) })),
        })),
      });
    },
    showNew: (_req, res) => {
      render(res, { view: formView({ kind: 'letter' }) });
    },
    add: async (req, res) => {
      if (isPreview(req)) {
        render(res, { view: formView(formBody(req)) });
        return;
      }
      const parsed = parseForm(templateForm, req);
      if (!parsed.ok) {
        render(res.status(400), { view: formView(formBody(req), parsed.errors) });
        return;
      }
      await addTemplate(deps, { fields: parsed.form, ...by(req) });
      done(req, res, 'Vzor je uložený. Úředníci ho najdou, když začnou psát dopis.');
    },
    edit: async (req, res) => {
      const template = await find(deps, req);
      render(res, { view: formView({ ...template }), template });
    },
    save: async (req, res) => {
      const template = await find(deps, req);
      const typed = formBody(req);
      if (isPreview(req)) {
        render(res, { view: formView(typed), template: { ...template, ...seenBy(req) } });
        return;
      }
      const parsed = parseForm(templateForm, req);
      if (!parsed.ok) {
        render(res.status(400), {
          view: formView(typed, parsed.errors),
          template: { ...template, ...seenBy(req) },
        });
        return;
      }
      const { version: expectedVersion } = seenBy(req);
      const command = { id: template.id, expectedVersion, fields: parsed.form, ...by(req) };
      if ((await changeTemplate(deps, command)) === 'done') {
        done(req, res, 'Vzor je změněný. Platí pro nové dopisy.');
        return;
      }
      const theirs = await find(deps, req);
      const message = 'Vzor mezitím někdo změnil. Porovnejte obě znění a\u00a0uložte to, které má platit.';
      render(res.status(409), { view: formView(typed, [{ field: '', message }]), template: theirs, theirs });
    },
    remove: async (req, res) => {
      const { id } = await find(deps, req);
      await removeTemplate(deps, { id, ...by(req) });
      done(req, res, 'Vzor je odebraný. Dopisy, které podle něj vznikly, zůstávají.');
    },
  };
}

interface Shown {
  view: FormView;
  template?: LetterTemplate;
  /** What a colleague has saved since this form was made. */
  theirs?: LetterTemplate;
}

async function find({ db }: PageDeps, req: Request): Promise<LetterTemplate> {
  const template = await db.letterTemplate.findUnique({ where: { id: idParam(req, 'template') } });
  if (!template) throw new NotFound();
  return template;
}

function isPreview(req: Request): boolean {
  return formBody(req)['krok'] === 'nahled';
}

/** A form without a version is taken for one that is out of date. */
function seenBy(req: Request): { version: number } {
  return seenVersion.safeParse(formBody(req)).data ?? { version: 0 };
}

function done(req: Request, res: Response, notice: string): void {
  req.session.notice = notice;
  res.redirect(303, home);
}
