import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { takeIn } from '../../src/attachments/intake.ts';
import { sealAttachmentName } from '../../src/attachments/name.ts';
import { changeCase, fileCase } from '../../src/cases/commands.ts';
import { findCase } from '../../src/cases/find-case.ts';
import { keepFile } from '../../src/cases/supplement/keep-file.ts';
import { openSupplement } from '../../src/cases/supplement/open-supplement.ts';
import { sendCorrection } from '../../src/cases/supplement/send-correction.ts';
import type { Citizen, Officer, OfficerRole } from '../../src/core/actor.ts';
import type { Action } from '../../src/core/case/actions.ts';
import type { CorrectionItem } from '../../src/core/case/corrections.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import type { RoutingRule } from '../../src/core/case/routing.ts';
import type { Entries } from '../../src/core/form/answers.ts';
import { definitionSchema, type Definition } from '../../src/core/form/definition.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import type { Deps } from '../../src/deps.ts';
import { sealPasskeyName } from '../../src/identity/passkeys/kept.ts';
import { hashPassword } from '../../src/identity/password.ts';

/** What a test begins with, made through the same code that makes it in earnest. Password of everyone: see `password`. */

export const password = 'Žluťoučký kůň pije víno';
const passwordHash = hashPassword(password);

export interface Person {
  email: string;
  password: string;
}
export type CitizenAccount = Person & { actor: Citizen };
export type OfficerAccount = Person & { actor: Officer };

export async function createCitizen({ db }: Deps, name = 'Jana Nováková'): Promise<CitizenAccount> {
  const account = await createAccount(db, name);
  return { email: account.email, password, actor: { kind: 'citizen', accountId: account.id, name, level: 'account' } };
}

type Employment = { department: string; roles?: OfficerRole[]; name?: string };

export async function createOfficer(
  { db }: Deps,
  { department, roles = ['clerk'], name = 'Marie Dvořáková' }: Employment,
): Promise<OfficerAccount> {
  const account = await createAccount(db, name);
  const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: department } });
  const employment = { accountId: account.id, departmentId, roles, jobTitle: 'referentka', phone: '+420 495 707 111' };
  const officer = await db.officer.create({ data: employment });
  const actor: Officer = {
    kind: 'officer',
    accountId: account.id,
    officerId: officer.id,
    name,
    departmentId,
    units: [],
    roles,
    standsInFor: [],
  };
  return { email: account.email, password, actor };
}

async function createAccount(db: Deps['db'], name: string): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.cz`;
  const data = { email, name, passwordHash: await passwordHash, confirmedAt: new Date() };
  return { ...(await db.account.create({ data, select: { id: true } })), email };
}

/** A complete filing of an agenda of the seed, as a person would type it. */
export async function exampleEntries(agenda: string): Promise<Entries> {
  const file = new URL(`../core/form/examples/${agenda}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Entries;
}

export interface NewDraft {
  agenda?: string;
  owner?: CitizenAccount;
  /** The example filing of the agenda when left out. */
  entries?: Entries;
}

export interface DraftRecord {
  id: string;
  definition: Definition;
  entries: Entries;
}

/** An agenda as it is offered now. */
export async function publishedDefinition({ db }: Deps, agenda: string): Promise<Definition> {
  const version = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug: agenda }, status: 'published' } });
  return definitionSchema.parse(version.definition);
}

export async function createDraft(
  { db, vault, now }: Deps,
  { agenda = 'ohlaseni-psa', owner, entries }: NewDraft = {},
): Promise<DraftRecord> {
  const version = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug: agenda }, status: 'published' } });
  const definition = definitionSchema.parse(version.definition);
  const typed = entries ?? (await exampleEntries(agenda));
  const id = randomUUID();
  await db.draft.create({
    data: {
      id,
      agendaVersionId: version.id,
      accountId: owner?.actor.accountId ?? null,
      entries: vault.seal(JSON.stringify(typed), `draft/${id}/entries`),
      visited: definition.steps.map(step => step.id),
      expiresAt: new Date(now().epochMilliseconds + 86_400_000),
    },
  });
  return { id, definition, entries: typed };
}

/** An agenda of its own that is being written, made of one of the seed's. */
export async function createSketch(
  { db }: Deps,
  change: (definition: Definition) => Definition = definition => definition,
): Promise<{ slug: string; definition: Definition }> {
  const slug = `agenda-${randomUUID().slice(0, 8)}`;
  const version = await db.agendaVersion.findFirstOrThrow({
    where: { agenda: { slug: 'zabor-verejneho-prostranstvi' }, status: 'published' },
  });
  const definition = change({ ...definitionSchema.parse(version.definition), slug });
  const document = JSON.parse(JSON.stringify(definition)) as object;
  const versions = { create: { number: 1, title: definition.title, definition: document } };
  await db.agenda.create({ data: { slug, versions } });
  return { slug, definition };
}

/** A small PDF in a slot of a draft. */
export async function attachPdf(
  deps: Deps,
  { draftId, slot, name = 'plánek.pdf' }: { draftId: string; slot: string; name?: string },
): Promise<string> {
  const rules = { id: slot, label: slot, required: true, formats: ['pdf' as const], maxMegabytes: 1, maxFiles: 1 };
  const { id, ...content } = await takeIn(deps, {
    content: Readable.from([Buffer.from('%PDF-1.7\n%%EOF\n')]),
    slot: rules,
  });
  await deps.db.attachment.create({
    data: { id, draftId, slot, name: sealAttachmentName(deps.vault, { id, name }), ...content },
  });
  return id;
}

export interface CaseRecord {
  id: string;
  reference: string;
  draftId: string;
}

/** Files a draft, by its owner or by a guest. */
export async function fileDraft(deps: Deps, draft: DraftRecord, owner?: CitizenAccount): Promise<CaseRecord> {
  const now = deps.now();
  const result = await fileCase(deps, {
    draftId: draft.id,
    draftVersion: 0,
    actor: owner?.actor ?? { kind: 'guest' },
    definition: draft.definition,
    evaluation: evaluate(draft.definition, draft.entries, { today: dayInPrague(now) }),
    now,
  });
  if (!result.ok) throw new Error(`not filed: ${result.reason}`);
  return { id: result.caseId, reference: result.reference, draftId: draft.id };
}

/** A filed case, straight away. */
export async function createCase(deps: Deps, { owner, ...draft }: NewDraft = {}): Promise<CaseRecord> {
  return fileDraft(deps, await createDraft(deps, { ...draft, ...(owner && { owner }) }), owner);
}

type NewAbsence = { officer: OfficerAccount; deputy?: OfficerAccount | null; from?: string; until?: string };

/** Somebody is away, by default through the whole of 2026. */
export async function createAbsence(
  { db }: Deps,
  { officer, deputy = null, from = '2026-01-01', until = '2026-12-31' }: NewAbsence,
): Promise<string> {
  const days = { fromOn: new Date(from), untilOn: new Date(until) };
  const people = { officerId: officer.actor.officerId, deputyId: deputy?.actor.officerId ?? null };
  return (await db.absence.create({ data: { ...people, ...days } })).id;
}

/** How cases of an agenda find their officer in a department. */
export async function createRouting(
  { db }: Deps,
  { agenda, department, rule }: { agenda: string; department: string; rule: RoutingRule },
): Promise<void> {
  const { id: agendaId } = await db.agenda.findUniqueOrThrow({ where: { slug: agenda } });
  const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: department } });
  const key = { agendaId, departmentId };
  await db.routing.upsert({
    where: { agendaId_departmentId: key },
    create: { ...key, rule },
    update: { rule, turns: 0 },
  });
}

/** A passkey of somebody, which no device has; gives its id. */
export async function createPasskey(
  { db, vault, now }: Deps,
  { actor: { accountId } }: CitizenAccount | OfficerAccount,
): Promise<string> {
  const name = sealPasskeyName(vault, accountId, 'Můj telefon');
  const key = { credentialId: Buffer.from(randomUUID()), publicKey: Buffer.from('x'), counter: 0, transports: [] };
  const addedAt = new Date(now().epochMilliseconds);
  return (await db.passkey.create({ data: { accountId, ...key, name, addedAt } })).id;
}

/** An empty department, of its own or a unit of another. */
export async function createDepartment(
  { db }: Deps,
  { name = 'Odbor zkoušek', parentId = null }: { name?: string; parentId?: string | null } = {},
): Promise<string> {
  const site = await db.site.findFirstOrThrow();
  const slug = `odbor-${randomUUID().slice(0, 8)}`;
  const contact = { phone: '+420 495 707 111', email: 'odbor@example.cz' };
  return (await db.department.create({ data: { slug, name, ...contact, siteId: site.id, parentId, position: 99 } })).id;
}

/** A template of letters for all agendas; gives its id. */
export async function createLetterTemplate({ db, now }: Deps, text = 'Dobrý den, {{jméno}}.'): Promise<string> {
  const data = { kind: 'letter' as const, title: 'Vzor zkoušky', text, updatedAt: new Date(now().epochMilliseconds) };
  return (await db.letterTemplate.create({ data })).id;
}

interface Call {
  officer: OfficerAccount;
  items: CorrectionItem[];
  /** Three weeks from now when left out. */
  until?: Temporal.PlainDate;
}

/** The officer takes a new case over and calls on its applicant to mend it. */
export async function askToMend(
  deps: Deps,
  { id: caseId }: CaseRecord,
  { officer, items, until }: Call,
): Promise<void> {
  const { actor } = officer;
  const now = deps.now();
  const steps: Action[] = [
    { type: 'takeOver' },
    {
      type: 'requestSupplement',
      items,
      until: until ?? dayInPrague(now).add({ days: 21 }),
      consequence: 'Když nic nedoplníte, řízení zastavíme.',
      suspends: true,
    },
  ];
  for (const action of steps) {
    const result = await changeCase(deps, { caseId, expectedVersion: null, actor, now }, action);
    if (!result.ok) throw new Error(`not called to mend: ${JSON.stringify(result)}`);
  }
}

/** A small PDF made ready for a correction. */
export async function attachToCorrection(
  deps: Deps,
  { caseId, slot, name = 'oprava.pdf' }: { caseId: string; slot: string; name?: string },
): Promise<string> {
  const rules = { id: slot, label: slot, required: true, formats: ['pdf' as const], maxMegabytes: 1, maxFiles: 5 };
  const content = Readable.from([Buffer.from('%PDF-1.7\n%%EOF\n')]);
  const file = { ...(await takeIn(deps, { content, slot: rules })), name };
  await keepFile(deps, { caseId, slot: rules, file });
  return file.id;
}

/** Sends what is ready and gives the id of the correction. */
export async function sendPrepared(deps: Deps, { reference }: CaseRecord, owner: CitizenAccount): Promise<string> {
  const reader = { accountId: owner.actor.accountId, organisations: [], mandates: [], opened: [] };
  const found = await findCase(deps, { reference, reader, today: dayInPrague(deps.now()) });
  const open = found && (await openSupplement(deps, found));
  if (!open) throw new Error(`nothing to mend in ${reference}`);
  const sent = await sendCorrection(deps, { open, actor: owner.actor, now: deps.now() });
  if (!sent.ok) throw new Error(`not sent: ${JSON.stringify(sent)}`);
  const { id } = await deps.db.caseCorrection.findFirstOrThrow({ where: { caseId: open.found.id } });
  return id;
}
