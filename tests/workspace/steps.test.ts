import { describe, expect, test } from 'vitest';
import { openMessage } from '../../src/notifications/message.ts';
import { startPortal } from '../support/app.ts';
import {
  createCase,
  createCitizen,
  createOfficer,
  type CaseRecord,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');

const clerk = await createOfficer(deps, { department: 'dopravy', name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department: 'dopravy', name: 'Pavel Černý' });
const owner = await createCitizen(deps);
/** Under the Code of Administrative Procedure, with a plan of more steps. */
const agenda = 'zabor-verejneho-prostranstvi';

const form = (resource: string) => `main form[action$="/${resource}"]`;
const desk = (reference: string) => `/urad/pripady/${reference}`;

interface Worked extends CaseRecord {
  visitor: Visitor;
  page: Page;
}

/** A case the clerk works on, and its desk. */
async function worked(which = agenda, by: OfficerAccount = clerk): Promise<Worked> {
  const filed = await createCase(deps, { agenda: which, owner });
  const { departmentId } = await db.case.findUniqueOrThrow({ where: { id: filed.id } });
  const officer = departmentId === by.actor.departmentId ? by : await officerOf(departmentId);
  const visitor = await portal.visitor(officer);
  const taken = await visitor.submit(desk(filed.reference), { form: form('prevzeti') });
  return { ...filed, visitor, page: await visitor.submit(taken, { form: form('vyrizovani') }) };
}

async function officerOf(departmentId: string): Promise<OfficerAccount> {
  const { slug } = await db.department.findUniqueOrThrow({ where: { id: departmentId } });
  return createOfficer(deps, { department: slug });
}

const state = async ({ id }: CaseRecord) => (await db.case.findUniqueOrThrow({ where: { id } })).state;
const applicantReads = async (reference: string) =>
  (await (await portal.visitor(owner)).get(`/pripady/${reference}`)).text;

describe('a reason is all it takes', () => {
  test.each([
    ['preruseni', 'Čekáme na stavební úřad.', 'suspended', true],
    ['zastaveni', 'Žádost jste nedoplnili.', 'discontinued', true],
    ['odlozeni', 'Není čím se zabývat.', 'shelved', true],
    ['podjatost', 'Žadatel je můj bratr.', 'filed', false],
  ])('%s', async (resource, why, expected, isPublic) => {
    const at = await worked();
    const page = await at.visitor.submit(at.page, { form: form(resource), fields: { [`${resource}-duvod`]: why } });
    expect(page.status).toBe(200);
    expect(await state(at)).toBe(expected);
    expect((await applicantReads(at.reference)).includes(why)).toBe(isPublic);
  });

  test('an officer who declared bias reads what was filed, and writes nothing more', async () => {
    const at = await worked();
    const old = await at.visitor.submit(at.page, { form: form('poznamky'), fields: { poznamka: 'Ještě moje.' } });
    const page = await at.visitor.submit(old, { form: form('podjatost'), fields: { 'podjatost-duvod': 'Bratr.' } });
    expect(page.text).not.toContain('Ještě moje.');
    expect(page.$(`${form('poznamky')}, ${form('souvislosti')}, a[href$="/dopisy/novy"]`).length).toBe(0);
    const late = await at.visitor.submit(old, { form: form('poznamky'), fields: { poznamka: 'Vyhovte mu.' } });
    expect(late.text).toContain('K\u00a0tomuto kroku nemáte oprávnění.'.replace('\u00a0', ' '));
    expect(await db.caseNote.count({ where: { caseId: at.id } })).toBe(1);
    expect((await at.visitor.get(`${old.path}/dopisy/novy`)).status).toBe(404);
  });

  test.each(['preruseni', 'zastaveni', 'odlozeni', 'podjatost'])(
    '%s without one is refused at its box',
    async resource => {
      const at = await worked();
      const page = await at.visitor.submit(at.page, { form: form(resource), fields: { [`${resource}-duvod`]: ' ' } });
      expect(page.status).toBe(400);
      expect(page.$(`.govuk-error-summary a[href="#${resource}-duvod"]`).text()).toContain('Napište');
      expect(page.$(`details[open] details[open] #${resource}-duvod`).length).toBe(1);
      expect(await state(at)).toBe('inProgress');
    },
  );

  test('what was suspended goes on, with the new last day', async () => {
    const at = await worked();
    const stopped = await at.visitor.submit(at.page, {
      form: form('preruseni'),
      fields: { 'preruseni-duvod': 'Čekáme na stavební úřad.' },
    });
    expect(stopped.$('.desk__due').text()).toContain('Lhůta: stojí');
    const page = await at.visitor.submit(stopped, {
      form: form('pokracovani'),
      fields: { 'pokracovani-duvod': 'Stavební úřad rozhodl.' },
    });
    expect(await state(at)).toBe('inProgress');
    expect(page.$('.desk__due').text()).toContain('Lhůta: za');
  });
});

describe('asking the applicant to mend the filing', () => {
  const tick = 'input[id^="vyzva-co-answer-"]';

  test('names what is wrong with what, until when, and what follows; the period stands still', async () => {
    const at = await worked();
    const box = at.page.$(tick).first().attr('id') ?? '';
    const label = at.page.$(`label[for="${box}"]`).text();
    const problem = box.replace('vyzva-co-', 'vyzva-chyba-');
    const page = await at.visitor.submit(at.page, {
      form: form('vyzva'),
      fields: { [box]: 'ano', [problem]: 'Takhle se ulice nejmenuje.' },
    });
    expect(page.status).toBe(200);
    expect(page.$('.desk__now').text()).toContain('Na doplnění čekáme do: úterý 19.\u00a0května 2026');
    const stored = await db.case.findUniqueOrThrow({ where: { id: at.id } });
    expect(stored.state).toBe('awaitingApplicant');
    expect(stored.clockStoppedOn).not.toBeNull();
    const sent = await db.mail.findFirstOrThrow({ where: { caseId: at.id, kind: 'supplementRequested' } });
    const mail = openMessage(deps.vault, sent.id, sent.message);
    expect(mail.text).toContain(`– ${label}: Takhle se ulice nejmenuje.`);
    expect(mail.text).toContain('můžeme řízení zastavit');
  });

  test('can ask for an attachment that is missing, until a day of its own, with the period running', async () => {
    const at = await worked();
    const box = at.page.$('input[id^="vyzva-co-attachment-"]').first().attr('id') ?? '';
    const problem = box.replace('vyzva-co-', 'vyzva-chyba-');
    await at.visitor.submit(at.page, {
      form: form('vyzva'),
      fields: {
        [box]: 'ano',
        [problem]: 'Plánek chybí.',
        'vyzva-termin': 'jiny',
        'vyzva-den': '2026-06-10',
        'vyzva-stoji': undefined,
      },
    });
    const stored = await db.case.findUniqueOrThrow({ where: { id: at.id } });
    expect(stored.awaitingUntil?.toISOString()).toContain('2026-06-10');
    expect(stored.clockStoppedOn).toBeNull();
  });

  test('says all that is missing at once, and keeps what was typed', async () => {
    const at = await worked();
    const [first, second] = at.page
      .$(tick)
      .toArray()
      .map(element => at.page.$(element).attr('id') ?? '');
    const problemOf = (box = '') => box.replace('vyzva-co-', 'vyzva-chyba-');
    const page = await at.visitor.submit(at.page, {
      form: form('vyzva'),
      fields: {
        [first ?? '']: 'ano',
        [second ?? '']: 'ano',
        [problemOf(second)]: 'Tohle nesedí.',
        'vyzva-termin': 'jiny',
        'vyzva-den': '31. 2.',
        'vyzva-nasledek': '',
      },
    });
    expect(page.status).toBe(400);
    const links = page.$('.govuk-error-summary a').toArray();
    expect(links.map(element => page.$(element).attr('href'))).toEqual([
      `#${problemOf(first)}`,
      '#vyzva-nasledek',
      '#vyzva-den',
    ]);
    expect(page.$(`#${problemOf(second)}`).val()).toBe('Tohle nesedí.');
    expect(page.$(`#${first ?? ''}[checked]`).length).toBe(1);
    expect(page.$('#vyzva-termin-jiny[checked]').length).toBe(1);
  });

  test.each([
    [{}, '#vyzva-co', 'Vyberte, co má žadatel'],
    [{ 'vyzva-co-answer-neni': 'ano', 'vyzva-chyba-answer-neni': 'x' }, '#vyzva-co', 'Vyberte, co má žadatel'],
  ])('of nothing the filing has is refused: %o', async (fields, input, message) => {
    const at = await worked();
    const page = await at.visitor.submit(at.page, { form: form('vyzva'), fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="${input}"]`).text()).toContain(message);
    expect(await state(at)).toBe('inProgress');
  });

  test('until a day that is over is refused', async () => {
    const at = await worked();
    const box = at.page.$(tick).first().attr('id') ?? '';
    const page = await at.visitor.submit(at.page, {
      form: form('vyzva'),
      fields: { [box]: 'ano', [box.replace('-co-', '-chyba-')]: 'x', 'vyzva-termin': '2026-05-04' },
    });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain('Termín musí být pozdější než dnešek.');
  });
});

describe('making the period longer', () => {
  test('is offered with the most the law gives, and told to the applicant', async () => {
    const at = await worked();
    expect(at.page.$('#prodlouzeni-dny-hint').text()).toContain('Nejvýš 30\u00a0dní');
    const page = await at.visitor.submit(at.page, {
      form: form('prodlouzeni'),
      fields: { 'prodlouzeni-dny': '20', 'prodlouzeni-duvod': 'Bude místní šetření.' },
    });
    expect(page.$('#prodlouzeni-dny-hint').text()).toContain('Nejvýš 10\u00a0dní');
    expect(await applicantReads(at.reference)).toContain('Bude místní šetření.');
  });

  test.each([
    ['', 'o\u00a0kolik dní'],
    ['-1', 'o\u00a0kolik dní'],
    ['2,5', 'číslem'],
    ['31', 'O\u00a0tolik dní'],
    ['99999', 'O\u00a0tolik dní'],
  ])('by „%s“ days is refused with a sentence', async (days, message) => {
    const at = await worked();
    const page = await at.visitor.submit(at.page, {
      form: form('prodlouzeni'),
      fields: { 'prodlouzeni-dny': days, 'prodlouzeni-duvod': 'Bude místní šetření.' },
    });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary a[href="#prodlouzeni-dny"]').text()).toContain(message);
    expect(page.$('#prodlouzeni-duvod').val()).toBe('Bude místní šetření.');
  });

  test('is not offered where no law knows it, and refused to whoever sends it anyway', async () => {
    const at = await worked('stiznost');
    expect(at.page.$(form('prodlouzeni')).length + at.page.$(form('preruseni')).length).toBe(0);
    const _csrf = await at.visitor.token(desk(at.reference));
    const verze = at.page.$(`${form('vyzva')} [name=verze]`).attr('value') ?? '';
    const sent = { _csrf, verze, 'prodlouzeni-dny': '5', 'prodlouzeni-duvod': 'Proto.' };
    const page = await at.visitor.post(`${desk(at.reference)}/prodlouzeni`, sent);
    expect(page.status).toBe(409);
    expect(page.text).toContain('zákon prodloužení lhůty nezná');
    expect(page.text).toContain('Proto.');
  });
});

describe('going on in the plan', () => {
  test('takes the next step without a reason, and skipping needs one', async () => {
    const at = await worked();
    const targets = at.page.$('#krok-kam option').toArray();
    const [, , later] = targets.map(element => at.page.$(element).attr('value') ?? '');
    const refused = await at.visitor.submit(at.page, { form: form('kroky'), fields: { 'krok-kam': later } });
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary a[href="#krok-duvod"]').text()).toContain('proč krok přeskakujete');
    const page = await at.visitor.submit(at.page, { form: form('kroky') });
    expect(page.text).toContain('Případ postoupil k dalšímu kroku.');
    const stored = await db.case.findUniqueOrThrow({ where: { id: at.id } });
    expect(stored.step).toBe(targets.map(element => at.page.$(element).attr('value'))[1]);
  });

  test('to a colleague gives it to them', async () => {
    const at = await worked();
    const { plan } = await deps.definitions.of(
      (await db.case.findUniqueOrThrow({ where: { id: at.id } })).agendaVersionId,
    );
    const own = plan.slice(1).find(({ department }) => department === 'dopravy');
    const fields = { 'krok-kam': own?.id, 'krok-komu': colleague.actor.officerId, 'krok-duvod': 'Zná to místo.' };
    await at.visitor.submit(at.page, { form: form('kroky'), fields });
    expect((await db.case.findUniqueOrThrow({ where: { id: at.id } })).officerId).toBe(colleague.actor.officerId);
  });

  test.each([
    [{ 'krok-kam': '' }, '#krok-kam'],
    [{ 'krok-kam': 'neni' }, '#krok-kam'],
    [{ 'krok-komu': 'nikdo' }, '#krok-komu'],
    [{ 'krok-komu': `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}` }, '#krok-komu'],
  ])('with %o is refused at its box', async (fields, input) => {
    const at = await worked();
    const page = await at.visitor.submit(at.page, { form: form('kroky'), fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="${input}"]`).length).toBe(1);
  });
});

describe('a case for somebody else', () => {
  test('is forwarded, and the applicant reads where and why', async () => {
    const at = await worked();
    await at.visitor.submit(at.page, {
      form: form('postoupeni'),
      fields: { 'postoupeni-urad': 'Krajský úřad', 'postoupeni-duvod': 'Je to silnice první třídy.' },
    });
    expect(await state(at)).toBe('forwarded');
    const seen = await applicantReads(at.reference);
    expect(seen).toContain('Krajský úřad');
    expect(seen).toContain('Je to silnice první třídy.');
  });

  test('without saying whose it is keeps the reason', async () => {
    const at = await worked();
    const fields = { 'postoupeni-urad': '', 'postoupeni-duvod': 'Je to silnice první třídy.' };
    const page = await at.visitor.submit(at.page, { form: form('postoupeni'), fields });
    expect(page.status).toBe(400);
    expect(page.$('#postoupeni-duvod').val()).toBe('Je to silnice první třídy.');
  });
});

describe('service of a decision', () => {
  async function decidedCase(): Promise<Worked> {
    const at = await worked();
    const fields = { vysledek: 'refused', oduvodneni: 'Místo je obsazené.' };
    return { ...at, page: await at.visitor.submit(at.page, { form: form('rozhodnuti'), fields }) };
  }

  test.each([
    ['dataBox', '2026-05-04', '', '14.\u00a0května 2026 (fikcí)', 'pátek 29.\u00a0května 2026', '30.\u00a0května 2026'],
    ['post', '2026-04-28', '2026-05-04', '4.\u00a0května 2026', 'úterý 19.\u00a0května 2026', '20.\u00a0května 2026'],
    ['inPerson', '2026-05-04', '', '4.\u00a0května 2026', 'úterý 19.\u00a0května 2026', '20.\u00a0května 2026'],
  ])(
    'by %s sent on %s and taken on „%s“ shows delivery, the end for an appeal and legal force',
    async (way, sent, taken, ...shown) => {
      const at = await decidedCase();
      const page = await at.visitor.submit(at.page, {
        form: form('doruceni'),
        fields: { 'doruceni-zpusob': way, 'doruceni-odeslano': sent, 'doruceni-prevzato': taken },
      });
      for (const words of shown) expect(page.$('.desk__service').text()).toContain(words);
    },
  );

  test('begins as sent today and taken by nobody; what was written down is there to be completed', async () => {
    const at = await decidedCase();
    const held = ({ $ }: Page) => ['odeslano', 'prevzato'].map(name => $(`#doruceni-${name}`).val());
    expect(held(at.page)).toEqual(['2026-05-04', '']);
    expect(at.page.$('[name=doruceni-zpusob][checked]').length).toBe(0);
    const fields = { 'doruceni-zpusob': 'post', 'doruceni-odeslano': '2026-04-28' };
    const page = await at.visitor.submit(at.page, { form: form('doruceni'), fields });
    expect(held(page)).toEqual(['2026-04-28', '']);
    expect(page.$('[name=doruceni-zpusob][checked]').val()).toBe('post');
    const emptied = { 'doruceni-odeslano': '', 'doruceni-prevzato': '2026-05-04' };
    expect(held(await at.visitor.submit(page, { form: form('doruceni'), fields: emptied }))).toEqual([
      '',
      '2026-05-04',
    ]);
  });

  test('shown in the portal is said to be none', async () => {
    const at = await decidedCase();
    const page = await at.visitor.submit(at.page, {
      form: form('doruceni'),
      fields: { 'doruceni-zpusob': 'portal', 'doruceni-odeslano': '2026-05-04' },
    });
    expect(page.$('.desk__service').text()).toContain('není doručení podle zákona');
    expect(page.$('.desk__service').text()).not.toContain('Právní moc');
  });

  test.each([
    [{ 'doruceni-odeslano': '2026-05-04' }, '#doruceni-zpusob', 'Vyberte'],
    [{ 'doruceni-zpusob': 'post', 'doruceni-odeslano': '' }, '#doruceni-odeslano', 'Vyplňte den'],
    [{ 'doruceni-zpusob': 'post', 'doruceni-odeslano': '2026-02-30' }, '#doruceni-odeslano', 'Vyplňte den'],
    [{ 'doruceni-zpusob': 'post', 'doruceni-odeslano': '0000-01-01' }, '#doruceni-odeslano', 'Vyplňte den'],
    [{ 'doruceni-zpusob': 'post', 'doruceni-odeslano': '2026-05-05' }, '#doruceni-odeslano', 'dřív, než'],
    [
      { 'doruceni-zpusob': 'post', 'doruceni-odeslano': '2026-05-04', 'doruceni-prevzato': '2026-05-01' },
      '#doruceni-prevzato',
      'nemůže předcházet',
    ],
  ])('with %o is refused at %s', async (fields, input, message) => {
    const at = await decidedCase();
    const page = await at.visitor.submit(at.page, { form: form('doruceni'), fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="${input}"]`).text()).toContain(message);
  });
});
