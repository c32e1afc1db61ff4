import { beforeEach, describe, expect, test } from 'vitest';
import { findSketch } from '../../../src/admin/agendas/sketch.ts';
import { definitionSchema, type Definition, type Field } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer, createSketch } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const account = (name: string) =>
  createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'], name });
const visitor = await portal.visitor(await account('Marie Dvořáková'));
const other = await portal.visitor(await account('Petr Druhý'));
const namesake = await portal.visitor(await account('Marie Dvořáková'));

const edit = { form: 'form[data-autosave]' };
let slug: string;
let base: string;

beforeEach(async () => {
  ({ slug } = await createSketch(deps));
  base = `/sprava/agendy/${slug}/navrh`;
});

describe('a step', () => {
  test('is added, said, moved, copied and removed', async () => {
    const added = await visitor.submit(base, { form: 'form[action$="/kroky"]', fields: { title: 'Kdo zaplatí' } });
    expect(added.path).toBe(`${base}/kroky/kdoZaplati`);
    await visitor.submit(added, { ...edit, fields: { title: 'Platba', why: 'Ať víme, komu poslat účet.' } });
    await visitor.submit(base, {
      form: 'form[action$="/kroky/kdoZaplati/presun"]',
      fields: { smer: 'nahoru' },
    });
    const moved = (await stored()).steps.at(-2);
    expect(moved).toMatchObject({ id: 'kdoZaplati', title: 'Platba', why: 'Ať víme, komu poslat účet.' });
    const copy = await visitor.submit(`${base}/kroky/kdoZaplati`, { form: 'form[action$="/kopie"]' });
    expect(copy.path).toBe(`${base}/kroky/kdoZaplati2`);
    await visitor.submit(`${base}/kroky/kdoZaplati2/smazani`, { form: 'form[action$="/smazani"]' });
    expect((await stored()).steps.map(({ id }) => id)).not.toContain('kdoZaplati2');
  });

  test('with too long a title is not saved, and what was typed stays in its form', async () => {
    const before = await stored();
    const title = 'x'.repeat(301);
    const refused = await visitor.submit(`${base}/kroky/applicant`, { ...edit, fields: { title, why: 'Nové proč' } });
    expect(refused.status).toBe(400);
    expect(refused.$('#title-error').text()).toContain('nejvýš 300\u00a0znaků');
    expect([refused.$('#title').val(), refused.$('#why').val()]).toEqual([title, 'Nové proč']);
    expect(await stored()).toEqual(before);
  });
});

describe('a field', () => {
  test.each([
    ['text', 'maxLength', '50', 50],
    ['number', 'min', '2,5', 2.5],
    ['date', 'minDaysFromToday', '-365', -365],
    ['birthNumber', 'reason', '§ 1 zákona', '§\u00a01 zákona'],
    ['group', 'rowLabel', 'Položka', 'Položka'],
    ['file', 'maxMegabytes', '20', 20],
    ['explanation', 'text', 'Pozor na to.', 'Pozor na to.'],
    ['person', 'ask', ['born'], ['born']],
    ['computed', 'format', 'money', 'money'],
  ])('of type %s is added and its %s set', async (type, name, typed, value) => {
    const added = await add(type, 'Něco dalšího');
    const saved = await visitor.submit(added, { ...edit, fields: { [name]: typed } });
    expect(saved.status).toBe(200);
    expect(await field('necoDalsiho')).toMatchObject({ type, label: 'Něco dalšího', [name]: value });
  });

  test('of a choice gets options, whose values come from their first labels and stay', async () => {
    await add('oneOf', 'Druh');
    const page = `${base}/otazky/druh`;
    await visitor.submit(page, { ...edit, fields: { akce: 'moznost-pridat' } });
    await visitor.submit(page, { ...edit, fields: { akce: 'moznost-pridat', 'moznost-0-nazev': 'Malý pes' } });
    await visitor.submit(page, { ...edit, fields: { akce: 'moznost-nahoru-1', 'moznost-1-nazev': 'Kočka' } });
    await visitor.submit(page, { ...edit, fields: { 'moznost-1-nazev': 'Veliký pes' } });
    expect(await field('druh')).toMatchObject({
      options: [
        { value: 'moznost', label: 'Kočka' },
        { value: 'moznost2', label: 'Veliký pes' },
      ].map(({ label }) => ({ label, value: expect.any(String) as unknown })),
    });
    await visitor.submit(page, { ...edit, fields: { akce: 'moznost-smazat-0' } });
    expect(await field('druh')).toMatchObject({ options: [{ label: 'Veliký pes' }] });
  });

  test('lies in the rows of a group', async () => {
    const group = await add('group', 'Rozpočet');
    const inner = await visitor.submit(group, {
      form: 'form[action$="/otazky"]',
      fields: { type: 'money', label: 'Kolik' },
    });
    expect(inner.path).toBe(`${base}/otazky/kolik`);
    expect(await field('rozpocet')).toMatchObject({ fields: [{ id: 'kolik', type: 'money' }] });
    const refused = await visitor.submit(group.path, {
      form: 'form[action$="/otazky"]',
      fields: { type: 'group', label: 'X' },
    });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Do řádků skupiny patří jen')]);
  });

  test('changes its type, moves to another step and is copied', async () => {
    const page = `${base}/otazky/companyName`;
    await visitor.submit(page, { form: 'form[action$="/typ"]', fields: { type: 'longText' } });
    expect(await field('companyName')).toMatchObject({ type: 'longText', label: 'Název firmy nebo organizace' });
    await visitor.submit(page, { form: 'form[action$="/presun"]', fields: { kam: 'krok:place' } });
    await visitor.submit(page, { form: 'form[action$="/kopie"]' });
    const ids = (await stored()).steps.find(({ id }) => id === 'place')?.fields.map(({ id }) => id);
    expect(ids?.slice(-2)).toEqual(['companyName', 'companyName2']);
  });

  test('is dragged in front of another', async () => {
    const page = await visitor.get(`${base}/kroky/applicant`);
    const [first, second] = (await stored()).steps[0]?.fields ?? [];
    await visitor.submit(page, {
      form: `form[action$="/${second?.id ?? ''}/presun"]`,
      fields: { kam: 'krok:applicant', pred: first?.id ?? '' },
    });
    expect((await stored()).steps[0]?.fields[0]?.id).toBe(second?.id);
  });

  test('moved behind one that asks about it is moved, and that is told', async () => {
    const done = await visitor.submit(`${base}/kroky/applicant`, {
      form: 'form[action$="/applicantKind/presun"]',
      fields: { smer: 'dolu' },
    });
    expect(done.$('.notification').text()).toContain('přichází až potom');
  });

  test('that others ask about is removed only after they were named, with what they ask', async () => {
    const page = await visitor.get(`${base}/otazky/applicantKind/smazani`);
    expect(page.text).toContain('otázka „Název firmy nebo organizace“');
    await visitor.submit(page, { form: 'form[action$="/smazani"]', fields: { iOdkazy: undefined } });
    expect(await field('applicantKind')).toBeDefined();
    await visitor.submit(page, { form: 'form[action$="/smazani"]' });
    expect(await field('applicantKind')).toBeUndefined();
    expect((await field('companyName'))?.when).toBeUndefined();
  });

  test.each([
    ['maxLength', 'mnoho', 'Zadejte celé číslo'],
    ['maxLength', '2,5', 'Zadejte celé číslo'],
    ['maxLength', '5000', 'nejvýš'],
    ['podminka-json', '{"==": [', 'není platný JSON'],
    ['podminka-json', `${'{"!":'.repeat(21)}true${'}'.repeat(21)}`, 'zanořené víc než 20krát'],
    ['podminka-json', String.raw`{"\u0000": 1}`, 'nejde uložit'],
  ])('whose %s is %j is not saved, and the form says why', async (name, typed, message) => {
    const before = await stored();
    const shape = name.endsWith('json') ? { akce: 'podminka-json' } : {};
    const refused = await visitor.submit(`${base}/otazky/companyName`, {
      ...edit,
      fields: { label: 'Nové znění', [name]: typed, ...shape },
    });
    expect(refused.status).toBe(400);
    expect(refused.$(`#${name}-error`).text()).toContain(message);
    expect([refused.$('#label').val(), refused.$(`#${name}`).val()]).toEqual(['Nové znění', typed]);
    expect(await stored()).toEqual(before);
  });
});

describe('a condition', () => {
  test('is put together from a question, a comparison and a value', async () => {
    await add('text', 'Poznámka', 'place');
    const at = `${base}/otazky/poznamka`;
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-pridat', 'podminka-nova': 'applicantKind' } });
    const two = await visitor.submit(at, {
      ...edit,
      fields: { akce: 'podminka-pridat', 'podminka-nova': 'area', 'podminka-0-hodnota': 'company' },
    });
    expect(two.$('.condition__row').length).toBe(2);
    await visitor.submit(two, {
      ...edit,
      fields: { 'podminka-1-srovnani': 'over', 'podminka-1-hodnota': '12,5', 'podminka-spojeni': 'any' },
    });
    expect((await field('poznamka'))?.when).toEqual({
      or: [{ '==': [{ var: 'applicantKind' }, 'company'] }, { '>': [{ var: 'area' }, 12.5] }],
    });
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-smazat-0' } });
    expect((await field('poznamka'))?.when).toEqual({ '>': [{ var: 'area' }, 12.5] });
  });

  test('has a group of which one is enough, among others that all have to hold', async () => {
    await add('text', 'Poznámka', 'place');
    const at = `${base}/otazky/poznamka`;
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-pridat', 'podminka-nova': 'applicantKind' } });
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-skupina', 'podminka-nova': 'area' } });
    const two = await visitor.submit(at, {
      ...edit,
      fields: { akce: 'podminka-1-pridat', 'podminka-1-nova': 'purpose', 'podminka-1-0-srovnani': 'filled' },
    });
    expect(two.$('.condition__group .condition__row').length).toBe(2);
    expect(two.$('[name="podminka-1-spojeni"] option[selected]').val()).toBe('any');
    await visitor.submit(two, { ...edit, fields: { 'podminka-1-1-hodnota': 'stall' } });
    const company = { '==': [{ var: 'applicantKind' }, 'person'] };
    const either = [{ '!=': [{ var: 'area' }, null] }, { '==': [{ var: 'purpose' }, 'stall'] }];
    expect((await field('poznamka'))?.when).toEqual({ and: [company, { or: either }] });
    await visitor.submit(at, { ...edit, fields: { 'podminka-spojeni': 'any', 'podminka-1-spojeni': 'all' } });
    expect((await field('poznamka'))?.when).toEqual({ or: [company, { and: either }] });
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-1-smazat-1' } });
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-1-smazat-0' } });
    expect((await field('poznamka'))?.when).toEqual(company);
  });

  test('counts days from one answer to another', async () => {
    await add('text', 'Poznámka', 'period');
    const at = `${base}/otazky/poznamka`;
    await visitor.submit(at, { ...edit, fields: { akce: 'podminka-pridat', 'podminka-nova': 'to' } });
    const refused = await visitor.submit(at, { ...edit, fields: { 'podminka-0-srovnani': 'laterByAtMost' } });
    expect(refused.status).toBe(400);
    expect(refused.$('#podminka-0-hodnota-error').text()).toContain('Vyberte datum, od kterého');
    const wrong = await visitor.submit(refused, { ...edit, fields: { 'podminka-0-jina': 'from' } });
    expect(wrong.$('#podminka-0-hodnota-error').text()).toContain('o\u00a0kolik dnů');
    await visitor.submit(wrong, { ...edit, fields: { 'podminka-0-hodnota': '30' } });
    expect((await field('poznamka'))?.when).toEqual({ '<=': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 30] });
  });

  test('is saved by Enter, which presses no button of its rows', async () => {
    const { $ } = await visitor.get(`${base}/kroky/applicant`);
    expect($('form[data-autosave] [type=submit]').first().attr('name')).toBeUndefined();
  });

  test('offers only what is asked before', async () => {
    const { $ } = await visitor.get(`${base}/otazky/companyName`);
    const offered = $('#podminka-nova option')
      .get()
      .map(option => $(option).attr('value'));
    expect(offered).toContain('applicantKind');
    expect(offered).not.toContain('area');
    expect(offered).not.toContain('companyName');
  });

  test('that does not fit into rows is shown and saved as JSON Logic', async () => {
    const logic = { '>': [{ '+': [{ var: 'area' }, 1] }, 5] };
    const id = (await add('text', 'Poznámka', 'place')).path.split('/').at(-1) ?? '';
    const saved = await visitor.submit(`${base}/otazky/${id}`, {
      ...edit,
      fields: { akce: 'podminka-json', 'podminka-json': JSON.stringify(logic) },
    });
    expect(saved.text).toContain('Podmínka je složitější');
    await visitor.submit(saved, edit);
    expect((await field(id))?.when).toEqual(logic);
  });

  test('without a value is not saved and says what to add', async () => {
    const id = (await add('text', 'Poznámka', 'place')).path.split('/').at(-1) ?? '';
    await visitor.submit(`${base}/otazky/${id}`, {
      ...edit,
      fields: { akce: 'podminka-pridat', 'podminka-nova': 'area' },
    });
    const refused = await visitor.submit(`${base}/otazky/${id}`, {
      ...edit,
      fields: { 'podminka-0-srovnani': 'over' },
    });
    expect(refused.status).toBe(400);
    expect(refused.$('#podminka-0-hodnota-error').text()).toContain('Doplňte, s\u00a0čím');
  });
});

describe('somebody else saves meanwhile:', () => {
  test('the page says who, shows what was typed, and saves it on top of the newest when asked', async () => {
    const mine = await visitor.get(`${base}/otazky/companyName`);
    await other.submit(`${base}/kroky/applicant`, { ...edit, fields: { title: 'Od kolegy' } });
    const conflict = await visitor.submit(mine, { ...edit, fields: { label: 'Moje znění', hint: 'Moje nápověda' } });
    expect(conflict.status).toBe(409);
    for (const text of ['Petr Druhý', 'Moje znění', 'Moje nápověda']) expect(conflict.text).toContain(text);
    expect((await field('companyName'))?.label).not.toBe('Moje znění');
    const saved = await visitor.submit(conflict, { form: 'main form:has([type=submit])' });
    expect(saved.status).toBe(200);
    expect(await field('companyName')).toMatchObject({ label: 'Moje znění', hint: 'Moje nápověda' });
    expect((await stored()).steps[0]?.title).toBe('Od kolegy');
  });

  test('what they have removed cannot be saved, and what was typed is still shown', async () => {
    const mine = await visitor.get(`${base}/otazky/companyName`);
    await other.submit(`${base}/otazky/companyName/smazani`, { form: 'form[action$="/smazani"]' });
    const conflict = await visitor.submit(mine, { ...edit, fields: { label: 'Moje znění' } });
    expect(conflict.status).toBe(409);
    expect(conflict.$('h1').text()).toContain('mezitím někdo smazal');
    expect(conflict.text).toContain('Moje znění');
    expect(conflict.$('.actions button').length).toBe(0);
  });

  test('in another window of the same person: the page says so', async () => {
    const first = await visitor.get(`${base}/kroky/applicant`);
    await visitor.submit(`${base}/kroky/applicant`, { ...edit, fields: { title: 'Z druhého okna' } });
    const conflict = await visitor.submit(first, { ...edit, fields: { title: 'Z prvního okna' } });
    expect(conflict.$('h1').text()).toBe('Mezitím jste agendu uložili v\u00a0jiném okně');
  });

  test('a namesake is told like anybody else', async () => {
    portal.setNow('2026-05-04T08:00:00Z');
    const mine = await visitor.get(`${base}/kroky/applicant`);
    await namesake.submit(`${base}/kroky/applicant`, { ...edit, fields: { title: 'Od jmenovkyně' } });
    expect((await visitor.get(base)).text).toContain('Tuto agendu právě upravuje také Marie Dvořáková.');
    expect((await namesake.get(base)).text).not.toContain('právě upravuje');
    const conflict = await visitor.submit(mine, { ...edit, fields: { title: 'Moje' } });
    expect(conflict.$('h1').text()).toBe('Mezitím uložil někdo jiný');
    expect(conflict.text).toContain('Marie Dvořáková, 4. května 2026 v 10:00.');
  });

  test('of two who save at once one is told', async () => {
    const pages = await Promise.all([visitor.get(`${base}/kroky/place`), other.get(`${base}/kroky/place`)]);
    const [mine, theirs] = pages;
    const answers = await Promise.all([
      visitor.submit(mine, { ...edit, fields: { title: 'Moje' } }),
      other.submit(theirs, { ...edit, fields: { title: 'Jejich' } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('for ten minutes the others see who is editing', async () => {
    portal.setNow('2026-05-04T08:00:00Z');
    await other.submit(`${base}/kroky/applicant`, { ...edit, fields: { title: 'Od kolegy' } });
    portal.setNow('2026-05-04T08:09:00Z');
    expect((await visitor.get(base)).text).toContain('Tuto agendu právě upravuje také Petr Druhý.');
    expect((await other.get(base)).text).not.toContain('právě upravuje');
    portal.setNow('2026-05-04T08:11:00Z');
    expect((await visitor.get(base)).text).not.toContain('právě upravuje');
  });
});

describe('the preview', () => {
  test('is the citizen’s page, whose conditions work and which stores nothing', async () => {
    const drafts = await db.draft.count();
    const shown = await visitor.get(`${base}/nahled/applicant`);
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(shown.$('[name=companyName]').length).toBe(0);
    const answered = await visitor.submit(shown, { fields: { applicantKind: 'company' } });
    expect(answered.$('[name=companyName]').length).toBe(1);
    expect(answered.$('.govuk-error-summary').length).toBe(1);
    expect(answered.$('[name=applicantKind][checked]').val()).toBe('company');
    expect(await db.draft.count()).toBe(drafts);
  });

  test('asks what earlier steps ask when the step depends on it', async () => {
    const { text, $ } = await visitor.get(`${base}/nahled/period`);
    expect(text).toContain('Co občan odpověděl dřív');
    expect($('[name=purpose]').length).toBeGreaterThan(0);
  });

  test('asks what a figure worked out earlier is made of', async () => {
    const { slug: made } = await createSketch(deps, definition => ({
      ...definition,
      steps: [
        ...definition.steps,
        {
          id: 'pobyt',
          title: 'Pobyt',
          fields: [
            { type: 'number', id: 'noci', label: 'Počet nocí', required: true, decimals: 0 },
            {
              type: 'computed',
              id: 'cena',
              label: 'Cena',
              format: 'money',
              decimals: 0,
              value: { '*': [{ var: 'noci' }, 100] },
            },
          ],
        },
        {
          id: 'sleva',
          title: 'Sleva',
          when: { '>': [{ var: 'cena' }, 500] },
          fields: [{ type: 'yesNo', id: 'chceSlevu', label: 'Chcete slevu?', required: true }],
        },
      ],
    }));
    const { $ } = await visitor.get(`/sprava/agendy/${made}/navrh/nahled/sleva`);
    expect($('[name=noci]').length).toBe(1);
  });

  test('is framed by the designer, which nobody else may frame', async () => {
    const { headers, $ } = await visitor.get(`${base}/kroky/applicant`);
    expect($('iframe').attr('src')).toBe(`${base}/nahled/applicant`);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("frame-src 'self'");
  });
});

describe('what is not there', () => {
  test.each(['kroky/nikdo', 'otazky/nikdo', 'kroky/nikdo/smazani', 'otazky/nikdo/smazani', 'nahled/nikdo'])(
    '%s is not found',
    async path => {
      expect((await visitor.get(`${base}/${path}`)).status).toBe(404);
    },
  );

  test('a form without its revision is refused', async () => {
    const _csrf = await visitor.token(base);
    expect((await visitor.post(`${base}/kroky`, { _csrf, title: 'X' })).status).toBe(400);
    expect((await visitor.post(`${base}/kroky`, { _csrf, title: 'X', revize: '-1' })).status).toBe(400);
  });

  test('an agenda without a sketch leads to its page', async () => {
    expect((await visitor.get('/sprava/agendy/ohlaseni-psa/navrh')).path).toBe('/sprava/agendy/ohlaseni-psa');
    expect((await visitor.get('/sprava/agendy/nic/navrh')).status).toBe(404);
  });
});

/** Between them they have most types of fields, conditions and computations. */
const agendas = ['zabor-verejneho-prostranstvi', 'kaceni-drevin', 'dotace-z-fondu-mesta', 'rezidentni-parkovani'];

test.each(agendas)('%s: a form that is sent as it came changes nothing', async agenda => {
  const version = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug: agenda }, status: 'published' } });
  ({ slug } = await createSketch(deps, definition => ({
    ...definitionSchema.parse(version.definition),
    slug: definition.slug,
  })));
  base = `/sprava/agendy/${slug}/navrh`;
  const before = await stored();
  for (const step of before.steps) {
    expect((await visitor.submit(`${base}/kroky/${step.id}`, edit)).status).toBe(200);
    expect((await visitor.get(`${base}/nahled/${step.id}`)).status).toBe(200);
    for (const { id } of step.fields) expect((await visitor.submit(`${base}/otazky/${id}`, edit)).status).toBe(200);
  }
  const after = await stored();
  expect(after.steps.map(step => ({ ...step, fields: [] }))).toEqual(
    before.steps.map(step => ({ ...step, fields: [] })),
  );
  expect(fieldsOf(after).map(plain)).toEqual(fieldsOf(before).map(plain));
});

/** Formats have no order. */
function plain(field: Field) {
  return {
    ...field,
    ...('formats' in field && { formats: [...field.formats].sort() }),
  };
}

function fieldsOf({ steps }: Definition): Field[] {
  return steps.flatMap(({ fields }) => fields);
}

async function stored(): Promise<Definition> {
  const sketch = await findSketch(db, slug);
  if (!sketch) throw new Error('the sketch is gone');
  return sketch.definition;
}

async function field(id: string): Promise<Field | undefined> {
  return fieldsOf(await stored()).find(candidate => candidate.id === id);
}

async function add(type: string, label: string, step = 'applicant'): Promise<Page> {
  const page = await visitor.submit(`${base}/kroky/${step}`, {
    form: 'form[action$="/otazky"]',
    fields: { type, label },
  });
  if (page.status !== 200) throw new Error(page.text);
  return page;
}
