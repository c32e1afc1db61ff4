import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type OfficerRole, officerRoles } from '../../../core/actor.ts';
import { needsConsent } from '../../../core/office/rights.ts';
import type { Deps } from '../../../deps.ts';
import { formView } from '../../../web/form-view.ts';
import { BadRequest } from '../../../web/errors.ts';
import { formBody, type FormError, queryText } from '../../../web/input.ts';
import { officerOf } from '../../../web/officer-of.ts';
import { findDepartments } from '../departments/queries.ts';
import { addOfficer, changeOfficer, type Invite } from './change.ts';
import { hasSecondFactor } from './factors.ts';
import { peopleHome, personOf } from './find.ts';
import { decideGrant, findOpenGrant, type GrantDeps, type OpenGrant } from './grants.ts';
import { readNewcomer, readPost, ticked } from './form.ts';
import { findAgendaTitles, findPeople, type PeopleRequest, type Person } from './queries.ts';

type PageDeps = GrantDeps & Pick<Deps, 'pool'>;
type Pages = Record<'list' | 'showNew' | 'add' | 'edit' | 'save' | 'consent' | 'refuse', RequestHandler>;

/** Who works at the office, where and with which rights. */
export function peoplePages(deps: PageDeps, invite: Invite): Pages {
  const { db, now } = deps;
  const by = (req: Request) => ({ actor: officerOf(req), now: now() });
  const decide =
    (granted: boolean): RequestHandler =>
    async (req, res) => {
      const { id: officerId, name } = await personOf(deps, req);
      const { grant } = formBody(req);
      const grantId = uuid.safeParse(grant).data;
      if (grantId === undefined) throw new BadRequest();
      const result = await decideGrant(deps, { officerId, grantId, granted, actor: officerOf(req) });
      req.session.notice = result === 'done' ? (granted ? granting(name) : refusing(name)) : problems[result];
      res.redirect(303, `${peopleHome}/${officerId}`);
    };
  return {
    list: async (req, res) => {
      await renderList(deps, res, requestOf(req));
    },
    showNew: async (_req, res) => {
      await render(deps, res, { form: {}, ticks: { roles: ['clerk'], agendaIds: [] } });
    },
    add: async (req, res) => {
      const typed = { form: formBody(req), ticks: ticked(req) };
      const read = await readNewcomer(db, req);
      if (!read.ok) return render(deps, res.status(400), { ...typed, errors: read.errors });
      const added = await addOfficer(deps, { newcomer: read.form, invite, ...by(req) });
      const errors = [{ field: 'email', message: 'Tento člověk už mezi úředníky je' }];
      if (added === null) await render(deps, res.status(400), { ...typed, errors });
      else
        done(
          req,
          res,
          `${added.name} je mezi úředníky. ${added.isInvited ? invited : hasAccount}${waits([], read.form.roles)}`,
        );
    },
    edit: async (req, res) => {
      const person = await personOf(deps, req);
      const grant = await findOpenGrant(db, person.id, officerOf(req));
      const roles = [...person.roles, ...(grant?.roles ?? [])];
      await render(deps, res, { person, grant, form: { ...person }, ticks: { ...person, roles } });
    },
    save: async (req, res) => {
      const person = await personOf(deps, req);
      const typed = { person, form: formBody(req), ticks: ticked(req) };
      const read = await readPost(db, req);
      if (!read.ok) return render(deps, res.status(400), { ...typed, errors: read.errors });
      const result = await changeOfficer(deps, { id: person.id, post: read.form, ...by(req) });
      const { name, roles } = read.form;
      if (result === 'done') done(req, res, `${name}: změny jsou uložené.${waits(person.roles, roles)}`);
      else await render(deps, res.status(400), { ...typed, errors: [{ field: 'roles', message: refusals[result] }] });
    },
    consent: decide(true),
    refuse: decide(false),
  };
}

const invited =
  'Poslali jsme e-mail s\u00a0odkazem k\u00a0nastavení hesla. Platí hodinu; nový odkaz pošle stránka Zapomenuté heslo.';
const hasAccount = 'Účet v\u00a0portálu už má, přihlásí se svým heslem.';
const waiting = ' Oprávnění správce začne platit, až s\u00a0ním souhlasí další správce lidí.';
const granting = (name: string): string => `Oprávnění platí. ${name} ho má ode dneška.`;
const refusing = (name: string): string => `Žádost je zrušená. Oprávnění ${name} se nemění.`;
const problems = {
  gone: 'O\u00a0žádosti mezitím rozhodl někdo jiný, nebo se změnila. Podívejte se na\u00a0ni znovu.',
  notMine: 'S\u00a0oprávněním musí souhlasit jiný správce lidí než ten, kdo o\u00a0ně žádá nebo pro koho je.',
};

/** What is said besides when some of the roles wait for somebody else. */
function waits(before: readonly OfficerRole[], wanted: readonly OfficerRole[]): string {
  return needsConsent(before, wanted).length > 0 ? waiting : '';
}

const refusals = {
  lastAdmin: 'Tohle je poslední správce lidí. Nejdřív dejte toto oprávnění někomu dalšímu',
  hasCases: 'Kdo nevyřizuje případy, nemůže žádné mít. Otevřené případy nejdřív předejte',
};

const uuid = z.uuid();

function requestOf(req: Request): PeopleRequest {
  return {
    search: queryText(req, 'hledat', 100).trim(),
    department: queryText(req, 'odbor', 80),
    withLeft: queryText(req, 'odesli') !== '',
    after: uuid.safeParse(queryText(req, 'po')).data ?? null,
  };
}

function hrefOf({ search, department, withLeft }: PeopleRequest, after: string | undefined): string {
  const params = new URLSearchParams();
  if (search) params.set('hledat', search);
  if (department) params.set('odbor', department);
  if (withLeft) params.set('odesli', '1');
  if (after !== undefined) params.set('po', after);
  const query = params.toString();
  return query ? `${peopleHome}?${query}` : peopleHome;
}

async function renderList({ db, pool }: PageDeps, res: Response, request: PeopleRequest): Promise<void> {
  const [{ rows, hasMore }, departments] = await Promise.all([findPeople(pool, request), findDepartments(db)]);
  res.render('admin/office/people.njk', {
    ...place,
    people: rows,
    request,
    departments: departments.map(({ slug, path }) => ({ value: slug, label: path.join(' » ') })),
    isFiltered: Boolean(request.search || request.department || request.withLeft),
    firstHref: request.after ? hrefOf(request, undefined) : null,
    nextHref: hasMore ? hrefOf(request, rows.at(-1)?.id) : null,
  });
}

const place = { section: 'sprava', place: 'lide' };

interface Shown {
  /** Left out for somebody new. */
  person?: Person;
  grant?: OpenGrant | null;
  form: Record<string, unknown>;
  ticks: { roles: string[]; agendaIds: string[] };
  errors?: FormError[];
}

async function render(
  { db }: PageDeps,
  res: Response,
  { person, grant = null, form, ticks, errors }: Shown,
): Promise<void> {
  const [departments, agendas] = await Promise.all([findDepartments(db), findAgendaTitles(db)]);
  res.render('admin/office/person.njk', {
    ...place,
    ...formView(form, errors),
    ticks,
    person: person ?? null,
    grant,
    hasSecondFactor: person !== undefined && (await hasSecondFactor({ db }, person.accountId)),
    action: person ? `${peopleHome}/${person.id}` : `${peopleHome}/novy`,
    roles: officerRoles,
    departments: departments.map(({ id, path }) => ({ value: id, label: path.join(' » ') })),
    agendas,
  });
}

function done(req: Request, res: Response, notice: string): void {
  req.session.notice = notice;
  res.redirect(303, peopleHome);
}
