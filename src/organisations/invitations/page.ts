import type { RequestHandler, Response } from 'express';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import type { Deps } from '../../deps.ts';
import { formBody, queryText } from '../../web/input.ts';
import { acceptInvitation, type Invitation, readInvitation } from './accept.ts';

interface InvitationPage {
  show: RequestHandler;
  accept: RequestHandler;
}

/** Where the link of an invitation leads. */
export function invitationPage(deps: Deps): InvitationPage {
  return {
    show: async (req, res) => {
      const secret = queryText(req, 'klic');
      render(res, secret, await readInvitation(deps, deps.db, { secret, actor: req.actor }));
    },
    accept: async (req, res) => {
      const { klic } = formBody(req);
      const secret = typeof klic === 'string' ? klic : '';
      const { actor } = req;
      const invitation =
        actor.kind === 'citizen'
          ? await acceptInvitation(deps, { secret, actor })
          : await readInvitation(deps, deps.db, { secret, actor });
      if (invitation.state !== 'good') {
        render(res, secret, invitation);
        return;
      }
      req.session.notice = `K\u00a0organizaci ${invitation.organisation} teď patříte.`;
      res.redirect(303, `/organizace/${invitation.organisationId}`);
    },
  };
}

/** A link that is over is gone; one that another person could use is not, so it is a conflict. */
const statuses: Record<Invitation['state'], number> = {
  good: 200,
  member: 200,
  forwarded: 409,
  officer: 409,
  used: 410,
  withdrawn: 410,
  expired: 410,
  unknown: 410,
};

function render(res: Response, secret: string, invitation: Invitation): void {
  const role = invitation.state === 'good' ? memberRoleWords[invitation.role] : null;
  res.status(statuses[invitation.state]).render('organisations/invitation.njk', { invitation, secret, role });
}
