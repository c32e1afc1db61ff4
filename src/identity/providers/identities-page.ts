import type { RequestHandler } from 'express';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { identityUnlinked } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { NotFound } from '../../web/errors.ts';
import { queryText } from '../../web/input.ts';
import { ownId } from '../own-id.ts';
import { auditAccount } from '../audit-account.ts';
import { lockAccount } from '../lock-account.ts';
import { pageUrl } from '../../web/page-url.ts';
import { noPassword } from '../password.ts';
import { openIdentity } from './identities.ts';
import type { Provider } from './provider.ts';

interface IdentitiesPage {
  show: RequestHandler;
  unlink: RequestHandler;
}

/** The providers that open a person's account, and how to part with one. */
export function identitiesPage(deps: Deps, providers: Provider[]): IdentitiesPage {
  return {
    show: async (req, res) => {
      const { identities, isOnly } = await findOwn(deps, ownId(req));
      const linked = identities.map(({ provider }) => provider);
      const offered = providers.filter(({ audience }) => audience === 'citizens');
      res.render('identity/identities.njk', {
        identities,
        isOnly,
        linkable: offered.filter(({ provider }) => !linked.includes(provider)),
        /** Where the person asked to be taken, once `linkIdentityPage` let them. */
        next: offered.find(({ provider, slug }) => provider === req.session.linking && slug === queryText(req, 'dal')),
      });
    },
    unlink: async (req, res) => {
      const { identity: id = '' } = req.params as { identity?: string };
      const result = await unlink(deps, { accountId: ownId(req), id });
      if (result === 'missing') throw new NotFound();
      req.session.notice =
        result === 'only'
          ? 'Jinak se k\u00a0účtu zatím nedostanete. Nejdřív si nastavte heslo nebo připojte další způsob přihlášení.'
          : 'Způsob přihlášení jsme odpojili.';
      res.redirect(303, '/ucet/identity');
    },
  };
}

async function findOwn({ db, vault }: Deps, accountId: string) {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { passwordHash: true, identities: { orderBy: { linkedAt: 'asc' } } },
  });
  const identities = account.identities.map(({ id, provider, content, linkedAt, usedAt }) => ({
    id,
    provider,
    name: openIdentity(vault, content).name,
    linkedAt: dayInPrague(linkedAt.toTemporalInstant()),
    usedAt: dayInPrague(usedAt.toTemporalInstant()),
  }));
  return { identities, isOnly: identities.length === 1 && account.passwordHash === noPassword };
}

/** Not the last way in: the account is locked, so that of two ways parted with at once one stays. */
async function unlink(
  deps: Deps,
  { accountId, id }: { accountId: string; id: string },
): Promise<'unlinked' | 'only' | 'missing'> {
  return deps.db.$transaction(async tx => {
    await lockAccount(tx, accountId);
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { email: true, passwordHash: true, identities: { select: { id: true, provider: true } } },
    });
    const identity = account.identities.find(own => own.id === id);
    if (!identity) return 'missing';
    if (account.identities.length === 1 && account.passwordHash === noPassword) return 'only';
    await tx.accountIdentity.delete({ where: { id } });
    const { provider } = identity;
    await auditAccount(tx, { at: deps.now(), action: 'identityUnlinked', accountId, details: { provider } });
    if (account.email !== null) {
      const accountLink = pageUrl(deps, '/ucet/identity');
      await enqueueMail(tx, deps, {
        kind: 'identityUnlinked',
        to: account.email,
        ...identityUnlinked({ accountLink }),
      });
    }
    return 'unlinked';
  });
}
