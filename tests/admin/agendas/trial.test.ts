import { extractText, getDocumentProxy } from 'unpdf';
import { beforeEach, describe, expect, test } from 'vitest';
import { findSketch, saveSketch } from '../../../src/admin/agendas/sketch.ts';
import { loadDirectory } from '../../../src/catalogue/load-directory.ts';
import { cleanUp } from '../../../src/jobs/clean-up.ts';
import { openMessage } from '../../../src/notifications/message.ts';
import { sealEntries } from '../../../src/vault/draft-entries.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createOfficer, exampleEntries } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';
import { draftOf, seedDocument } from './admins.ts';

const portal = await startPortal();
const { deps, db } = portal;
const admin = await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'clerk', 'registry'] });
const visitor = await portal.visitor(admin);
const slug = 'ohlaseni-psa';
const document = await seedDocument(slug);
const department = String(document['department']);
const page = `/sprava/agendy/${slug}`;
const tryOut = { form: 'main form[action$="/zkouska"]' };

let number: number;
let title: string;

beforeEach(async () => {
  portal.setNow('2026-05-04T08:00:00Z');
  title = `Přihlášení psa, zkouška ${await db.agendaVersion.count()}`;
  number = await draftOf(deps, admin, { ...document, title });
});

/** A test drive, filled in as the example says. */
async function drive(): Promise<{ id: string; path: string }> {
  const begun = await visitor.submit(`${page}?verze=${number}`, tryOut);
  const id = /^\/podani\/([0-9a-f-]{36})/.exec(begun.path)?.[1] ?? '';
  const entries = sealEntries(deps.vault, id, await exampleEntries(slug));
  await db.draft.update({ where: { id }, data: { entries } });
  return { id, path: `/podani/${id}` };
}

/** Filed from its summary; ends at the receipt. */
async function fileTrial(): Promise<{ receipt: Page; reference: string; id: string }> {
  const { path, id } = await drive();
  const receipt = await visitor.submit(`${path}/souhrn`, { form: 'main form[action$="/odeslani"]' });
  const filed = await db.case.findUniqueOrThrow({ where: { draftId: id } });
  return { receipt, reference: filed.reference, id: filed.id };
}

const warning = 'Zkouška – úřad toto podání nedostane';

describe('a test drive', () => {
  test('is an ordinary draft of a snapshot, marked on every page of it', async () => {
    const begun = await visitor.submit(`${page}?verze=${number}`, tryOut);
    expect(begun.status).toBe(200);
    expect(begun.text).toContain(warning);
    expect(begun.text).toContain(title);
    const snapshot = await db.agendaVersion.findFirstOrThrow({ where: { status: 'trial', title } });
    expect(snapshot).toMatchObject({ number, publishedAt: null });
    const { path } = await drive();
    expect((await visitor.get(`${path}/souhrn`)).text).toContain(warning);
    expect((await visitor.get(`${path}/smazat`)).text).toContain(warning);
  });

  test('does not follow what the sketch becomes meanwhile', async () => {
    const { path } = await drive();
    const sketch = await findSketch(db, slug);
    if (!sketch) throw new Error('there is a sketch');
    const definition = { ...sketch.definition, title: 'Úplně jiný název' };
    await saveSketch(deps, { slug, revision: sketch.revision, definition, actor: admin.actor, now: deps.now() });
    expect((await visitor.get(`${path}/souhrn`)).text).toContain(title);
  });

  test('of a sketch with gaps does not begin, and says what to fill in', async () => {
    const sketch = await findSketch(db, slug);
    if (!sketch) throw new Error('there is a sketch');
    const definition = { ...sketch.definition, department: '' };
    await saveSketch(deps, { slug, revision: sketch.revision, definition, actor: admin.actor, now: deps.now() });
    const drafts = await db.draft.count();
    const refused = await visitor.submit(`${page}?verze=${number}`, tryOut);
    expect(refused.status).toBe(409);
    expect(refused.$('.findings__item').text()).toContain('Vyberte odbor');
    expect(refused.$('.findings__item a').attr('href')).toContain('/navrh');
    expect(await db.draft.count()).toBe(drafts);
  });

  test('of what is not being written does not exist', async () => {
    const token = { _csrf: await visitor.token() };
    expect((await visitor.post('/sprava/agendy/zadost-o-informace/zkouska', token)).status).toBe(404);
    expect((await visitor.post('/sprava/agendy/nic/zkouska', token)).status).toBe(404);
  });
});

describe('filed on trial', () => {
  test('it ends at a receipt that says so, under a reference that looks like no filing', async () => {
    const { receipt, reference } = await fileTrial();
    expect(reference).toMatch(/^ZK26-\d{5}-[A-Z]$/);
    expect(receipt.path).toBe(`/pripady/${reference}/potvrzeni`);
    expect(receipt.text).toContain(warning);
    expect(receipt.text).not.toContain('Potvrzení jsme poslali na');
    expect(receipt.text).toContain('přišlo potvrzení jen vám');
    expect((await visitor.get(`/pripady/${reference}`)).text).toContain(warning);
    const pdf = await visitor.agent.get(`/pripady/${reference}/potvrzeni.pdf`);
    expect(pdf.status).toBe(200);
    expect(await textOf(pdf.body as Buffer)).toContain(warning);
  });

  test('it takes no number of a filing', async () => {
    const numbers = () => db.$queryRaw<{ last: bigint }[]>`SELECT last_value AS last FROM case_number`;
    const before = await numbers();
    await fileTrial();
    expect(await numbers()).toEqual(before);
  });

  test('its mail goes to whoever tries it, not to the address typed in, and says that it is a trial', async () => {
    const { id, reference } = await fileTrial();
    const mails = await db.mail.findMany({ where: { caseId: id } });
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    if (!mail) throw new Error('there is a mail');
    const message = openMessage(deps.vault, mail.id, mail.message);
    expect(message.to).toBe(admin.email);
    expect(message.subject).toContain('Zkouška');
    expect(message.subject).toContain(reference);
  });

  test('it is in no list and no count of the office, nor among filings of its author', async () => {
    const { reference } = await fileTrial();
    const clerk = await portal.visitor(await createOfficer(deps, { department, roles: ['clerk', 'head'] }));
    const registry = await portal.visitor(await createOfficer(deps, { department: 'spravni', roles: ['registry'] }));
    for (const officer of [clerk, registry, visitor]) {
      for (const view of [
        '',
        '?pohled=vse',
        '?pohled=odbor',
        '?pohled=neprirazene',
        '?stav=podane',
        `?agenda=${slug}`,
      ]) {
        const inbox = await officer.get(`/urad${view}`);
        expect(inbox.status).toBe(200);
        expect(inbox.html).not.toContain('ZK26');
      }
      expect((await officer.get(`/urad/pripady/${reference}`)).status).toBe(404);
      const taken = await officer.post(`/urad/pripady/${reference}/prevzeti`, {
        _csrf: await officer.token(),
        verze: '1',
      });
      expect(taken.status).toBe(404);
    }
    expect((await visitor.get('/moje')).html).not.toContain('ZK26');
    expect((await visitor.get(`${page}?verze=1`)).$('.versions').text()).toContain(`Odeslaná jako ${reference}`);
    expect((await visitor.get(`${page}?verze=1`)).text).toContain('0 běžících případů');
    expect(await db.case.count({ where: { reference, state: 'filed', officerId: null } })).toBe(1);
  });

  test('it is nobody else’s, not even by its tracking code', async () => {
    const { receipt, reference } = await fileTrial();
    const { path } = await drive();
    const code = receipt.$('.receipt__reference').last().text();
    const stranger = await portal.visitor(await createCitizen(deps));
    const colleague = await portal.visitor(
      await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
    );
    for (const other of [stranger, colleague, await portal.visitor()]) {
      expect((await other.get(`/pripady/${reference}`)).status).toBe(404);
      expect((await other.get(`/pripady/${reference}/potvrzeni`)).status).toBe(404);
      expect((await other.get(path)).status).toBe(404);
      const tracked = await other.submit('/stav', { fields: { reference, code } });
      expect(tracked.status).toBe(400);
    }
    const hash = receipt.html.match(/[0-9a-f]{64}/)?.[0] ?? '';
    const verified = await stranger.submit('/overeni', { fields: { reference, hash } });
    expect(verified.status).toBe(400);
  });

  test('it does not make the agenda look popular', async () => {
    await fileTrial();
    expect((await loadDirectory(deps)).find(slug)?.popularity).toBe(0);
  });

  test('filed twice at once it is filed once', async () => {
    const { path, id } = await drive();
    const summary = await visitor.get(`${path}/souhrn`);
    const file = () => visitor.submit(summary, { form: 'main form[action$="/odeslani"]' });
    const receipts = await Promise.all([file(), file()]);
    expect(new Set(receipts.map(({ path: end }) => end)).size).toBe(1);
    expect(await db.case.count({ where: { draftId: id } })).toBe(1);
  });

  test('no filing can be made a trial, nor a trial a filing', async () => {
    const { id } = await fileTrial();
    const { id: filing } = await createCase(deps);
    const refused = async (sql: string, of: string) => {
      await expect(deps.pool.query(sql, [of])).rejects.toThrow('what was recorded stays');
    };
    await refused('UPDATE "case" SET trial = false WHERE id = $1', id);
    await refused('UPDATE "case" SET trial = true WHERE id = $1', filing);
    await refused('DELETE FROM submission WHERE case_id = $1', filing);
    await refused('UPDATE submission SET filed_at = now() WHERE case_id = $1', id);
  });

  test('it is cleaned up after a month, with its snapshot', async () => {
    const { id } = await fileTrial();
    portal.setNow('2026-06-02T08:00:00Z');
    await cleanUp(deps);
    expect(await db.case.count({ where: { id } })).toBe(1);
    portal.setNow('2026-06-04T08:00:00Z');
    expect((await cleanUp(deps)).trials).toBeGreaterThan(0);
    expect(await db.case.count({ where: { trial: true } })).toBe(0);
    expect(await db.submission.count({ where: { caseId: id } })).toBe(0);
    expect(await db.agendaVersion.count({ where: { status: 'trial' } })).toBe(0);
  });
});

async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}
