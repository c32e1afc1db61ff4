import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { dayInPrague } from '../../core/czech/format.ts';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import { givenRoles, mayMember } from '../../core/organisation/roles.ts';
import type { AppDeps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, idParam, parseForm } from '../../web/input.ts';
import { createLimiter } from '../../web/limits.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { openEmail } from '../invitations/content.ts';
import { invite, withdraw } from '../invitations/invite.ts';
import { afterOf, pageOf, taken } from '../../web/keyset.ts';
import { givenRole } from '../typed.ts';
import { typedEmail } from '../../web/typed-email.ts';
import { ownMembership, type OwnMembership } from './find.ts';

interface PeoplePage {
  show: RequestHandler;
  invite: RequestHandler;
  withdraw: RequestHandler;
}

const invited = z.object({ email: typedEmail, role: givenRole });

/** /organizace/:organisation: what it is, and for who manages its people, who they are and who is invited. */
export function peoplePage(deps: AppDeps): PeoplePage {
  const { pool, config } = deps;
  const limiter = createLimiter({ pool, name: 'invite-account', attempts: config.rates.messagesPerAddress });
  return {
    show: async (req, res) => {
      await render(deps, req, res, await ownMembership(deps, req));
    },
    invite: async (req, res) => {
      const own = await ownMembership(deps, req, 'managePeople');
      const refuse = (errors: FormError[]) => render(deps, req, res, own, errors);
      const parsed = parseForm(invited, req);
      if (!parsed.ok) {
        await refuse(parsed.errors);
        return;
      }
      const actor = citizenOf(req);
      await limiter.spend(actor.accountId);
      const result = await invite(deps, { organisationId: own.organisation.id, actor, ...parsed.form });
      if (result === 'gone') throw new NotFound();
      if (result === 'member') {
        await refuse([{ field: 'email', message: 'Člověk s\u00a0tímto e-mailem už k\u00a0organizaci patří' }]);
        return;
      }
      req.session.notice = `Pozvánku jsme poslali na ${parsed.form.email}. Platí 14\u00a0dní.`;
      res.redirect(303, `/organizace/${own.organisation.id}`);
    },
    withdraw: async (req, res) => {
      const { organisation } = await ownMembership(deps, req, 'managePeople');
      const wanted = { organisationId: organisation.id, invitationId: idParam(req, 'invitation') };
      if (
        (await deps.db.invitation.count({ where: { id: wanted.invitationId, organisationId: organisation.id } })) === 0
      )
        throw new NotFound();
      const isDone = await withdraw(deps, { ...wanted, actor: citizenOf(req) });
      req.session.notice = isDone ? 'Pozvánka už neplatí.' : 'Pozvánku mezitím někdo přijal nebo odvolal.';
      res.redirect(303, `/organizace/${organisation.id}`);
    },
  };
}

async function render(
  deps: AppDeps,
  req: Request,
  res: Response,
  own: OwnMembership,
  errors: FormError[] = [],
): Promise<void> {
  const { organisation, role } = own;
  const managesPeople = mayMember(role, 'managePeople');
  const after = afterOf(req);
  const [{ rows, next }, invitations] = managesPeople
    ? await Promise.all([findMembers(deps, organisation.id, after), findInvitations(deps, organisation.id)])
    : [{ rows: [], next: null }, []];
  const href = `/organizace/${organisation.id}`;
  res.status(errors.length > 0 ? 400 : 200).render('organisations/organisation.njk', {
    ...formView(formBody(req), errors),
    organisation,
    own: { id: own.id, ...memberRoleWords[role] },
    managesPeople,
    members: rows.map(member => ({
      ...member,
      roleName: memberRoleWords[member.role].name,
      isMe: member.id === own.id,
    })),
    invitations,
    roles: givenRoles.map(value => ({
      value,
      label: memberRoleWords[value].name,
      hint: memberRoleWords[value].brings,
    })),
    firstHref: after ? href : null,
    nextHref: next && `${href}?po=${next}`,
  });
}

async function findMembers({ db }: AppDeps, organisationId: string, after: string | undefined) {
  const found = await db.membership.findMany({
    where: { organisationId, state: 'active', ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: taken,
    select: { id: true, role: true, since: true, account: { select: { name: true, email: true } } },
  });
  const members = found.map(({ id, role, since, account }) => ({
    id,
    role,
    ...account,
    since: since && dayInPrague(since.toTemporalInstant()),
  }));
  return pageOf(members);
}

/** Open ones; those that have run out are shown no more, and no more than a page of them. */
async function findInvitations({ db, vault, now }: AppDeps, organisationId: string) {
  const open = await db.invitation.findMany({
    where: {
      organisationId,
      usedAt: null,
      withdrawnAt: null,
      expiresAt: { gt: new Date(now().epochMilliseconds) },
    },
    orderBy: { id: 'desc' },
    take: taken - 1,
  });
  return open.map(({ id, email: sealed, role, expiresAt }) => ({
    id,
    email: openEmail(vault, id, sealed),
    role: memberRoleWords[role].name,
    until: dayInPrague(expiresAt.toTemporalInstant()),
  }));
}
