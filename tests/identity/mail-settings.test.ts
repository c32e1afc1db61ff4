import { describe, expect, test } from 'vitest';
import { assignCase, changeCase, startCase, takeOverCase } from '../../src/cases/commands.ts';
import type { Actor } from '../../src/core/actor.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { watchDeadlines } from '../../src/jobs/deadlines/watch-deadlines.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer, type Person } from '../support/factories.ts';
import { mailsOf } from '../support/mails-of.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-01T09:00:00Z');

const department = 'rozpoctu-a-financi';
const everyKind = { newCase: 'atOnce', answered: 'atOnce', deadlines: 'atOnce', digest: 'yes' };
const by = (caseId: string, actor: Actor) => ({ caseId, expectedVersion: null, actor, now: deps.now() });

async function set(person: Person, fields: Record<string, string>) {
  return (await portal.visitor(person)).submit('/ucet/oznameni', { fields });
}

async function mailsTo(caseId: string, { email }: Person) {
  const kinds = ['assigned', 'stateChanged', 'decided', 'filed', 'newCase', 'applicantActed', 'dueSoon', 'overdue'];
  return (await mailsOf(portal, { caseId, kinds })).filter(({ to }) => to === email);
}

describe('a citizen', () => {
  test('who has set nothing gets all mails, and finds the page by the account and by their foot', async () => {
    const owner = await createCitizen(deps);
    const page = await (await portal.visitor(owner)).get('/ucet');
    expect(page.$('a[href="/ucet/oznameni"]').length).toBe(1);
    const mail = await takenOver(owner);
    expect(mail?.text).toMatch(/\/ucet\/oznameni\n$/);
  });

  test('who wants no progress gets none, and still what is law', async () => {
    const owner = await createCitizen(deps);
    const page = await set(owner, { progress: 'no' });
    expect([page.path, page.text.includes('Nastavení e-mailů jsme uložili')]).toEqual(['/ucet', true]);
    expect(await takenOver(owner)).toBeUndefined();
    const clerk = await createOfficer(deps, { department });
    const { id } = await createCase(deps, { owner });
    await takeOverCase(deps, by(id, clerk.actor));
    await startCase(deps, by(id, clerk.actor));
    const suspend: Action = { type: 'suspend', reason: 'čekáme na posudek' };
    expect(await changeCase(deps, by(id, clerk.actor), suspend)).toEqual({ ok: true });
    const mails = await mailsOf(portal, { caseId: id, kinds: ['assigned', 'stateChanged', 'filed'] });
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['filed', 'stateChanged']);
    for (const { text } of mails) expect(text).not.toContain('/ucet/oznameni');
  });

  test('reads what always comes, and cannot choose for an officer', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    const page = await visitor.get('/ucet/oznameni');
    expect(page.text).toContain('výzva k doplnění');
    expect(page.$('[name="digest"]').length).toBe(0);
  });

  test.each(['maybe', ''])('who answers „%s“ is told to choose', async progress => {
    const page = await set(await createCitizen(deps), { progress });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain('Vyberte jednu z\u00a0možností');
  });

  async function takenOver(owner: Awaited<ReturnType<typeof createCitizen>>) {
    const clerk = await createOfficer(deps, { department });
    const { id } = await createCase(deps, { owner });
    expect(await takeOverCase(deps, by(id, clerk.actor))).toEqual({ ok: true });
    const [mail] = await mailsOf(portal, { caseId: id, kinds: ['assigned'] });
    return mail;
  }
});

describe('an officer', () => {
  test.each(['digest', 'never'])('who chose „%s“ for everything gets nothing but what is late', async timing => {
    const clerk = await createOfficer(deps, { department });
    const chosen = { newCase: timing, answered: timing, deadlines: timing, digest: 'yes' };
    expect((await set(clerk, chosen)).path).toBe('/ucet');
    expect(await kindsOf(clerk)).toEqual(['overdue']);
  });

  test('who has set nothing gets everything at once, with a link to the settings', async () => {
    const clerk = await createOfficer(deps, { department });
    expect(await kindsOf(clerk)).toEqual(['newCase', 'applicantActed', 'dueSoon', 'overdue']);
  });

  test('sees again what was chosen', async () => {
    const clerk = await createOfficer(deps, { department });
    await set(clerk, { ...everyKind, answered: 'digest' });
    const page = await (await portal.visitor(clerk)).get('/ucet/oznameni');
    expect(page.$('[name="answered"]:checked').val()).toBe('digest');
    expect(page.$('[name="newCase"]:checked').val()).toBe('atOnce');
  });

  test('who wants something only in a mail that is not to come is told so, and nothing is lost', async () => {
    const clerk = await createOfficer(deps, { department });
    const page = await set(clerk, { ...everyKind, newCase: 'digest', digest: 'no' });
    expect(page.status).toBe(400);
    expect(page.$('#digest-error').text()).toContain('ranním souhrnu');
    expect(page.$('[name="newCase"]:checked').val()).toBe('digest');
    expect(await db.mailSettings.count({ where: { accountId: clerk.actor.accountId } })).toBe(0);
  });

  test('who sends a choice that there is not is told to choose', async () => {
    const page = await set(await createOfficer(deps, { department }), { ...everyKind, deadlines: 'yearly' });
    expect(page.status).toBe(400);
    expect(page.$('#deadlines-error').text()).toContain('Vyberte jednu z\u00a0možností');
  });

  /** What an officer gets of a case that is given to them, withdrawn, nearly due and at last late. */
  async function kindsOf(clerk: Awaited<ReturnType<typeof createOfficer>>): Promise<string[]> {
    const owner = await createCitizen(deps);
    const head = await createOfficer(deps, { department, roles: ['head'] });
    const { id } = await createCase(deps, { owner });
    const { officerId } = clerk.actor;
    await assignCase(deps, { ...by(id, head.actor), to: { officerId }, reason: 'zná věc' });
    await changeCase(deps, by(id, owner.actor), { type: 'requestInspection', note: '' });
    const due = new Date('2026-12-11T00:00:00Z');
    await db.case.update({ where: { id }, data: { dueOn: due, countedTo: due } });
    for (const night of ['2026-12-08T03:30:00Z', '2026-12-14T03:30:00Z']) {
      portal.setNow(night);
      await watchDeadlines(deps);
    }
    portal.setNow('2026-12-01T09:00:00Z');
    const mails = await mailsTo(id, clerk);
    for (const { text } of mails) expect(text).toContain('/ucet/oznameni');
    return mails.map(({ kind }) => kind);
  }
});
