import { recordAudit } from '../../../audit/record.ts';
import { findHeads } from '../../../database/heads.ts';
import type { Deps } from '../../../deps.ts';
import type { OfficerRole, Prisma } from '../../../generated/prisma/client.ts';
import { postLost } from '../../../notifications/office-letters.ts';
import { enqueueMail } from '../../../notifications/queue.ts';
import { changeIn, markLeftIn } from './change.ts';
import { findPerson, type Person } from './queries.ts';

type Tx = Prisma.TransactionClient;
type Needs = Pick<Deps, 'boss' | 'vault' | 'config' | 'now'>;

interface DirectoryPost {
  roles: OfficerRole[];
  /** A slug. */
  department: string;
}

type Outcome = 'done' | 'hasCases' | 'lastAdmin' | 'noDepartment';

/** What the office's directory of people has done here when somebody signs in by it; the portal itself acts. */
export interface StaffOffice {
  add(
    tx: Tx,
    params: { accountId: string; post: DirectoryPost; jobTitle: string | null; phone: string | null },
  ): Promise<Outcome>;
  follow(tx: Tx, params: { officerId: string; post: DirectoryPost }): Promise<Outcome>;
  dismiss(tx: Tx, params: { officerId: string }): Promise<Outcome>;
}

export function staffOffice(deps: Needs): StaffOffice {
  const by = () => ({ actor: { kind: 'system' as const }, now: deps.now() });
  return {
    async add(tx, { accountId, post: { roles, department: slug }, jobTitle, phone }) {
      const department = await tx.department.findUnique({ where: { slug } });
      if (!department) return 'noDepartment';
      const post = { departmentId: department.id, roles, jobTitle: jobTitle ?? '', phone: phone ?? department.phone };
      const { id } = await tx.officer.create({ data: { accountId, ...post } });
      const { actor, now: at } = by();
      const details = { officerId: id, roles: roles.join(' ') };
      await recordAudit(tx, { actor, at, action: 'officerAdded', subject: `officer/${id}`, details });
      return 'done';
    },
    async follow(tx, { officerId: id, post: { roles, department: slug } }) {
      const person = await personOf(tx, id);
      const department = await tx.department.findUnique({ where: { slug }, select: { id: true } });
      if (!department) return 'noDepartment';
      const { name, jobTitle, phone, agendaIds } = person;
      const isSame = person.departmentId === department.id && sameRoles(person.roles, roles);
      if (isSame) return 'done';
      const post = { name, jobTitle, phone, agendaIds, departmentId: department.id, roles };
      const changed = await changeIn(tx, { id, post, ...by() });
      if (changed === 'hasCases') await makeKnown(tx, deps, person);
      return changed;
    },
    async dismiss(tx, { officerId: id }) {
      const person = await personOf(tx, id);
      const left = person.openCases > 0 ? 'hasCases' : await markLeftIn(tx, { id, ...by() });
      if (left !== 'done') await makeKnown(tx, deps, person);
      return left;
    },
  };
}

async function personOf(tx: Tx, id: string): Promise<Person> {
  const person = await findPerson(tx, id);
  if (!person) throw new Error('an officer has vanished');
  return person;
}

function sameRoles(one: OfficerRole[], other: OfficerRole[]): boolean {
  return one.length === other.length && other.every(role => one.includes(role));
}

const againHours = 24;

/** Somebody is kept out with work in hand: it is written down each time, and their head told once a day. */
async function makeKnown(tx: Tx, deps: Needs, { id, name, departmentId, openCases }: Person): Promise<void> {
  const at = deps.now();
  const subject = `officer/${id}`;
  const since = new Date(at.epochMilliseconds - againHours * 3_600_000);
  const told = await tx.auditRecord.count({ where: { subject, action: 'officerWithoutPost', at: { gte: since } } });
  const details = { officerId: id, cases: openCases };
  await recordAudit(tx, { actor: { kind: 'system' }, at, action: 'officerWithoutPost', subject, details });
  if (told > 0) return;
  const letter = postLost({ name, link: new URL('/urad', deps.config.publicUrl).href });
  for (const to of await findHeads(tx, departmentId, id))
    await enqueueMail(tx, deps, { kind: 'postLost', to, ...letter });
}
