import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { moved, type Placed, withUnits } from '../../../core/office/tree.ts';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { type FormView, formView } from '../../../web/form-view.ts';
import { formBody, type FormError, idParam, parseForm } from '../../../web/input.ts';
import { proposeSlug } from '../../agendas/propose-slug.ts';
import { officePhone, officeText } from '../contact.ts';
import { typedEmail } from '../../../web/typed-email.ts';
import { addDepartment, changeDepartment, moveDepartment, removeDepartment } from './change.ts';
import { findObstacles, isEmpty } from './obstacles.ts';
import { type DepartmentRow, findDepartments, findSites } from './queries.ts';

type PageDeps = Pick<Deps, 'db' | 'now'>;
type Pages = Record<'list' | 'showNew' | 'add' | 'edit' | 'save' | 'move' | 'remove', RequestHandler>;

const home = '/sprava/odbory';

const form = z.object({
  name: officeText('Napište název odboru', 120),
  parentId: z
    .string()
    .default('')
    .refine(id => id === '' || z.uuid().safeParse(id).success, 'Vyberte nadřízený odbor ze seznamu')
    .transform(id => id || null),
  siteId: z.uuid('Vyberte pracoviště'),
  phone: officePhone,
  email: typedEmail,
});

/** The departments of the office as a tree. */
export function departmentPages(deps: PageDeps): Pages {
  const { db, now } = deps;
  const by = (req: Request) => ({ actor: req.actor, now: now() });
  const again = (req: Request, errors: FormError[]) => formView(formBody(req), errors);
  return {
    list: async (_req, res) => {
      const departments = await findDepartments(db);
      res.render('admin/office/departments.njk', {
        ...place,
        departments: departments.map(department => ({
          ...department,
          canGoUp: moved(departments, department.id, -1) !== null,
          canGoDown: moved(departments, department.id, 1) !== null,
        })),
      });
    },
    showNew: async (_req, res) => {
      await render(deps, res, { view: formView({}) });
    },
    add: async (req, res) => {
      const parsed = await read(deps, req);
      if (!parsed.ok) return render(deps, res.status(400), { view: again(req, parsed.errors) });
      const slug = proposeSlug(parsed.form.name);
      const result = await addDepartment(deps, { slug, fields: parsed.form, ...by(req) });
      const message = 'Odbor s\u00a0takovým názvem už tu je. Zvolte jiný název.';
      if (result === 'done') done(req, res, `Přidáno: ${parsed.form.name}. ${nobodyYet}`);
      else await render(deps, res.status(400), { view: again(req, [{ field: 'name', message }]) });
    },
    edit: async (req, res) => {
      const department = await find(deps, req);
      await render(deps, res, { view: formView({ ...department, parentId: department.parentId ?? '' }), department });
    },
    save: async (req, res) => {
      const department = await find(deps, req);
      const parsed = await read(deps, req);
      if (!parsed.ok) return render(deps, res.status(400), { view: again(req, parsed.errors), department });
      const result = await changeDepartment(deps, { id: department.id, fields: parsed.form, ...by(req) });
      const message = 'Odbor nemůže patřit sám pod sebe ani pod své oddělení. Vyberte jiný nadřízený odbor.';
      if (result === 'missing') throw new NotFound();
      if (result === 'done') done(req, res, `${parsed.form.name}: změny jsou uložené.`);
      else await render(deps, res.status(400), { view: again(req, [{ field: 'parentId', message }]), department });
    },
    move: async (req, res) => {
      const { id } = await find(deps, req);
      await moveDepartment(deps, { id, by: formBody(req)['kam'] === 'nahoru' ? -1 : 1, ...by(req) });
      res.redirect(303, home);
    },
    remove: async (req, res) => {
      const department = await find(deps, req);
      const result = await removeDepartment(deps, { ...department, ...by(req) });
      const errors = [{ field: 'odebrat', message: 'Odbor nejde odebrat, ještě není prázdný.' }];
      const view = formView({ ...department, parentId: department.parentId ?? '' }, errors);
      if (result === 'done') done(req, res, `Odebráno: ${department.name}.`);
      else await render(deps, res.status(400), { view, department });
    },
  };
}

const nobodyYet = 'Zatím tam nikdo nepracuje, úředníky přidáte v\u00a0části Lidé.';

const place = { section: 'sprava', place: 'odbory' };

/** The form, with what it names looked up. */
async function read({ db }: PageDeps, req: Request): Promise<ReturnType<typeof parseForm<z.output<typeof form>>>> {
  const parsed = parseForm(form, req);
  if (!parsed.ok) return parsed;
  const { siteId, parentId } = parsed.form;
  const [site, parent] = await Promise.all([
    db.site.count({ where: { id: siteId } }),
    parentId === null ? 1 : db.department.count({ where: { id: parentId } }),
  ]);
  const errors = [
    ...(site === 0 ? [{ field: 'siteId', message: 'Vyberte pracoviště' }] : []),
    ...(parent === 0 ? [{ field: 'parentId', message: 'Tento odbor už tu není, vyberte jiný' }] : []),
  ];
  return errors.length > 0 ? { ok: false, errors } : parsed;
}

async function find({ db }: PageDeps, req: Request): Promise<Placed<DepartmentRow>> {
  const id = idParam(req, 'department');
  const found = (await findDepartments(db)).find(department => department.id === id);
  if (!found) throw new NotFound();
  return found;
}

function done(req: Request, res: Response, notice: string): void {
  req.session.notice = notice;
  res.redirect(303, home);
}

interface Shown {
  view: FormView;
  department?: Placed<DepartmentRow>;
}

async function render({ db }: PageDeps, res: Response, { view, department }: Shown): Promise<void> {
  const [departments, sites] = await Promise.all([findDepartments(db), findSites(db)]);
  const own = department ? withUnits(departments, department.id) : new Set();
  const obstacles = department && (await findObstacles(db, department));
  res.render('admin/office/department.njk', {
    ...place,
    ...view,
    department: department ?? null,
    action: department ? `${home}/${department.id}` : `${home}/novy`,
    sites,
    parents: departments
      .filter(({ id }) => !own.has(id))
      .map(({ id, path }) => ({ value: id, label: path.join(' » ') })),
    obstacles: obstacles && !isEmpty(obstacles) ? obstacles : null,
  });
}
