import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { alerts, answer, begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();

async function atFirstStep() {
  const visitor = await portal.visitor();
  return { visitor, page: await begin(visitor, 'zadost-o-informace') };
}

const person = {
  applicantKind: 'person',
  name: 'Tomáš Černý',
  'born-day': '9',
  'born-month': '11',
  'born-year': '1988',
  'homeAddress-street': 'Pražská třída 88',
  'homeAddress-city': 'Hradec Králové',
  'homeAddress-zip': '500 04',
};

describe('a step', () => {
  it('leads on when it is answered', async () => {
    const { visitor, page } = await atFirstStep();
    const next = await visitor.submit(page, { fields: person });
    expect(next.status).toBe(200);
    expect(next.path).toBe(`${draftOf(page)}/contact`);
  });

  it('keeps what was typed although it is wrong, and says what to mend', async () => {
    const { visitor, page: first } = await atFirstStep();
    const page = await visitor.submit(first, { fields: { applicantKind: 'person', name: 'Tomáš Černý' } });
    const refused = await visitor.submit(page, { fields: { ...person, 'born-day': '31', 'born-month': '2' } });
    expect(refused.status).toBe(400);
    expect(refused.$('title').text()).toContain('Chyba:');
    expect(alerts(refused)).toContain('Opravte den');
    expect(refused.$('.govuk-error-summary a').attr('href')).toBe('#born-day');
    expect(refused.$('input[name=born-day]').val()).toBe('31');

    const later = await visitor.get(page.path);
    expect(later.status).toBe(200);
    expect(later.$('input[name=born-day]').val()).toBe('31');
    expect(later.$('input[name=name]').val()).toBe('Tomáš Černý');
    expect(later.$('.govuk-error-summary').length).toBe(0);
  });

  it('asks on when an answer brings up another question, without calling it a mistake', async () => {
    const { visitor, page } = await atFirstStep();
    expect(page.$('input[name=born-day]').length).toBe(0);
    const further = await visitor.submit(page, { fields: { applicantKind: 'person', name: 'Tomáš Černý' } });
    expect(further.status).toBe(200);
    expect(further.path).toBe(page.path);
    expect(further.$('input[name=born-day]').length).toBe(1);
    expect(further.$('.govuk-error-summary, .govuk-error-message').length).toBe(0);
    expect(alerts(further)).toContain('Datum narození');
    expect((await visitor.submit(further)).status).toBe(400);
  });

  it('names every missing answer', async () => {
    const { visitor, page } = await atFirstStep();
    const refused = await visitor.submit(page);
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary li').length).toBeGreaterThan(0);
    for (const link of refused.$('.govuk-error-summary a').toArray()) {
      const target = refused.$(refused.$(link).attr('href') ?? '');
      expect(target.is('input, select, textarea')).toBe(true);
    }
  });

  it('shows typed markup as text', async () => {
    const { visitor, page } = await atFirstStep();
    const refused = await visitor.submit(page, { fields: { name: '"><script>alert(1)</script>' } });
    expect(refused.$('main script').length).toBe(0);
    expect(refused.$('input[name=name]').val()).toBe('"><script>alert(1)</script>');
  });

  it('leads back, to the start from the first one', async () => {
    const { visitor, page } = await atFirstStep();
    expect(page.$('.govuk-back-link').attr('href')).toBe('/sluzby/zadost-o-informace/podat');
    const next = await visitor.submit(page, { fields: person });
    expect(next.$('.govuk-back-link').attr('href')).toBe(page.path);
  });

  it('seals what it saves', async () => {
    const { visitor, page } = await atFirstStep();
    await visitor.submit(page, { fields: person });
    const { entries, version } = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId(page) } });
    expect(Buffer.from(entries).includes('Tomáš')).toBe(false);
    expect(version).toBe(1);
  });

  it('in two windows saves the steps of both', async () => {
    const { visitor, page } = await atFirstStep();
    const draft = draftOf(page);
    const contact = await visitor.get(`${draft}/contact`);
    await Promise.all([
      visitor.submit(page, { fields: person }),
      visitor.submit(contact, { fields: { email: 'tomas@example.cz' } }),
    ]);
    expect((await visitor.get(page.path)).$('input[name=name]').val()).toBe('Tomáš Černý');
    expect((await visitor.get(contact.path)).$('input[name=email]').val()).toBe('tomas@example.cz');
  });

  it('can be left for later: an account finds it among its filings, a guest is offered one', async () => {
    const { visitor, page } = await atFirstStep();
    const left = await visitor.submit(page, { fields: { name: 'Jen jméno', _pozdeji: '1' } });
    expect(left.path).toBe(`/prihlaseni?zpet=${encodeURIComponent(page.path)}`);
    expect((await visitor.get(page.path)).$('input[name=name]').val()).toBe('Jen jméno');
  });

  it('says how long it will be kept, counted from the last save', async () => {
    const { visitor, page } = await atFirstStep();
    const before = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId(page) } });
    await visitor.submit(page, { fields: { name: 'Jen jméno' } });
    const { expiresAt, updatedAt } = await portal.db.draft.findUniqueOrThrow({ where: { id: draftId(page) } });
    expect(expiresAt.getTime() - updatedAt.getTime()).toBeCloseTo(30 * 86_400_000, -3);
    expect(expiresAt.getTime()).toBeGreaterThan(before.expiresAt.getTime());
    expect(page.text).toContain('Uložené údaje zůstanou 24 hodin');
  });

  it.each(['neni', 'prilohy', 'constructor', '__proto__'])(
    'that the agenda does not have leads nowhere: %s',
    async step => {
      const { visitor, page } = await atFirstStep();
      const answered = await visitor.get(`${draftOf(page)}/${step}`);
      // Attachments exist, but not before an answer asks for any; the way goes on where it stands.
      expect(answered.status).toBe(step === 'prilohy' ? 200 : 404);
    },
  );

  const odd: [string, [string, string][]][] = [
    [
      'doubled fields',
      [
        ['name', 'Jedna'],
        ['name', 'Dvě'],
        ['born-day', '1'],
        ['born-day', '2'],
      ],
    ],
    [
      'fields of nobody',
      [
        ['__proto__', 'x'],
        ['constructor', 'x'],
        ['name[toString]', 'x'],
        ['name.x', 'y'],
      ],
    ],
    ['a date as one value', [['born', '1. 1. 2000']]],
    ['an endless text', [['name', 'ž'.repeat(20_000)]]],
    ['half a character', [['name', '\uD83D']]],
  ];
  it.each(odd)('survives %s', async (_what, fields) => {
    const { visitor, page } = await atFirstStep();
    const refused = await visitor.post(page.path, [['_csrf', page.$('input[name=_csrf]').val() as string], ...fields]);
    expect(refused.status).toBe(400);
    expect((await visitor.get(page.path)).status).toBe(200);
  });

  it('with a null character is refused', async () => {
    const { visitor, page } = await atFirstStep();
    const refused = await visitor.post(page.path, { _csrf: page.$('input[name=_csrf]').val() as string, name: 'a\0b' });
    expect(refused.status).toBe(400);
  });
});

describe('a draft is its owner’s alone', () => {
  const pages = [
    '',
    '/applicant',
    '/prilohy',
    '/souhrn',
    '/smazat',
    '/prilohy/3f2a0e7e-8f3f-4a63-9a8e-111111111111/soubor',
  ];
  it.each(pages)('a stranger does not find %s', async path => {
    const { page } = await atFirstStep();
    const stranger = await portal.visitor();
    expect((await stranger.get(draftOf(page) + path)).status).toBe(404);
    const citizen = await portal.visitor(await createCitizen(portal.deps));
    expect((await citizen.get(draftOf(page) + path)).status).toBe(404);
  });

  it('nor can change it', async () => {
    const { page } = await atFirstStep();
    const stranger = await portal.visitor();
    const token = await stranger.token();
    for (const path of ['/applicant', '/odeslani', '/smazat']) {
      const refused = await stranger.post(draftOf(page) + path, { _csrf: token, name: 'Cizí' });
      expect(refused.status).toBe(404);
    }
  });

  it.each(['/podani/neni/applicant', '/podani/1/souhrn', "/podani/'/souhrn"])('%s is no draft', async path => {
    expect((await (await portal.visitor()).get(path)).status).toBe(404);
  });

  it('an account finds it on another device', async () => {
    const jana = await createCitizen(portal.deps);
    const page = await begin(await portal.visitor(jana), 'zadost-o-informace');
    const elsewhere = await portal.visitor(jana);
    expect((await elsewhere.get(page.path)).status).toBe(200);
  });

  it('it stays when its owner signs in half way', async () => {
    const jana = await createCitizen(portal.deps);
    const visitor = await portal.visitor();
    const page = await begin(visitor, 'zadost-o-informace');
    await answer(visitor, page, { name: 'Jana Nováková' });
    const back = await visitor.submit(`/prihlaseni?zpet=${encodeURIComponent(page.path)}`, {
      fields: { email: jana.email, password: jana.password },
    });
    expect(back.path).toBe(page.path);
    expect(back.$('input[name=name]').val()).toBe('Jana Nováková');
    const elsewhere = await portal.visitor(jana);
    expect((await elsewhere.get(page.path)).$('input[name=name]').val()).toBe('Jana Nováková');
  });

  it('it is gone when its time is over', async () => {
    const { visitor, page } = await atFirstStep();
    const expiresAt = new Date(Date.now() - 1000);
    await portal.db.draft.update({ where: { id: draftId(page) }, data: { expiresAt } });
    expect((await visitor.get(page.path)).status).toBe(404);
  });
});

describe('questions that depend on a choice', () => {
  it('are given at once to a browser that asks, saved but not judged', async () => {
    const { visitor, page } = await atFirstStep();
    const token = page.$('input[name=_csrf]').val() as string;
    const further = await visitor.post(page.$('[data-questions]').attr('data-questions') ?? '', {
      _csrf: token,
      applicantKind: 'person',
    });
    expect(further.status).toBe(200);
    expect(further.$('[data-question=born] input').length).toBe(3);
    expect(further.$('.govuk-error-message').length).toBe(0);
    expect((await visitor.get(page.path)).$('input[name=applicantKind][value=person]').is('[checked]')).toBe(true);
  });
});
