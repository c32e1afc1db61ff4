import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DefinitionInput } from '../../src/core/form/definition.ts';
import { samples } from '../attachments/samples.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { offerAgenda } from './offer-agenda.ts';
import { storedFiles } from './stored-files.ts';
import { alerts, begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();
type Steps = DefinitionInput['steps'];

const older: Steps = [
  {
    id: 'what',
    title: 'Co',
    fields: [
      { type: 'text', id: 'kept', label: 'Zůstane' },
      { type: 'text', id: 'gone', label: 'Zmizí' },
      { type: 'file', id: 'photo', label: 'Fotka', formats: ['pdf'], required: false },
    ],
  },
];
const newer: Steps = [
  {
    id: 'what',
    title: 'Co',
    fields: [
      { type: 'text', id: 'kept', label: 'Zůstane' },
      { type: 'text', id: 'added', label: 'Přibylo' },
    ],
  },
];

const filing = { form: 'main form[action$="/odeslani"]' };

/** Everything answered on the older version, at the summary; then the newer one is published. */
async function overtaken() {
  const slug = await offerAgenda(portal, older, { slug: `zkouska-${randomUUID().slice(0, 8)}` });
  const visitor = await portal.visitor();
  const first = await begin(visitor, slug);
  const step = await visitor.submit(first, { fields: { name: 'Jana', email: 'jana@example.cz' } });
  const file = { field: 'photo', content: samples.pdf, filename: 'fotka.pdf' };
  const summary = await visitor.submit(step, { fields: { kept: 'moje slova', gone: 'staré' }, file });
  expect(summary.$(filing.form).length).toBe(1);
  await offerAgenda(portal, newer, { slug });
  return { visitor, step, summary, slug, draft: draftOf(summary), id: draftId(summary) };
}

describe('a draft overtaken by a newer version of its agenda', () => {
  it('is moved to it when it is opened next, keeps its answers, and says what changed', async () => {
    const { visitor, step } = await overtaken();
    const page = await visitor.get(step.path);
    expect(page.$('[name=kept]').val()).toBe('moje slova');
    expect(page.$('[name=added]').length).toBe(1);
    expect(page.$('[name=gone]').length).toBe(0);
    expect(alerts(page)).toContain('Formulář se mezitím změnil');
    expect(alerts(page)).toContain('Přibylo');
    expect(page.$('.govuk-error-message').length).toBe(0);
  });

  it('is not filed from a summary shown before: it is shown again, with what changed', async () => {
    const { visitor, summary, id } = await overtaken();
    const again = await visitor.submit(summary, filing);
    expect(again.status).toBe(409);
    expect(alerts(again)).toContain('Formulář se mezitím změnil');
    expect(await portal.db.case.count({ where: { draftId: id } })).toBe(0);
  });

  it('lets go of files nobody asks for any more, and says so', async () => {
    const stored = await storedFiles(portal.deps);
    const { visitor, draft, id } = await overtaken();
    const page = await visitor.get(`${draft}/souhrn`);
    expect(alerts(page)).toContain('Soubory „Fotka“');
    expect(await portal.db.attachment.count({ where: { draftId: id } })).toBe(0);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('is told of without names of files, which are kept sealed', async () => {
    const { visitor, draft, id } = await overtaken();
    await visitor.get(`${draft}/souhrn`);
    const { changes } = await portal.db.draft.findUniqueOrThrow({ where: { id } });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.join(' ')).not.toContain('fotka');
  });

  it('is told until the person confirms it, on a step without losing what they are typing', async () => {
    const { visitor, step, draft } = await overtaken();
    expect(alerts(await visitor.get(`${draft}/souhrn`))).toContain('Formulář se mezitím změnil');
    const page = await visitor.get(step.path);
    const confirmed = await visitor.submit(page, { form: '#krok-formulare', fields: { added: 'nové', _rozumim: '1' } });
    expect(confirmed.path).toBe(step.path);
    expect(alerts(confirmed)).not.toContain('Formulář');
    expect(confirmed.$('[name=added]').val()).toBe('nové');
  });

  it('can be confirmed on the summary too', async () => {
    const { visitor, draft } = await overtaken();
    const page = await visitor.submit(`${draft}/souhrn`, { form: 'form[action$="/zmeny"]' });
    expect(page.path).toBe(`${draft}/souhrn`);
    expect(alerts(page)).not.toContain('Formulář');
  });

  it('saves what was being typed on the older version', async () => {
    const { visitor, step } = await overtaken();
    const next = await visitor.submit(step, { fields: { kept: 'nová slova', gone: 'staré' } });
    expect(next.status).toBe(200);
    expect((await visitor.get(step.path)).$('[name=kept]').val()).toBe('nová slova');
  });

  it('is moved once, also by two windows at once', async () => {
    const { visitor, draft, id } = await overtaken();
    const { version } = await portal.db.draft.findUniqueOrThrow({ where: { id } });
    const pages = await Promise.all(['what', 'who', 'souhrn'].map(page => visitor.get(`${draft}/${page}`)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    const moved = await portal.db.draft.findUniqueOrThrow({ where: { id } });
    expect(moved.version).toBe(version + 1);
    expect(new Set(moved.changes).size).toBe(moved.changes.length);
  });

  it('can be filed once what is new is answered', async () => {
    const { visitor, step } = await overtaken();
    const summary = await visitor.submit(await visitor.get(step.path), {
      form: '#krok-formulare',
      fields: { added: 'nové' },
    });
    expect((await visitor.submit(summary, filing)).path).toMatch(/potvrzeni$/);
  });
});

describe('a draft of what the office has withdrawn', () => {
  it('says so among the filings, and on the summary, in the words of the office', async () => {
    const slug = await offerAgenda(portal, older, { slug: `zkouska-${randomUUID().slice(0, 8)}` });
    const visitor = await portal.visitor(await createCitizen(portal.deps));
    const first = await begin(visitor, slug);
    await portal.db.agendaVersion.updateMany({
      where: { agenda: { slug } },
      data: { status: 'withdrawn', withdrawnAt: new Date(), withdrawalMessage: 'Přijďte prosím osobně.' },
    });
    for (const path of ['/moje', `${draftOf(first)}/souhrn`]) {
      const page = await visitor.get(path);
      expect(page.text).toContain('Přijďte prosím osobně.');
    }
  });
});

describe('an agenda for people whose identity is proved', () => {
  it('is filled in as any other, but the portal says calmly that it cannot be filed here', async () => {
    const whoMayFile = { text: 'Kdo prokáže totožnost.', identity: 'substantial' as const };
    const slug = await offerAgenda(portal, [], { whoMayFile });
    const visitor = await portal.visitor(await createCitizen(portal.deps));
    const summary = await visitor.submit(await begin(visitor, slug));
    expect(summary.text).toContain('Zbývá prokázat totožnost');
    expect(summary.$(filing.form).length).toBe(0);
    const { version } = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId(summary) } });
    const forced = await visitor.post(`${draftOf(summary)}/odeslani`, {
      _csrf: await visitor.token(`${draftOf(summary)}/who`),
      draftVersion: String(version),
    });
    expect(forced.status).toBe(409);
    expect(await portal.db.case.count({ where: { draftId: draftId(summary) } })).toBe(0);
  });
});

describe('a draft begun without an account', () => {
  it('gets from the account what was left blank, and keeps what was typed', async () => {
    const slug = await offerAgenda(portal, []);
    const jana = await createCitizen(portal.deps, 'Jana Nováková');
    const visitor = await portal.visitor();
    const page = await visitor.submit(await begin(visitor, slug), { fields: { name: 'Jana Psaná', email: '' } });
    const back = await visitor.submit(`/prihlaseni?zpet=${encodeURIComponent(page.path)}`, {
      fields: { email: jana.email, password: jana.password },
    });
    expect(back.$('[name=name]').val()).toBe('Jana Psaná');
    expect(back.$('[name=email]').val()).toBe(jana.email);
    expect(back.text).toContain('Předvyplněno z vašeho účtu');
    const changed = await visitor.submit(back, { fields: { email: 'jina@example.cz' } });
    expect((await visitor.get(`${draftOf(changed)}/who`)).text).not.toContain('Předvyplněno');
  });
});
