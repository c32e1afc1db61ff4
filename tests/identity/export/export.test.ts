import { createHash, randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { linkIdentity } from '../../../src/identity/providers/identities.ts';
import { startPortal } from '../../support/app.ts';
import {
  attachPdf,
  type CitizenAccount,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  fileDraft,
} from '../../support/factories.ts';
import { joined, representedBy } from '../../support/organisations.ts';
import { unzip } from '../../support/unzip.ts';
import type { Visitor } from '../../support/visitor.ts';
import { lettersTo } from '../mailbox.ts';

const portal = await startPortal();
const { db, deps } = portal;

async function download(visitor: Visitor, fields: Record<string, string> = {}) {
  const _csrf = await visitor.token('/ucet/vse');
  const response = await visitor.agent
    .post('/ucet/vse')
    .type('form')
    .send({ ...fields, _csrf })
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        done(null, Buffer.concat(chunks));
      });
    });
  return {
    status: response.status,
    headers: response.headers as Record<string, string>,
    body: response.body as Buffer,
  };
}

const filesOf = async (visitor: Visitor) => unzip((await download(visitor)).body);
const json = (files: Map<string, Buffer>, path: string): Record<string, unknown> =>
  JSON.parse(files.get(path)?.toString() ?? 'null') as Record<string, unknown>;
const sha = (content: Buffer | undefined) =>
  createHash('sha256')
    .update(content ?? '')
    .digest('hex');

const agenda = 'zabor-verejneho-prostranstvi';
portal.setNow('2026-05-04T08:00:00Z');

/** A case with a file. */
async function filedCase(owner: CitizenAccount) {
  const draft = await createDraft(deps, { agenda, owner });
  const [slot] = draft.definition.attachments;
  const attachment = await attachPdf(deps, { draftId: draft.id, slot: slot?.id ?? '' });
  return { ...(await fileDraft(deps, draft, owner)), attachment };
}

/** The sign-in of all sessions is long ago. */
const grownOld = (owner: CitizenAccount) =>
  db.signIn.updateMany({
    where: { accountId: owner.actor.accountId },
    data: { at: new Date(deps.now().epochMilliseconds - 16 * 60_000) },
  });

describe('the copy of everything', () => {
  test('is one archive with the account, drafts, cases with their files, mails and an index', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await visitor.submit('/ucet/udaje', {
      form: 'main form[action="/ucet/udaje"]',
      fields: { bankAccount: '19-2000145399/0800' },
    });
    await linkIdentity(db, deps, {
      accountId: jana.actor.accountId,
      proven: {
        provider: 'nia',
        subject: randomUUID(),
        level: 'high',
        name: 'Jana Anna',
        birthDate: '1988-11-09',
        address: null,
        email: null,
      },
    });
    const filed = await filedCase(jana);
    const draft = await createDraft(deps, { agenda, owner: jana });
    const draftFile = await attachPdf(deps, {
      draftId: draft.id,
      slot: draft.definition.attachments[0]?.id ?? '',
      name: '../../zlý název.pdf',
    });
    await visitor.submit(`/pripady/${filed.reference}`, {
      form: 'form[action$="/zpravy"]',
      fields: { zprava: 'Kdy to bude?' },
    });

    const { status, headers, body } = await download(visitor);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/zip',
      'private, no-store',
    ]);
    expect(headers['content-disposition']).toBe('attachment; filename="portal-obcana-2026-05-04.zip"');
    const files = await unzip(body);

    const account = json(files, 'ucet.json');
    expect(account).toMatchObject({
      account: { name: 'Jana Nováková', email: jana.email },
      typedForPrefilling: { bankAccount: '19-2000145399/0800' },
      identities: [{ provider: 'nia', name: 'Jana Anna' }],
      signIns: [{ method: 'password', level: 'account' }],
      organisations: [],
    });
    expect(account.profile).toContainEqual({
      id: 'name',
      value: 'Jana Anna',
      source: 'nia',
      toldOn: expect.any(String) as string,
    });
    expect(JSON.stringify(account.log)).toContain('přihlášení (password)');
    expect(body.includes('argon2')).toBe(false);

    const folder = `pripady/${filed.reference}`;
    const document = json(files, `${folder}/pripad.json`);
    expect(document).toMatchObject({
      reference: filed.reference,
      submission: { applicant: { email: expect.any(String) as string } },
      messages: [{ from: 'applicant', text: 'Kdy to bude?' }],
      history: [{ title: 'Podání jsme přijali' }],
    });
    const stored = await db.attachment.findUniqueOrThrow({ where: { id: filed.attachment } });
    const path = [...files.keys()].find(name => name.startsWith(`${folder}/podani/`)) ?? '';
    expect(path).toMatch(/\/01-plánek\.pdf$/);
    expect(sha(files.get(path))).toBe(Buffer.from(stored.sha256).toString('hex'));
    const receipt = await visitor.agent.get(`/pripady/${filed.reference}/potvrzeni.pdf`).buffer(true);
    expect(sha(files.get(`${folder}/potvrzeni.pdf`))).toBe(sha(receipt.body as Buffer));

    const drafts = [...files.keys()].filter(name => name.startsWith('rozepsana/'));
    expect(drafts).toHaveLength(2);
    expect(json(files, drafts.find(name => name.endsWith('.json')) ?? '')).toMatchObject({ agenda: { slug: agenda } });
    const file = await db.attachment.findUniqueOrThrow({ where: { id: draftFile } });
    const copied = drafts.find(name => name.endsWith('.pdf')) ?? '';
    expect(copied.split('/')).toHaveLength(3);
    expect(sha(files.get(copied))).toBe(Buffer.from(file.sha256).toString('hex'));

    const mails = JSON.parse(files.get('e-maily.json')?.toString() ?? '') as { kind: string }[];
    expect(mails.map(({ kind }) => kind)).toContain('dataExported');

    const index = load(files.get('PREHLED.html')?.toString() ?? '');
    const links = index('a')
      .toArray()
      .map(link => index(link).attr('href') ?? '');
    for (const link of links) expect([...files.keys()]).toContain(link);
    expect(links).toContain(`${folder}/pripad.json`);
    expect(index.text()).not.toContain('Co se nepodařilo přečíst');

    expect(await db.auditRecord.count({ where: { action: 'dataExported', actorId: jana.actor.accountId } })).toBe(1);
    expect((await lettersTo(portal, jana.email)).at(-1)).toMatchObject({ kind: 'dataExported' });
  });

  test('has nothing of others: their cases, internal notes, a firm one has left or may only manage', async () => {
    const jana = await createCitizen(deps);
    const { organisation } = await representedBy(deps, { owner: jana, name: 'Pekárna' });
    const reader = await createCitizen(deps, 'Petr Malý');
    const manager = await createCitizen(deps, 'Olga Malá');
    const former = await createCitizen(deps, 'Karel Malý');
    const stranger = await createCitizen(deps, 'Eva Malá');
    await joined(deps, { organisation, member: reader, role: 'reader' });
    await joined(deps, { organisation, member: manager, role: 'manager' });
    const left = await joined(deps, { organisation, member: former, role: 'filer' });
    const own = await filedCase(former);
    const filed = await filedCase(former);
    await db.case.update({ where: { id: filed.id }, data: { organisationId: organisation } });
    await db.membership.update({ where: { id: left }, data: { state: 'ended', until: new Date() } });
    const { actor } = await createOfficer(deps, { department: 'dopravy' });
    const note = 'tajná poznámka úřadu';
    await db.caseNote.create({
      data: { caseId: own.id, officerId: actor.officerId, text: Buffer.from(note), at: new Date() },
    });

    const foldersOf = async (account: CitizenAccount) => {
      const files = await filesOf(await portal.visitor(account));
      const all = [...files.values()].map(content => content.toString()).join('');
      expect(all).not.toContain(note);
      return [
        ...new Set([...files.keys()].filter(name => name.startsWith('pripady/')).map(name => name.split('/')[1])),
      ];
    };
    expect(await foldersOf(reader)).toEqual([filed.reference]);
    expect(await foldersOf(manager)).toEqual([]);
    expect(await foldersOf(former)).toEqual([own.reference]);
    expect(await foldersOf(stranger)).toEqual([]);
  });

  test('tells no secret of a mail, so that it opens nothing to whoever does not read the mailbox', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await visitor.submit('/zapomenute-heslo', { form: 'main form', fields: { email: jana.email } });
    const sent = (await lettersTo(portal, jana.email)).find(({ kind }) => kind === 'resetPassword');
    expect(sent?.text).toMatch(/token=/);
    const copy = (await filesOf(visitor)).get('e-maily.json')?.toString() ?? '';
    expect(JSON.parse(copy)).toContainEqual(
      expect.objectContaining({ kind: 'resetPassword', subject: 'Nové heslo', text: null }),
    );
    expect(copy).not.toContain('token=');
  });

  test('leaves out mails about a case one may not read any more', async () => {
    const jana = await createCitizen(deps);
    const filed = await createCase(deps, { owner: jana });
    const visitor = await portal.visitor(jana);
    const about = async () => {
      const mails = JSON.parse((await filesOf(visitor)).get('e-maily.json')?.toString() ?? '') as { text: string }[];
      return mails.filter(({ text }) => text.includes(filed.reference)).length;
    };
    await db.mail.updateMany({
      where: { caseId: filed.id },
      data: { recipient: deps.vault.digest(jana.email, 'mail-address') },
    });
    expect(await about()).toBe(1);
    await db.case.update({ where: { id: filed.id }, data: { applicantId: null } });
    expect(await about()).toBe(0);
  });

  test('is for the officer too, without the mails of the office', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    const files = await filesOf(await portal.visitor(officer));
    expect([...files.keys()]).toEqual(['ucet.json', 'PREHLED.html']);
  });
});

describe('a file that cannot be read', () => {
  test('is no broken archive: the rest is there and the index says what is not', async () => {
    const jana = await createCitizen(deps);
    const gone = await filedCase(jana);
    const whole = await filedCase(jana);
    const { storageKey } = await db.attachment.findUniqueOrThrow({ where: { id: gone.attachment } });
    await deps.files.remove(storageKey);
    const { status, body } = await download(await portal.visitor(jana));
    expect(status).toBe(200);
    const files = await unzip(body);
    const names = [...files.keys()];
    expect(names.some(name => name.startsWith(`pripady/${whole.reference}/podani/`))).toBe(true);
    expect(names.some(name => name.startsWith(`pripady/${gone.reference}/podani/`))).toBe(false);
    const index = load(files.get('PREHLED.html')?.toString() ?? '');
    expect(index.text()).toContain('Co se nepodařilo přečíst');
    expect(index.text()).toContain(`pripady/${gone.reference}/podani/01-plánek.pdf`);
    expect(portal.log()).toContain('a file of an export cannot be read');
    expect(portal.log()).not.toContain('plánek');
  });
});

describe('whoever asks', () => {
  test('has to have signed in just now, or say the password', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    expect((await visitor.get('/ucet/vse')).$('#password').length).toBe(0);
    await grownOld(jana);
    const page = await visitor.get('/ucet/vse');
    expect(page.$('#password').length).toBe(1);
    for (const [password, message] of [
      ['', 'Zadejte heslo'],
      ['špatně', 'Heslo nesouhlasí'],
    ] as const) {
      const refused = await visitor.submit('/ucet/vse', { form: 'main form', fields: { password } });
      expect([refused.status, refused.text]).toEqual([400, expect.stringContaining(message)]);
    }
    expect(await db.auditRecord.count({ where: { action: 'dataExported', actorId: jana.actor.accountId } })).toBe(0);
    expect((await download(visitor, { password: jana.password })).status).toBe(200);
  });

  test('without a password signs in anew', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await db.account.update({ where: { email: jana.email }, data: { passwordHash: '' } });
    await grownOld(jana);
    const page = await visitor.get('/ucet/vse');
    expect(page.text).toContain('Nejdřív se prosím přihlaste znovu.');
    expect(page.$('main a[href^="/prihlaseni"]').attr('href')).toBe('/prihlaseni?zpet=%2Fucet%2Fvse&znovu=1');
    expect((await download(visitor)).status).toBe(400);
  });

  test('gets five in a quarter of an hour', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    for (let turn = 0; turn < 5; turn++) expect((await download(visitor)).status).toBe(200);
    expect((await download(visitor)).status).toBe(429);
  });
});

test('a connection that breaks in the middle is no failure of the portal', async () => {
  const jana = await createCitizen(deps);
  for (let turn = 0; turn < 5; turn++) await filedCase(jana);
  const visitor = await portal.visitor(jana);
  const before = portal.log().length;
  const _csrf = await visitor.token('/ucet/vse');
  const broken = visitor.agent.post('/ucet/vse').type('form').send({ _csrf });
  broken.buffer(true).parse((res: NodeJS.EventEmitter) => {
    res.once('data', () => broken.abort());
  });
  await expect(broken).rejects.toThrow();
  expect((await download(visitor)).status).toBe(200);
  expect(portal.log().slice(before)).not.toMatch(/"level":50/);
});
