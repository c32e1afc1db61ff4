import { beforeEach, describe, expect, test } from 'vitest';
import { assignCase, changeCase, takeOverCase } from '../../../src/cases/commands.ts';
import type { Actor } from '../../../src/core/actor.ts';
import { sendDigests } from '../../../src/jobs/digest/send-digests.ts';
import { deliverMail } from '../../../src/notifications/deliver.ts';
import { openMessage, type Message } from '../../../src/notifications/message.ts';
import { createMailTransport } from '../../../src/notifications/transport.ts';
import { SmtpPeer } from '../../notifications/smtp-peer.ts';
import { startPortal } from '../../support/app.ts';
import {
  createAbsence,
  createCase,
  createCitizen,
  createDepartment,
  createOfficer,
  type OfficerAccount,
} from '../../support/factories.ts';

const portal = await startPortal();
const { deps, db, setNow } = portal;
const department = 'rozpoctu-a-financi';
const monday = '2026-12-07T05:30:00Z';
const tuesday = '2026-12-08T05:30:00Z';

let clerk: OfficerAccount;
let deputy: OfficerAccount;
let head: OfficerAccount;

beforeEach(async () => {
  await db.absence.deleteMany();
  await db.officer.updateMany({ data: { active: false } });
  await db.case.updateMany({ data: { decidedAt: new Date() } });
  setNow('2026-12-04T09:00:00Z');
  clerk = await createOfficer(deps, { department });
  deputy = await createOfficer(deps, { department, name: 'Petr Velký' });
  head = await createOfficer(deps, { department: await emptyDepartment(), roles: ['head'], name: 'Tomáš Procházka' });
});

async function emptyDepartment(): Promise<string> {
  const id = await createDepartment(deps);
  return (await db.department.findUniqueOrThrow({ where: { id } })).slug;
}

const by = (caseId: string, actor: Actor) => ({ caseId, expectedVersion: null, actor, now: deps.now() });

async function heldCase(holder: OfficerAccount, dueOn = '2027-02-01'): Promise<{ id: string; reference: string }> {
  const { id, reference } = await createCase(deps);
  await takeOverCase(deps, by(id, holder.actor));
  await due(id, dueOn);
  return { id, reference };
}

async function due(id: string, day: string): Promise<void> {
  await db.case.update({ where: { id }, data: { dueOn: new Date(day), countedTo: new Date(day) } });
}

async function digestsTo({ email }: { email: string }): Promise<Message[]> {
  const mails = await db.mail.findMany({ where: { kind: 'digest' }, orderBy: { id: 'asc' } });
  return mails.map(({ id, message }) => openMessage(deps.vault, id, message)).filter(({ to }) => to === email);
}

async function morning(at: string): Promise<number> {
  setNow(at);
  return sendDigests(deps);
}

async function textTo(officer: OfficerAccount, at = monday): Promise<string> {
  await morning(at);
  return (await digestsTo(officer)).at(-1)?.text ?? '';
}

describe('the morning mail', () => {
  test('says what is late, what is due by Sunday and what applicants did, and nothing of what is far off', async () => {
    const owner = await createCitizen(deps);
    const late = await heldCase(clerk, '2026-12-03');
    const soon = await heldCase(clerk, '2026-12-13');
    const far = await heldCase(clerk, '2026-12-14');
    const answered = await createCase(deps, { owner });
    await takeOverCase(deps, by(answered.id, clerk.actor));
    await changeCase(deps, by(answered.id, owner.actor), { type: 'requestInspection', note: '' });
    await due(answered.id, '2027-02-01');
    const text = await textTo(clerk);
    expect(text).toContain(`Po termínu (1)\n– ${late.reference}, `);
    expect(text).toContain(`Termín tento týden (1)\n– ${soon.reference}, `);
    expect(text).toContain(`Žadatel se ozval (1)\n– ${answered.reference}, `);
    expect(text).not.toContain(far.reference);
    expect(text).toMatch(/\/urad\n/);
    expect(text).toMatch(/\/ucet\/oznameni\n$/);
    expect(text).not.toContain(owner.actor.name);
  });

  test('says what others gave, once, and not what one took over', async () => {
    await heldCase(clerk);
    const { id, reference } = await createCase(deps);
    const { officerId } = clerk.actor;
    const giver = await createOfficer(deps, { department, roles: ['head'] });
    // Given in the afternoon, after the mail of that morning.
    await assignCase(deps, { ...by(id, giver.actor), to: { officerId }, reason: 'zná věc' });
    await due(id, '2027-02-01');
    await db.sentDigest.create({
      data: { officerId, day: new Date('2026-12-04'), sentAt: new Date('2026-12-04T05:30:00Z') },
    });
    expect(await textTo(clerk)).toContain(`Nové od minulého souhrnu (1)\n– ${reference}, `);
    expect(await morning(tuesday)).toBe(0);
  });

  test('comes once a day, however many processes write it', async () => {
    await heldCase(clerk, '2026-12-03');
    setNow(monday);
    await Promise.all([sendDigests(deps), sendDigests(deps), sendDigests(deps)]);
    await sendDigests(deps);
    expect(await digestsTo(clerk)).toHaveLength(1);
    await morning(tuesday);
    expect(await digestsTo(clerk)).toHaveLength(2);
  });

  test.each([
    ['a Saturday', '2026-12-05T05:30:00Z'],
    ['a holiday', '2026-12-25T05:30:00Z'],
  ])('does not come on %s', async (_day, at) => {
    await heldCase(clerk, '2026-12-03');
    expect(await morning(at)).toBe(0);
  });

  test('does not come when there is nothing to say', async () => {
    await heldCase(clerk);
    await morning(monday);
    expect(await digestsTo(clerk)).toEqual([]);
  });

  test('names ten cases and counts the rest', async () => {
    for (let i = 0; i < 12; i += 1) await heldCase(clerk, '2026-12-03');
    const text = await textTo(clerk);
    expect(text.match(/^– HK/gm)).toHaveLength(10);
    expect(text).toContain('Po termínu (12)');
    expect(text).toContain('– a\u00a0další 2');
  });
});

describe('whoever', () => {
  test('is away gets none, and who stands in reads about their cases', async () => {
    const { reference } = await heldCase(clerk, '2026-12-03');
    await createAbsence(deps, { officer: clerk, deputy });
    const text = await textTo(deputy);
    expect(text).toContain(`Případy kolegů, které zastupujete (1)\n– ${reference}, `);
    expect(await digestsTo(clerk)).toEqual([]);
  });

  test('has left gets none', async () => {
    await heldCase(clerk, '2026-12-03');
    await db.officer.update({ where: { id: clerk.actor.officerId }, data: { active: false } });
    await morning(monday);
    expect(await digestsTo(clerk)).toEqual([]);
  });

  test('turned it off gets none', async () => {
    await heldCase(clerk, '2026-12-03');
    await db.mailSettings.create({ data: { accountId: clerk.actor.accountId, digest: false } });
    await morning(monday);
    expect(await digestsTo(clerk)).toEqual([]);
  });

  test('does not want to hear of near deadlines still reads what is late', async () => {
    const late = await heldCase(clerk, '2026-12-03');
    const soon = await heldCase(clerk, '2026-12-09');
    await db.mailSettings.create({ data: { accountId: clerk.actor.accountId, deadlines: 'never' } });
    const text = await textTo(clerk);
    expect([text.includes(late.reference), text.includes(soon.reference)]).toEqual([true, false]);
  });
});

test('a head reads of the department’s late and unassigned cases and of absences without a deputy', async () => {
  const boss = await createOfficer(deps, { department, roles: ['head'] });
  const late = await heldCase(clerk, '2026-12-03');
  const alone = await createCase(deps);
  await createAbsence(deps, { officer: deputy });
  const text = await textTo(boss);
  expect(text).toContain(`Odbor: po termínu u\u00a0ostatních (1)\n– ${late.reference}, `);
  expect(text).toContain(`Odbor: nikdo je nevyřizuje (1)\n– ${alone.reference}, `);
  expect(text).toContain('Odbor: nepřítomní bez zástupu (1)');
  expect(text).not.toContain(deputy.actor.name);
  expect(await digestsTo(head)).toEqual([]);
});

test('one mail that cannot be written holds up none of the others', async () => {
  await heldCase(clerk, '2026-12-03');
  await heldCase(deputy, '2026-12-03');
  const refused = clerk.actor.officerId;
  await db.$executeRawUnsafe(
    `ALTER TABLE sent_digest ADD CONSTRAINT broken CHECK (officer_id <> '${refused}') NOT VALID`,
  );
  expect(await morning(monday)).toBe(1);
  await db.$executeRawUnsafe('ALTER TABLE sent_digest DROP CONSTRAINT broken');
  expect([await digestsTo(clerk), (await digestsTo(deputy)).length]).toEqual([[], 1]);
  expect(await sendDigests(deps)).toBe(1);
});

test('it reaches the mailbox of the officer through a mail server', async () => {
  const { reference } = await heldCase(clerk, '2026-12-03');
  await morning(monday);
  const peer = new SmtpPeer();
  await peer.start();
  const transport = createMailTransport({ smtpUrl: peer.url, folder: '', from: 'portal@example.cz' });
  const { id } = await db.mail.findFirstOrThrow({ where: { kind: 'digest' }, orderBy: { id: 'desc' } });
  expect(await deliverMail(deps, transport, id)).toEqual({ outcome: 'sent' });
  transport.close();
  await peer.stop();
  const [{ recipients, mail } = { recipients: [], mail: null }] = peer.delivered;
  expect(recipients).toEqual([clerk.email]);
  expect(mail?.subject).toMatch(/^Co vás čeká: /);
  expect(mail?.text).toContain(reference);
});
