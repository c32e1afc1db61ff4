import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen, exampleEntries } from '../support/factories.ts';
import type { Visitor } from '../support/visitor.ts';
import { alerts, answerAll, begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();
const information = await exampleEntries('zadost-o-informace');
const dog = await exampleEntries('ohlaseni-psa');

async function atSummary(visitor: Visitor) {
  const last = await answerAll(visitor, await begin(visitor, 'zadost-o-informace'), information);
  return visitor.get(`${draftOf(last)}/souhrn`);
}

const filing = { form: 'main form[action$="/odeslani"]' };

describe('the summary', () => {
  it('shows every answer with a way to change it', async () => {
    const page = await atSummary(await portal.visitor());
    expect(page.text).toContain('Tomáš Černý');
    expect(page.text).toContain('9. 11. 1988');
    expect(page.text).toContain('Prosím o přehled oprav chodníků v Kuklenách');
    const changes = page.$('.govuk-summary-list__actions a');
    // The fee is worked out, and nobody can change it.
    expect(changes.length).toBe(page.$('.govuk-summary-list__row').length - 1);
    expect(page.$('.govuk-summary-list__row').last().text()).toContain('Poplatek');
    expect(changes.first().attr('href')).toBe(`${draftOf(page)}/applicant?zpet=souhrn#applicantKind`);
  });

  it('takes back whoever came to change something', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const step = await visitor.get(`${draftOf(page)}/question?zpet=souhrn`);
    expect(step.$('.govuk-back-link').attr('href')).toBe(page.path);
    const back = await visitor.submit(step, { fields: { topic: 'Jiné téma' } });
    expect(back.path).toBe(page.path);
    expect(back.text).toContain('Jiné téma');
  });

  it('leads to what a changed answer newly asks, and only then back', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const further = await visitor.submit(`${draftOf(page)}/applicant?zpet=souhrn`, {
      fields: { applicantKind: 'company' },
    });
    expect(further.path).toBe(`${draftOf(page)}/applicant?zpet=souhrn`);
    const summary = await visitor.get(page.path);
    expect(summary.$('#chybi a').first().attr('href')).toBe(`${draftOf(page)}/applicant?zpet=souhrn`);
    expect(summary.$('main form[action$="/odeslani"]').length).toBe(0);
    const step = await visitor.get(summary.$('#chybi a').attr('href') ?? '');
    expect(step.$('.govuk-error-summary').length).toBe(1);
  });

  it('names the parts that are missing and files nothing', async () => {
    const visitor = await portal.visitor();
    const first = await begin(visitor, 'zadost-o-informace');
    const page = await visitor.get(`${draftOf(first)}/souhrn`);
    expect(page.status).toBe(200);
    expect(page.$('#chybi li').length).toBeGreaterThan(1);
    const refused = await visitor.post(`${draftOf(first)}/odeslani`, {
      _csrf: first.$('input[name=_csrf]').val() as string,
      draftVersion: '0',
    });
    expect(refused.status).toBe(400);
    expect(alerts(refused)).toContain('Doplňte část');
    expect(await portal.db.case.count({ where: { draftId: draftId(first) } })).toBe(0);
  });
});

describe('filing', () => {
  it('leads a guest to the receipt, which they may see from then on', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const receipt = await visitor.submit(page, filing);
    expect(receipt.status).toBe(200);
    expect(receipt.path).toMatch(/^\/pripady\/[^/]+\/potvrzeni$/);
    const stranger = await portal.visitor();
    expect((await stranger.get(receipt.path)).status).not.toBe(200);
  });

  it('pressed twice, gives one case and the same receipt', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const [one, two] = await Promise.all([visitor.submit(page, filing), visitor.submit(page, filing)]);
    expect(one.path).toBe(two.path);
    const third = await visitor.submit(page, filing);
    expect(third.path).toBe(one.path);
    expect(await portal.db.case.count({ where: { draftId: draftId(page) } })).toBe(1);
  });

  it('makes every page of the draft lead to the receipt', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const receipt = await visitor.submit(page, filing);
    for (const path of ['', '/applicant', '/prilohy', '/souhrn', '/smazat']) {
      expect((await visitor.get(draftOf(page) + path)).path).toBe(receipt.path);
    }
    const token = page.$('input[name=_csrf]').val() as string;
    for (const path of ['/applicant', '/smazat', '/odeslani']) {
      const answered = await visitor.post(draftOf(page) + path, { _csrf: token, name: 'Jiný', draftVersion: '1' });
      expect(answered.path).toBe(receipt.path);
    }
  });

  it('files only what was shown: a change in another window brings the summary again', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const step = await visitor.get(`${draftOf(page)}/question`);
    await visitor.submit(step, { fields: { topic: 'Změněné téma' } });
    const again = await visitor.submit(page, filing);
    expect(again.status).toBe(409);
    expect(alerts(again)).toContain('mezitím změnilo');
    expect(again.text).toContain('Změněné téma');
    expect((await visitor.submit(again, filing)).path).toMatch(/potvrzeni$/);
  });

  it.each(['', 'x', '1.5', '[]'])('is refused for the version %j', async draftVersion => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    const refused = await visitor.submit(page, { ...filing, fields: { draftVersion } });
    expect([400, 409]).toContain(refused.status);
  });

  it('of an agenda that needs an account asks a guest to sign in, and loses nothing', async () => {
    const visitor = await portal.visitor();
    const first = await begin(visitor, 'ohlaseni-psa');
    await answerAll(visitor, first, dog);
    const page = await visitor.get(`${draftOf(first)}/souhrn`);
    expect(page.$('main form[action$="/odeslani"]').length).toBe(0);
    const signIn = page.$('a[href^="/prihlaseni?zpet="]').attr('href') ?? '';
    expect(decodeURIComponent(signIn)).toContain(page.path);

    const forced = await visitor.post(`${draftOf(first)}/odeslani`, {
      _csrf: first.$('input[name=_csrf]').val() as string,
      draftVersion: '7',
    });
    expect(forced.path).toBe(signIn);

    const jana = await createCitizen(portal.deps);
    const back = await visitor.submit(signIn, { fields: { email: jana.email, password: jana.password } });
    expect(back.path).toBe(page.path);
    const receipt = await visitor.submit(back, filing);
    expect(receipt.path).toMatch(/potvrzeni$/);
    const filed = await portal.db.case.findUniqueOrThrow({ where: { draftId: draftId(first) } });
    expect(filed.applicantId).toBe(jana.actor.accountId);
  });

  it('without the token of the form is refused', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    expect((await visitor.post(`${draftOf(page)}/odeslani`, { draftVersion: '4' })).status).toBe(403);
  });
});

describe('an agenda that changes while a draft is open', () => {
  it('is shown again when a newer version comes, and is filed on that one', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    await publishNext('zadost-o-informace');
    const again = await visitor.submit(page, filing);
    expect(again.status).toBe(409);
    expect((await visitor.submit(again, filing)).path).toMatch(/potvrzeni$/);
  });

  it('cannot be filed once it is withdrawn, but the answers stay readable', async () => {
    const visitor = await portal.visitor();
    const page = await atSummary(visitor);
    await withdraw('zadost-o-informace');
    const refused = await visitor.submit(page, filing);
    expect(refused.status).toBe(409);
    expect(alerts(refused)).toContain('nenabízíme');
    expect(refused.text).toContain('Tomáš Černý');
    expect(refused.$('main form[action$="/odeslani"]').length).toBe(0);
    expect((await visitor.get(`${draftOf(page)}/applicant`)).path).toBe(page.path);
    const token = page.$('input[name=_csrf]').val() as string;
    const saved = await visitor.post(`${draftOf(page)}/question`, { _csrf: token, topic: 'Napsáno po stažení' });
    expect(saved.path).toBe(page.path);
    expect(saved.text).toContain('Napsáno po stažení');
  });
});

async function publishNext(slug: string): Promise<void> {
  const { db } = portal;
  const current = await db.agendaVersion.findFirstOrThrow({ where: { status: 'published', agenda: { slug } } });
  await db.agendaVersion.update({ where: { id: current.id }, data: { status: 'superseded' } });
  const { agendaId, number, title, definition } = current;
  const next = { agendaId, number: number + 1, title, definition: definition ?? {}, status: 'published' as const };
  await db.agendaVersion.create({ data: { ...next, publishedAt: new Date() } });
}

async function withdraw(slug: string): Promise<void> {
  await portal.db.agendaVersion.updateMany({
    where: { status: 'published', agenda: { slug } },
    data: { status: 'withdrawn', withdrawnAt: new Date() },
  });
}
