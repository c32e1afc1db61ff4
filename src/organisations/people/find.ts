import type { Request } from 'express';
import { mayMember, type MemberRight, type MemberRole } from '../../core/organisation/roles.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { citizenOf } from '../../web/citizen-of.ts';

export interface OwnMembership {
  /** Of the membership. */
  id: string;
  role: MemberRole;
  organisation: { id: string; ico: string; name: string; address: string; source: 'register' | 'typed' };
}

/** What whoever asks is to the organisation of the path; for everybody else there is none. */
export async function ownMembership(
  { db }: Pick<Deps, 'db'>,
  req: Request,
  right?: MemberRight,
): Promise<OwnMembership> {
  const { accountId } = citizenOf(req);
  const own = await db.membership.findFirst({
    where: { accountId, organisationId: idParam(req, 'organisation'), state: 'active' },
    select: {
      id: true,
      role: true,
      organisation: { select: { id: true, ico: true, name: true, address: true, source: true } },
    },
  });
  if (!own || (right && !mayMember(own.role, right))) throw new NotFound();
  return own;
}
