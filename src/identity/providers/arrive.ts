import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { identityLinked } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { pageUrl } from '../../web/page-url.ts';
import { auditAccount } from '../audit-account.ts';
import { type EnterDeps, enter, noticeOfRepresented } from './enter.ts';
import { holderOf, linkIdentity } from './identities.ts';
import { keepPending } from './pending.ts';
import type { ProvenIdentity } from './proven.ts';

declare module 'express-session' {
  interface SessionData {
    /** The provider whose identity the person signed in wants their account to be opened by; they are on the way to it. */
    linking: ProvenIdentity['provider'];
  }
}

export type ArrivalDeps = Pick<Deps, 'db' | 'vault' | 'definitions' | 'now' | 'boss' | 'config'> & EnterDeps;
type LinkDeps = Pick<Deps, 'db' | 'vault' | 'now' | 'boss' | 'config'>;

/**
 * Somebody comes back from a provider that has proved who they are. An identity that opens an account opens it. Another one waits for
 * its holder to say whether they have an account already: by an e-mail alone, which a provider need not have checked, it is
 * linked to none.
 */
export async function arrive(deps: ArrivalDeps, req: Request, res: Response, proven: ProvenIdentity): Promise<void> {
  const { linking } = req.session;
  delete req.session.linking;
  if (req.actor.kind === 'citizen' && linking === proven.provider) {
    await linkToOwn(deps, req, res, { accountId: req.actor.accountId, proven });
    return;
  }
  const holder = await holderOf(deps, proven);
  if (holder) {
    await enter(deps, req, res, { holder, proven });
    return;
  }
  keepPending(deps, req, proven);
  res.redirect(303, '/prihlaseni/poprve');
}

interface Link {
  accountId: string;
  proven: ProvenIdentity;
}

/** Both are proved: the account by being signed in to it, the identity just now. */
async function linkToOwn(deps: ArrivalDeps, req: Request, res: Response, link: Link): Promise<void> {
  const holder = await holderOf(deps, link.proven);
  const isLinked = holder === null && (await deps.db.$transaction(tx => linkAndAudit(tx, deps, link)));
  const isOwn = isLinked || holder?.accountId === link.accountId;
  const represented = isOwn ? await noticeOfRepresented(deps, link.accountId, link.proven) : null;
  const said = isLinked
    ? 'Hotovo. Odteď se můžete přihlašovat i\u00a0takto.'
    : isOwn
      ? 'Takto se už přihlašovat můžete.'
      : 'Touto identitou se už otevírá jiný účet. Nejdřív ji odpojte v\u00a0něm.';
  req.session.notice = [said, represented].filter(part => part !== null).join(' ');
  res.redirect(303, '/ucet/identity');
}

/** In the transaction of what else makes the account its holder's. False when the identity opens an account already. */
export async function linkAndAudit(tx: Prisma.TransactionClient, deps: LinkDeps, link: Link): Promise<boolean> {
  if (!(await linkIdentity(tx, deps, link))) return false;
  const { accountId, proven } = link;
  const { provider } = proven;
  await auditAccount(tx, { at: deps.now(), action: 'identityLinked', accountId, details: { provider } });
  const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  if (email !== null) {
    const accountLink = pageUrl(deps, '/ucet/identity');
    await enqueueMail(tx, deps, { kind: 'identityLinked', to: email, ...identityLinked({ accountLink }) });
  }
  return true;
}
