import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { PeopleRefusal } from '../../core/organisation/people.ts';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import { type GivenRole, givenRoles, mayMember, type MemberRole } from '../../core/organisation/roles.ts';
import type { AppDeps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, idParam, parseForm } from '../../web/input.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { givenRole } from '../typed.ts';
import { changeMember } from './change-member.ts';
import { ownMembership, type OwnMembership } from './find.ts';

interface MemberPage {
  show: RequestHandler;
  changeRole: RequestHandler;
  end: RequestHandler;
}

interface Member {
  id: string;
  role: MemberRole;
  name: string;
  email: string | null;
  isMe: boolean;
}

const wanted = z.object({ role: givenRole });

/** /organizace/:organisation/lide/:member: another role, or the end of it. One's own is the way to leave. */
export function memberPage(deps: AppDeps): MemberPage {
  return {
    show: async (req, res) => {
      const own = await ownMembership(deps, req);
      render(res, own, await findMember(deps, req, own));
    },
    changeRole: async (req, res) => {
      const own = await ownMembership(deps, req, 'managePeople');
      const member = await findMember(deps, req, own);
      const parsed = parseForm(wanted, req);
      if (!parsed.ok) {
        render(res, own, member, { typed: formBody(req), errors: parsed.errors });
        return;
      }
      await change(req, res, { own, member, to: parsed.form.role });
    },
    end: async (req, res) => {
      const own = await ownMembership(deps, req);
      await change(req, res, { own, member: await findMember(deps, req, own), to: null });
    },
  };

  async function change(
    req: Request,
    res: Response,
    { own, member, to }: { own: OwnMembership; member: Member; to: GivenRole | null },
  ): Promise<void> {
    const { id: organisationId, name } = own.organisation;
    const result = await changeMember(deps, { organisationId, memberId: member.id, to, actor: citizenOf(req) });
    if (result === 'gone' || result === 'notYours') throw new NotFound();
    if (result !== 'done') {
      const errors = [{ field: to === null ? 'konec' : 'role', message: refusals[result] }];
      render(res, own, member, { typed: formBody(req), errors, status: 409 });
      return;
    }
    const isGone = member.isMe && to === null;
    const ended = member.isMe
      ? `K\u00a0organizaci ${name} už nepatříte.`
      : `${member.name} už k\u00a0organizaci nepatří.`;
    req.session.notice = to === null ? ended : `${member.name} má teď roli: ${memberRoleWords[to].name}.`;
    res.redirect(303, isGone ? '/organizace' : `/organizace/${organisationId}`);
  }
}

const refusals: Record<Exclude<PeopleRefusal, 'gone' | 'notYours'>, string> = {
  last: 'Nikdo jiný lidi této organizace nespravuje. Nejdřív k\u00a0tomu někoho pozvěte',
  representative: 'Statutárnímu zástupci roli nikdo nemění a\u00a0odebere ho jen jiný statutární zástupce',
};

/** Those who manage people find everybody of the organisation, others themselves. */
async function findMember({ db }: AppDeps, req: Request, own: OwnMembership): Promise<Member> {
  const id = idParam(req, 'member');
  if (id !== own.id && !mayMember(own.role, 'managePeople')) throw new NotFound();
  const member = await db.membership.findFirst({
    where: { id, organisationId: own.organisation.id, state: 'active' },
    select: { role: true, account: { select: { name: true, email: true } } },
  });
  if (!member) throw new NotFound();
  return { id, role: member.role, ...member.account, isMe: id === own.id };
}

interface Tried {
  typed: Record<string, unknown>;
  errors: FormError[];
  status?: number;
}

function render(res: Response, own: OwnMembership, member: Member, tried?: Tried): void {
  const { typed = { role: member.role }, errors = [], status = 400 } = tried ?? {};
  res.status(tried ? status : 200).render('organisations/member.njk', {
    ...formView(typed, errors),
    organisation: own.organisation,
    member: {
      ...member,
      ...memberRoleWords[member.role],
      name: member.name,
      roleName: memberRoleWords[member.role].name,
    },
    canChange: member.role !== 'representative' && mayMember(own.role, 'managePeople'),
    roles: givenRoles.map(value => ({
      value,
      label: memberRoleWords[value].name,
      hint: memberRoleWords[value].brings,
    })),
  });
}
