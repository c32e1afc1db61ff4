import { randomUUIDv7 } from 'node:crypto';
import type { Citizen } from '../../core/actor.ts';
import { emailAsked, emailConfirm, emailIsOthers } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { newSecret } from '../../vault/link-secret.ts';
import { lockAccount } from '../lock-account.ts';
import { pageUrl } from '../../web/page-url.ts';
import { confirmHours, type EmailChangeDeps, sealAddresses } from './links.ts';

/**
 * Sends a link to the new address and tells the old one. Of an address that another account has, its mailbox is told instead;
 * whoever asked cannot tell.
 */
export async function askForEmail(
  deps: EmailChangeDeps,
  { actor: { accountId }, to }: { actor: Citizen; to: string },
): Promise<void> {
  const { db, vault, now } = deps;
  await db.$transaction(async tx => {
    await lockAccount(tx, accountId);
    const { email: from } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
    if (from !== null) {
      await enqueueMail(tx, deps, {
        kind: 'emailAsked',
        to: from,
        ...emailAsked({ link: pageUrl(deps, '/ucet/heslo') }),
      });
    }
    await tx.emailChange.deleteMany({ where: { accountId, doneAt: null } });
    if (await tx.account.findUnique({ where: { email: to }, select: { id: true } })) {
      await enqueueMail(tx, deps, {
        kind: 'emailIsOthers',
        to,
        ...emailIsOthers({ signInLink: pageUrl(deps, '/prihlaseni') }),
      });
      return;
    }
    const { secret, hash: secretHash } = newSecret();
    const id = randomUUIDv7();
    const content = sealAddresses(vault, id, { from, to });
    const askedAt = new Date(now().epochMilliseconds);
    const expiresAt = new Date(now().add({ hours: confirmHours }).epochMilliseconds);
    await tx.emailChange.create({ data: { id, accountId, content, secretHash, askedAt, expiresAt } });
    const link = pageUrl(deps, '/ucet/email/potvrzeni', { token: secret });
    await enqueueMail(tx, deps, { kind: 'emailConfirm', to, ...emailConfirm({ link }) });
  });
}
