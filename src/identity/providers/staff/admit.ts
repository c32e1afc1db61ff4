import type { StaffMember, StaffPost } from '../../../core/identity/staff.ts';
import type { Deps } from '../../../deps.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';
import { auditAccount } from '../../audit-account.ts';
import { noPassword } from '../../password.ts';
import type { Holder } from '../../whois.ts';
import { holderOf, linkIdentity } from '../identities.ts';
import type { ProvenIdentity } from '../proven.ts';
import type { Hindrance, StaffOffice } from './office.ts';

type AdmitDeps = Pick<Deps, 'db' | 'vault' | 'now'>;
type Tx = Prisma.TransactionClient;

interface Applicant {
  subject: string;
  member: StaffMember;
  /** Null: no group of theirs means anything here. */
  post: StaffPost | null;
  office: StaffOffice;
}

type Admitted = { ok: true; holder: Holder } | { ok: false; reason: 'noPost' | 'inactive' | 'citizen' | Hindrance };

/**
 * Lets in whom the office's directory gives a post, and makes the post of their account the same. An officer's account is
 * theirs by its e-mail, which the office gave both; a citizen's never is.
 */
export async function admit(deps: AdmitDeps, applicant: Applicant): Promise<Admitted> {
  const { subject, member } = applicant;
  const { name, email } = member;
  const said = { birthDate: null, address: null, level: 'account' as const };
  const proven: ProvenIdentity = { provider: 'staff', subject, name, email, ...said };
  const linked = await holderOf(deps, proven);
  return deps.db.$transaction(async tx => {
    // Two first visits at once (a double click) come one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
    const where = linked ? { id: linked.accountId } : { email };
    const account = await tx.account.findUnique({ where, select: known });
    const result = await settle(tx, deps, { account, applicant });
    if (!result.ok) return result;
    const { accountId } = result.holder;
    if (!linked && (await linkIdentity(tx, deps, { accountId, proven }))) {
      const details = { provider: 'staff' };
      await auditAccount(tx, { at: deps.now(), action: 'identityLinked', accountId, details });
    }
    return result;
  });
}

const known = { id: true, sessionEpoch: true, officer: { select: { id: true, active: true } } } as const;
type Account = Prisma.AccountGetPayload<{ select: typeof known }>;

async function settle(
  tx: Tx,
  deps: AdmitDeps,
  { account, applicant }: { account: Account | null; applicant: Applicant },
): Promise<Admitted> {
  const { post, office } = applicant;
  if (!account) return post ? takeOn(tx, deps, { ...applicant, post }) : { ok: false, reason: 'noPost' };
  const { id: accountId, sessionEpoch: epoch, officer } = account;
  if (!officer) return { ok: false, reason: post ? 'citizen' : 'noPost' };
  if (!officer.active) return { ok: false, reason: 'inactive' };
  if (!post) {
    const left = await office.dismiss(tx, { officerId: officer.id });
    return { ok: false, reason: left === 'done' ? 'noPost' : left };
  }
  const followed = await office.follow(tx, { officerId: officer.id, post });
  return followed === 'done' ? { ok: true, holder: { accountId, epoch } } : { ok: false, reason: followed };
}

/** Somebody the portal has not seen yet; the directory vouches for the mailbox. */
async function takeOn(
  tx: Tx,
  { now }: AdmitDeps,
  { member, post, office }: Applicant & { post: StaffPost },
): Promise<Admitted> {
  const { name, email, jobTitle, phone } = member;
  const data = { name, email, passwordHash: noPassword, confirmedAt: new Date(now().epochMilliseconds) };
  const { id: accountId, sessionEpoch: epoch } = await tx.account.create({ data });
  const added = await office.add(tx, { accountId, post, jobTitle, phone });
  if (added === 'done') return { ok: true, holder: { accountId, epoch } };
  await tx.account.delete({ where: { id: accountId } });
  return { ok: false, reason: added };
}
