import { randomUUID } from 'node:crypto';
import { linkIdentity } from '../../src/identity/providers/identities.ts';
import { beginAgenda } from '../../src/admin/agendas/begin-agenda.ts';
import { sealWhy, writeLetter } from '../../src/cases/commands.ts';
import type { TokenPurpose } from '../../src/generated/prisma/client.ts';
import { sealAddresses } from '../../src/identity/email-change/links.ts';
import { issueToken } from '../../src/identity/tokens.ts';
import { newSecret } from '../../src/vault/link-secret.ts';
import { sealOrder } from '../../src/workspace/bulk/order.ts';
import { sealSaved } from '../../src/workspace/inbox/saved/content.ts';
import type { Portal } from './app.ts';
import { revokeMandate } from '../../src/mandates/own/end.ts';
import { broughtPower, checkedPower, empowered, offeredMandate } from './mandates.ts';
import { askedMembership, invitationLink, invitedTo, joined, representedBy } from './organisations.ts';
import {
  askToMend,
  attachPdf,
  createAbsence,
  attachToCorrection,
  type CaseRecord,
  createCase,
  createCitizen,
  createDepartment,
  createPasskey,
  createLetterTemplate,
  createDraft,
  createOfficer,
  fileDraft,
  sendPrepared,
  type CitizenAccount,
  type Person,
} from './factories.ts';

export const roles = [
  'guest',
  'owner',
  'stranger',
  'clerk',
  'outsider',
  'registry',
  'admin',
  'agent',
  'formerAgent',
] as const;
export type Role = (typeof roles)[number];

export interface Scene {
  /** Who the roles are; a guest has no account. */
  people: Record<Exclude<Role, 'guest' | 'owner' | 'agent' | 'formerAgent'>, Person> &
    Record<'owner' | 'agent' | 'formerAgent', CitizenAccount>;
  /**
   * The address of a path of the routes table. It names fresh things of the owner, so no request spoils the next; for an
   * agent, those begun under a mandate, which is over for a former one.
   */
  address: (path: string, role?: Role) => Promise<string>;
}

const agenda = 'zabor-verejneho-prostranstvi';
/** Filings of it wait to be confirmed. */
const toConfirm = 'vyhrazene-parkovani-ztp';
/** Where cases of that agenda lie, and a department that has nothing to do with them. */
const department = 'dopravy';
const elsewhere = 'dotaci';

/** A citizen with a draft and a case, another citizen, and officers near and far. */
export async function buildScene({ deps, setNow }: Portal): Promise<Scene> {
  // The example filing asks for days in June.
  setNow('2026-05-04T08:00:00Z');
  const owner = await createCitizen(deps, 'Jana Nováková');
  const people = {
    owner,
    stranger: await createCitizen(deps, 'Petr Svoboda'),
    agent: await createCitizen(deps, 'Zora Zmocněná'),
    formerAgent: await createCitizen(deps, 'Karel Bývalý'),
    clerk: await createOfficer(deps, { department }),
    outsider: await createOfficer(deps, { department: elsewhere }),
    registry: await createOfficer(deps, { department: 'spravni', roles: ['registry'] }),
    admin: await createOfficer(deps, {
      department: 'informatiky',
      roles: ['agendaAdmin', 'peopleAdmin', 'operator', 'auditor'],
    }),
  };

  const mandateOf = async (role: Role): Promise<string> => {
    const agent = role === 'formerAgent' ? people.formerAgent : people.agent;
    const id = await empowered(deps, { principal: owner, agent });
    if (role === 'formerAgent') await revokeMandate(deps, { mandateId: id, actor: owner.actor });
    return id;
  };

  /** A draft that the agent began. */
  const begunBy = async (role: Role, draftId: string): Promise<void> => {
    if (role !== 'agent' && role !== 'formerAgent') return;
    const { accountId: actedById } = people[role].actor;
    await deps.db.draft.update({ where: { id: draftId }, data: { mandateId: await mandateOf(role), actedById } });
  };

  /** A power of attorney that the owner is known to have given. */
  const powerOf = async (role: Role): Promise<string> => {
    const agent = role === 'formerAgent' ? people.formerAgent : people.agent;
    const id = await checkedPower(deps, { agent, principal: { email: owner.email } });
    if (role === 'formerAgent') await revokeMandate(deps, { mandateId: id, actor: owner.actor });
    return id;
  };

  const params = async (path: string, role: Role): Promise<Record<string, string>> => {
    if (path.startsWith('/ucet/zmocneni')) {
      return { mandate: await (path.endsWith('/plna-moc') ? powerOf(role) : mandateOf(role)) };
    }
    if (path.startsWith('/urad/plne-moci')) return { mandate: await broughtPower(deps, { agent: people.agent }) };
    const draft = await createDraft(deps, { agenda: path.includes('/potvrdit') ? toConfirm : agenda, owner });
    await begunBy(role, draft.id);
    const [step] = draft.definition.steps;
    const [slot] = draft.definition.attachments;
    if (!step || !slot) throw new Error(`${agenda} has lost its steps or attachments`);
    const attachment = await attachPdf(deps, { draftId: draft.id, slot: slot.id });
    if (path.startsWith('/podani')) return { draft: draft.id, step: step.id, slot: slot.id, attachment };
    if (/:slug\/(navrh|zkouska|verze\/:number\/(zverejneni|zahozeni))/.test(path)) return sketchParams();
    if (path.startsWith('/sprava/dopisy')) return { template: await createLetterTemplate(deps) };
    if (path.startsWith('/sprava/odbory')) return { department: await createDepartment(deps) };
    if (path.startsWith('/sprava/lide')) {
      return { officer: (await createOfficer(deps, { department: elsewhere })).actor.officerId };
    }
    if (path.startsWith('/sprava/rozdelovani')) return { slug: agenda, department };
    if (path.startsWith('/urad/nepritomnost')) return { absence: await createAbsence(deps, { officer: people.clerk }) };
    // Of anybody else it ends nothing.
    if (path.startsWith('/ucet/prihlaseni')) return { signIn: randomUUID() };
    if (path.startsWith('/prihlaseni')) return { provider: 'neznamy' };
    if (path.startsWith('/ucet/identity/:provider')) return { provider: 'zkusebni-identita' };
    if (path.startsWith('/ucet/identity')) return { identity: await linkedIdentity() };
    if (path.startsWith('/organizace/')) return ownOrganisation();
    if (path.startsWith('/urad/organizace')) return { membership: await askedMembership(deps, { owner }) };
    if (path.startsWith('/ucet/overeni/klice')) return { key: await createPasskey(deps, owner) };
    if (path.startsWith('/urad/overeni')) return { account: owner.actor.accountId };
    if (path.startsWith('/urad/hromadne/')) return { run: await bulkRun() };
    if (path.startsWith('/urad/pohledy/')) return { view: await savedView() };
    if (path.startsWith('/demo') || path.startsWith('/sprava/posta')) {
      const filed = await createCase(deps);
      const mail = await deps.db.mail.findFirstOrThrow({ where: { caseId: filed.id } });
      return { id: mail.id };
    }
    // Not the agenda the cases are of: administrators withdraw this one on the way.
    if (path.startsWith('/sprava')) return { slug: 'zadost-o-informace', number: '1' };
    const filed = await fileDraft(deps, draft, owner);
    if (/:ref\/(doplneni|opravy)/.test(path)) return { ref: filed.reference, ...(await mended(filed, path)) };
    if (path.includes('/:letter')) return { ref: filed.reference, letter: await begunLetter(filed) };
    if (path.startsWith('/urad/nahlednuti/')) await lookedInto(filed);
    return { slug: agenda, ref: filed.reference, id: attachment };
  };

  /** The applicant was called to mend the filing and has a new file ready, or has sent it. */
  const mended = async (filed: CaseRecord, path: string): Promise<Record<string, string>> => {
    const slot = 'sitePlan';
    const item = { kind: 'attachment' as const, id: slot, label: 'Plánek', problem: 'Nejde přečíst.' };
    await askToMend(deps, filed, { officer: people.clerk, items: [item] });
    const id = await attachToCorrection(deps, { caseId: filed.id, slot });
    const correction = path.includes(':correction') ? await sendPrepared(deps, filed, owner) : '';
    return { slot, id, correction };
  };

  /** The clerk has stated a reason to read it. */
  const lookedInto = async ({ id: caseId }: CaseRecord): Promise<void> => {
    const id = randomUUID();
    const at = new Date(deps.now().epochMilliseconds);
    const until = new Date(at.getTime() + 3_600_000);
    const why = sealWhy(deps.vault, id, 'Souvisí s naším případem.');
    await deps.db.caseLook.create({ data: { id, caseId, officerId: people.clerk.actor.officerId, why, at, until } });
  };

  /** A letter the clerk is writing in a case. */
  const begunLetter = async ({ id: caseId }: CaseRecord): Promise<string> => {
    const { actor } = people.clerk;
    const content = { title: 'Sdělení', text: 'Dobrý den,\n\npodání vyřizujeme.' };
    const result = await writeLetter(deps, { caseId, kind: 'letter', ...content, actor, now: deps.now() });
    if (!result.ok) throw new Error(result.message);
    return result.id;
  };

  /** A means of identification of the owner, beside the password. */
  const linkedIdentity = async (): Promise<string> => {
    const { accountId, name } = owner.actor;
    const said = { name, level: 'high' as const, birthDate: null, address: null, email: null };
    await linkIdentity(deps.db, deps, { accountId, proven: { provider: 'nia', subject: randomUUID(), ...said } });
    return (await deps.db.accountIdentity.findFirstOrThrow({ where: { accountId } })).id;
  };

  /** An organisation that the owner represents, with a member and somebody invited. */
  const ownOrganisation = async (): Promise<Record<string, string>> => {
    const { organisation } = await representedBy(deps, { owner });
    const member = await joined(deps, { organisation, member: await createCitizen(deps), role: 'filer' });
    return { organisation, member, invitation: await invitedTo(deps, { organisation, owner }) };
  };

  /** A step with many cases that the clerk has made. */
  const bulkRun = async (): Promise<string> => {
    const id = randomUUID();
    const officer = people.clerk.actor;
    const content = sealOrder(deps.vault, id, { step: { kind: 'watch' }, officer, list: '/urad' });
    const items = { create: { position: 0, reference: 'HK26-00001-K', expectedVersion: 1, finished: true } };
    await deps.db.bulkRun.create({ data: { id, officerId: officer.officerId, content, at: new Date(), items } });
    return id;
  };

  /** A list of cases that the clerk has saved. */
  const savedView = async (): Promise<string> => {
    const id = randomUUID();
    const content = sealSaved(deps.vault, id, { name: 'Doprava', query: 'pohled=odbor' });
    await deps.db.inboxView.create({ data: { id, officerId: people.clerk.actor.officerId, content } });
    return id;
  };

  /** An agenda that is being written. */
  const sketchParams = async (): Promise<Record<string, string>> => {
    const { definition } = await createDraft(deps, { agenda, owner });
    const slug = `agenda-${randomUUID().slice(0, 8)}`;
    await beginAgenda(deps, { definition: { ...definition, slug }, actor: people.admin.actor, now: deps.now() });
    const [step] = definition.steps;
    const [field] = step?.fields ?? [];
    const settings = { part: 'prilohy', place: 'attachments.0.when' };
    return { slug, number: '1', step: step?.id ?? '', field: field?.id ?? '', ...settings };
  };

  const address = async (path: string, role: Role = 'owner'): Promise<string> => {
    if (path === '/organizace/pozvanka') return invitationLink(deps, owner);
    if (path === '/ucet/zmocneni/pozvanka') {
      return (await offeredMandate(deps, { principal: await createCitizen(deps), agent: owner })).link;
    }
    const values = path.includes(':') ? await params(path, role) : {};
    if (path.endsWith('/email/potvrzeni')) return `${path}?token=${await emailChange({ isDone: false })}`;
    if (path === '/zmena-emailu/zpet') return `${path}?token=${await emailChange({ isDone: true })}`;
    const purpose = linked[path];
    const link = purpose ? `?token=${await token(purpose)}` : '';
    return filledIn(path, values) + link;
  };
  const emailChange = async ({ isDone }: { isDone: boolean }): Promise<string> => {
    const { accountId } = owner.actor;
    const [id, asked, undo, at] = [randomUUID(), newSecret(), newSecret(), new Date(deps.now().epochMilliseconds)];
    const content = sealAddresses(deps.vault, id, { from: owner.email, to: `${id}@example.cz` });
    const expiresAt = new Date(at.getTime() + 3_600_000);
    const done = isDone ? { doneAt: at, undoHash: undo.hash } : {};
    await deps.db.emailChange.create({
      data: { id, accountId, content, secretHash: asked.hash, askedAt: at, expiresAt, ...done },
    });
    return isDone ? undo.secret : asked.secret;
  };
  const token = (purpose: TokenPurpose): Promise<string> =>
    deps.db.$transaction(tx => issueToken(tx, { accountId: owner.actor.accountId, purpose, now: deps.now() }));
  return { people, address };
}

/** Pages that a link in a mail leads to. */
const linked: Record<string, TokenPurpose> = { '/potvrzeni-emailu': 'confirmEmail', '/nove-heslo': 'resetPassword' };

function filledIn(path: string, values: Record<string, string>): string {
  return path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the scene has no ${name} for ${path}`);
    return value;
  });
}
