import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../../../core/czech/format.ts';
import type { Target } from '../../../cases/commands.ts';
import type { Deps } from '../../../deps.ts';
import { formView } from '../../../web/form-view.ts';
import { formBody, type FormError, parseForm } from '../../../web/input.ts';
import { officerOf } from '../../../web/officer-of.ts';
import { type AssigneeGroup, findAssignees } from '../assignees.ts';
import { officeText } from '../contact.ts';
import { markLeft, markReturned } from './change.ts';
import { peopleHome, personOf } from './find.ts';
import { findOpenCases, handOver } from './hand-over.ts';
import type { Person } from './queries.ts';

type PageDeps = Pick<Deps, 'config' | 'db' | 'boss' | 'vault' | 'definitions' | 'now'>;
type Pages = Record<'show' | 'leave' | 'comeBack', RequestHandler>;

const whom = 'Vyberte, kdo případy převezme';
const form = z.object({ komu: z.string({ error: whom }).min(1, whom), duvod: officeText('Napište důvod', 500) });

/** Somebody leaves the office: what they have goes to others first of all, and they can do nothing more here. */
export function leavingPages(deps: PageDeps): Pages {
  const { now } = deps;
  const by = (req: Request) => ({ actor: officerOf(req), now: now() });
  return {
    show: async (req, res) => {
      await render(deps, res, { person: await personOf(deps, req), typed: {} });
    },
    leave: async (req, res) => {
      const person = await personOf(deps, req);
      const again = (errors: FormError[]) => render(deps, res.status(400), { person, typed: formBody(req), errors });
      const read = person.openCases > 0 ? await readTarget(deps, req, person) : null;
      if (read && !read.ok) return again(read.errors);
      if ((await markLeft(deps, { id: person.id, ...by(req) })) !== 'done') return again([lastAdmin]);
      if (!read) {
        req.session.notice = `${person.name} už nemá na pracoviště přístup.`;
        res.redirect(303, peopleHome);
        return;
      }
      const { done, failed } = await handOver(deps, { from: person.id, ...read, now: now() });
      const stayed = failed.map(({ reference, message }) => `${reference}: ${message}`);
      req.session.notice = [`${person.name} už nemá na pracoviště přístup. Předané případy: ${done}.`, ...stayed].join(
        ' ',
      );
      res.redirect(303, failed.length > 0 ? `${peopleHome}/${person.id}/odchod` : peopleHome);
    },
    comeBack: async (req, res) => {
      const { id, name } = await personOf(deps, req);
      await markReturned(deps, { id, ...by(req) });
      req.session.notice = `${name} má zase přístup na pracoviště.`;
      res.redirect(303, `${peopleHome}/${id}`);
    },
  };
}

const lastAdmin = {
  field: '',
  message: 'Tohle je poslední správce lidí. Nejdřív dejte toto oprávnění někomu dalšímu.',
};

type ReadTarget = { ok: true; to: Target; reason: string } | { ok: false; errors: FormError[] };

async function readTarget({ db, now }: PageDeps, req: Request, { id }: Person): Promise<ReadTarget> {
  const parsed = parseForm(form, req);
  if (!parsed.ok) return parsed;
  const { komu, duvod } = parsed.form;
  const to = targetOf(await findAssignees(db, { today: dayInPrague(now()), except: id }), komu);
  return to ? { ok: true, to, reason: duvod } : { ok: false, errors: [{ field: 'komu', message: whom }] };
}

/** `odbor:<id>` or `urednik:<id>`, as on the desk of a case. */
function targetOf(groups: AssigneeGroup[], value: string): Target | undefined {
  for (const { id, officers } of groups) {
    if (value === `odbor:${id}`) return { departmentId: id };
    const officer = officers.find(one => value === `urednik:${one.id}`);
    if (officer) return { officerId: officer.id };
  }
  return undefined;
}

interface Shown {
  person: Person;
  typed: Record<string, unknown>;
  errors?: FormError[];
}

async function render({ db, now }: PageDeps, res: Response, { person, typed, errors }: Shown): Promise<void> {
  const [cases, groups] = await Promise.all([
    findOpenCases(db, person.id),
    findAssignees(db, { today: dayInPrague(now()), except: person.id }),
  ]);
  const usual = { duvod: `${person.name} už na úřadě nepracuje.` };
  res.render('admin/office/leaving.njk', {
    section: 'sprava',
    place: 'lide',
    person,
    cases,
    groups,
    ...formView({ ...usual, ...typed }, errors),
  });
}
