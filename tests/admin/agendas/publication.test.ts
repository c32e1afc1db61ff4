import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Client } from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { publishDue } from '../../../src/admin/agendas/publish-due.ts';
import { findSketch, saveSketch } from '../../../src/admin/agendas/sketch.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createDraft, createOfficer } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';
import { draftOf, gateOf, passGate, seedDocument } from './admins.ts';

const portal = await startPortal();
const { deps, db } = portal;
const admin = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const second = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  name: 'Petr Druhý',
});
const visitor = await portal.visitor(admin);
const other = await portal.visitor(second);

const slug = 'ohlaseni-psa';
const published = await seedDocument(slug);
const department = String(published['department']);
const page = `/sprava/agendy/${slug}`;
const withdraw = { form: 'main form[action$="/stazeni"]', fields: { zprava: 'Psa teď přihlásíte na přepážce.' } };
const discard = { form: 'main form[action$="/zahozeni"]' };
const cancel = { form: 'main form[action$="/zruseni"]' };

let number: number;
let counter = 0;

beforeEach(async () => {
  portal.setNow('2026-05-04T08:00:00Z');
  await cancelAny();
  number = await draftOf(deps, admin, { ...published, duration: `Do ${++counter + 30} dnů` });
});

describe('the page before publication', () => {
  test('says what would change, and how many drafts and cases run', async () => {
    await createDraft(deps);
    await createCase(deps);
    const { text } = await visitor.get(gateOf(slug, number));
    expect(text).toContain(`Zveřejnění verze ${number}`);
    expect(text).toContain('rozepsan');
    expect(text).toContain('běžící');
  });

  test('names what has to be mended, leads to it, and lets nothing out', async () => {
    const broken = await brokenSketch();
    const gate = await visitor.get(broken);
    expect(gate.$('.findings__item--error').length).toBeGreaterThan(0);
    expect(gate.$('.findings__item--error a').first().attr('href')).toContain(`${page}/navrh`);
    expect(gate.$('button:contains("Zveřejnit verzi")').length).toBe(0);
    const fields = {
      _csrf: await visitor.token(),
      otisk: String(gate.$('[name=otisk]').val()),
      kdy: 'hned',
    };
    const refused = await visitor.post(broken, fields);
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary').text()).toContain('Nejdřív opravte');
    expect((await versionAt(number)).status).toBe('draft');
  });

  test('keeps a warning from being passed over without a reason, and the reason with the version', async () => {
    const gate = await visitor.get(await warnedSketch());
    expect(gate.$('[name^="duvod-"]').length).toBeGreaterThan(0);
    const refused = await visitor.submit(gate, { form: 'main form[action$="/zverejneni"]' });
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary').text()).toContain('Napište, proč upozornění může zůstat');
    expect((await versionAt(number)).status).toBe('draft');

    const names = refused
      .$('[name^="duvod-"]')
      .map((_i, input) => refused.$(input).attr('name'))
      .get();
    const endless = Object.fromEntries(names.map(name => [name, 'á'.repeat(501)]));
    const long = await visitor.submit(refused, { form: 'main form[action$="/zverejneni"]', fields: endless });
    expect(long.status).toBe(400);
    expect(long.$('.govuk-error-summary').text()).toContain('nejvýš 500');
    expect(long.$('[name^="duvod-"]').first().val()).toBe('á'.repeat(501));

    const done = await passGate(visitor, refused);
    expect(done.text).toContain(`Verze ${number} je zveřejněná.`);
    const { acknowledgements } = await versionAt(number);
    expect(acknowledgements).toContainEqual(expect.objectContaining({ reason: 'Víme o tom, tak to má být.' }));
    expect(await db.auditRecord.count({ where: { action: 'warningAccepted' } })).toBeGreaterThan(0);
    expect(done.text).toContain('Víme o tom, tak to má být.');
  });

  test('is nowhere for what is not being prepared', async () => {
    expect((await visitor.get(gateOf(slug, 1))).path).toBe(`${page}?verze=1`);
    expect((await visitor.get(gateOf(slug, 999))).status).toBe(404);
    expect((await visitor.get(gateOf('nic', 1))).status).toBe(404);
  });
});

describe('publishing', () => {
  test('supersedes what was published until now, tells every process and is audited', async () => {
    const listener = new Client({ connectionString: deps.config.databaseUrl });
    await listener.connect();
    const told = once(listener, 'notification');
    await listener.query('LISTEN catalogue_changed');

    const done = await passGate(visitor, gateOf(slug, number));
    expect(done.status).toBe(200);
    expect(done.text).toContain(`Verze ${number} je zveřejněná.`);
    expect(await told).toMatchObject([{ channel: 'catalogue_changed' }]);
    await listener.end();

    expect(await numbersIn('published')).toEqual([number]);
    expect((await numbersIn('superseded')).length).toBeGreaterThan(0);
    const record = await db.auditRecord.findFirstOrThrow({
      where: { action: 'agendaPublished' },
      orderBy: { id: 'desc' },
    });
    expect(record).toMatchObject({ actorId: admin.actor.officerId, details: { agenda: slug, version: number } });
  });

  test('by two at once is done by one; the other reads one clear sentence', async () => {
    const [mine, theirs] = [await visitor.get(gateOf(slug, number)), await other.get(gateOf(slug, number))];
    const answers = await Promise.all([passGate(visitor, mine), passGate(other, theirs)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const texts = answers.map(({ text }) => text);
    expect(texts.filter(text => text.includes(`Verze ${number} je zveřejněná. Kdo teď`))).toHaveLength(1);
    const said = `Verze ${number} už je zveřejněná, mezitím ji zveřejnil někdo jiný. Nic jsme nezměnili.`;
    expect(texts.filter(text => text.includes(said))).toHaveLength(1);
    expect(await numbersIn('published')).toEqual([number]);
  });

  test('a draft that was changed while it was being read does not let it out unread', async () => {
    const read = await visitor.get(gateOf(slug, number));
    await save(definition => (definition.duration = 'Něco docela jiného'));
    const refused = await passGate(visitor, read);
    expect(refused.status).toBe(409);
    expect(refused.$('.govuk-error-summary').text()).toContain('mezitím někdo změnil');
    expect(await numbersIn('published')).not.toContain(number);
  });

  test('neither does one that was replaced', async () => {
    const read = await visitor.get(gateOf(slug, number));
    await draftOf(deps, admin, { ...published, duration: 'Něco ještě jiného' });
    expect((await passGate(visitor, read)).text).toContain(
      `Verzi ${number} mezitím někdo přestal nabízet, zahodil nebo`,
    );
    expect(await numbersIn('published')).not.toContain(number);
  });

  test('while it is being saved ends in one of both, and the saved one is never lost', async () => {
    const read = await visitor.get(gateOf(slug, number));
    const sketch = await findSketch(db, slug);
    if (!sketch) throw new Error('there is a sketch');
    const definition = { ...sketch.definition, duration: 'Uloženo při zveřejnění' };
    const [answer, saved] = await Promise.all([
      passGate(visitor, read),
      saveSketch(deps, { slug, revision: sketch.revision, definition, actor: admin.actor, now: deps.now() }),
    ]);
    const { status, definition: kept } = await versionAt(number);
    if (saved.ok) {
      expect([answer.status, status]).toEqual([409, 'draft']);
      expect(kept).toMatchObject({ duration: 'Uloženo při zveřejnění' });
    } else {
      expect([saved.reason, status]).toEqual(['missing', 'published']);
    }
  });

  test('and discarding at once end in one of both, never in an error', async () => {
    const read = await visitor.get(gateOf(slug, number));
    const answers = await Promise.all([
      passGate(visitor, read),
      other.submit(await other.get(`${page}?verze=${number}`), discard),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(['published', 'withdrawn']).toContain((await versionAt(number)).status);
  });
});

describe('at a set time', () => {
  const at = { kdy: 'pozdeji', 'den-day': '5', 'den-month': '5', 'den-year': '2026', cas: '6:00' };

  test('a version waits, immutable, and is published when its time has come', async () => {
    const done = await passGate(visitor, gateOf(slug, number), at);
    expect(done.text).toContain('5. května 2026');
    expect(await versionAt(number)).toMatchObject({
      status: 'scheduled',
      publishAt: new Date('2026-05-05T04:00:00Z'),
    });
    expect(await findSketch(db, slug)).toBeNull();
    expect(done.$('.tag--waiting').text()).toBe('Čeká na zveřejnění');

    portal.setNow('2026-05-05T03:59:00Z');
    expect(await publishDue(deps)).toBe(0);
    // Nothing ran for two days.
    portal.setNow('2026-05-07T10:00:00Z');
    expect(await publishDue(deps)).toBe(1);
    expect(await publishDue(deps)).toBe(0);
    expect(await numbersIn('published')).toEqual([number]);
    const record = await db.auditRecord.findFirstOrThrow({
      where: { action: 'agendaPublished' },
      orderBy: { id: 'desc' },
    });
    expect(record).toMatchObject({ actorKind: 'system', details: { version: number } });
  });

  test('a version keeps the reasons given for its warnings, and is published with them', async () => {
    const done = await passGate(visitor, await warnedSketch(), at);
    expect(done.text).toContain('5. května 2026');
    const { acknowledgements: given } = await versionAt(number);
    expect(given).toContainEqual(expect.objectContaining({ reason: 'Víme o tom, tak to má být.' }));
    const accepted = { action: 'warningAccepted', details: { path: ['version'], equals: number } };
    expect(await db.auditRecord.count({ where: accepted })).toBe(0);

    portal.setNow('2026-05-06T08:00:00Z');
    expect(await publishDue(deps)).toBe(1);
    expect(await versionAt(number)).toMatchObject({ status: 'published', acknowledgements: given });
    expect((await visitor.get(`${page}?verze=${number}`)).text).toContain('Víme o tom, tak to má být.');
    expect(await db.auditRecord.count({ where: accepted })).toBeGreaterThan(0);
  });

  test('is published once by jobs that run at once', async () => {
    await passGate(visitor, gateOf(slug, number), at);
    portal.setNow('2026-05-06T08:00:00Z');
    const published = await Promise.all([publishDue(deps), publishDue(deps), publishDue(deps)]);
    expect(published.reduce((sum, one) => sum + one)).toBe(1);
  });

  test('can be taken back, and is a sketch again', async () => {
    await passGate(visitor, gateOf(slug, number), at);
    const done = await visitor.submit(gateOf(slug, number), cancel);
    expect(done.text).toContain(`Verze ${number} je zase koncept.`);
    expect(await versionAt(number)).toMatchObject({ status: 'draft', publishAt: null, acknowledgements: [] });
    portal.setNow('2026-05-06T08:00:00Z');
    expect(await publishDue(deps)).toBe(0);
  });

  test('taken back while the job publishes, ends in one of both', async () => {
    await passGate(visitor, gateOf(slug, number), at);
    const gate = await other.get(gateOf(slug, number));
    portal.setNow('2026-05-06T08:00:00Z');
    const [answer] = await Promise.all([other.submit(gate, cancel), publishDue(deps)]);
    expect(answer.status).toBe(200);
    expect(['draft', 'published']).toContain((await versionAt(number)).status);
  });

  test('what cannot be read at all does not hold up what is due after it', async () => {
    await passGate(visitor, gateOf(slug, number), at);
    const broken = await db.agenda.create({ data: { slug: `rozbita-${randomUUID().slice(0, 8)}` } });
    const early = new Date('2026-05-05T03:00:00Z');
    await db.agendaVersion.create({
      data: { agendaId: broken.id, number: 1, status: 'scheduled', title: 'Rozbitá', definition: {}, publishAt: early },
    });
    portal.setNow('2026-05-06T08:00:00Z');
    expect(await publishDue(deps)).toBe(1);
    expect((await versionAt(number)).status).toBe('published');
    expect(portal.log()).toContain('a scheduled agenda could not be published');
  });

  test('what no longer passes the gate becomes a sketch again, and whoever set the time is told', async () => {
    await passGate(visitor, gateOf(slug, number), at);
    await db.department.updateMany({ where: { slug: department }, data: { slug: 'prejmenovany' } });
    portal.setNow('2026-05-06T08:00:00Z');
    const mails = await db.mail.count();
    expect(await publishDue(deps)).toBe(0);
    await db.department.updateMany({ where: { slug: 'prejmenovany' }, data: { slug: department } });
    expect((await versionAt(number)).status).toBe('draft');
    expect(await db.mail.count()).toBe(mails + 1);
    expect(await db.mail.findFirst({ orderBy: { createdAt: 'desc' } })).toMatchObject({ kind: 'agendaNotPublished' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['no day', { 'den-day': '', 'den-month': '', 'den-year': '' }, 'Zadejte den'],
    ['a day there is not', { 'den-day': '31', 'den-month': '6' }, 'v\u00a0kalendáři není'],
    ['yesterday', { 'den-day': '3' }, 'Zadejte dnešní nebo pozdější datum'],
    ['two years ahead', { 'den-year': '2028' }, 'nejpozději'],
    ['no hour', { cas: '' }, 'Zadejte čas'],
    ['no hour of a day', { cas: '25:00' }, 'Zadejte'],
    ['today, an hour ago', { 'den-day': '4', cas: '9:00' }, 'Zadejte čas, který teprve přijde'],
  ])('%s is refused, and stays in the form', async (_name, typed, said) => {
    const refused = await passGate(visitor, gateOf(slug, number), { ...at, ...typed });
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary').text()).toContain(said);
    expect(refused.$('[name="den-year"]').val()).toBe(typed['den-year'] ?? at['den-year']);
    expect(refused.$('[name=cas]').val()).toBe(typed['cas'] ?? at.cas);
    expect(refused.$('[name=kdy][checked]').val()).toBe('pozdeji');
    expect((await versionAt(number)).status).toBe('draft');
  });

  test('an agenda with such a version takes neither another sketch nor an import', async () => {
    await passGate(visitor, gateOf(slug, number), at);
    const [before] = await numbersIn('published');
    const refused = await visitor.post(`${page}/verze/${before ?? 1}/uprava`, { _csrf: await visitor.token() });
    expect(refused.status).toBe(409);
    expect(refused.$('.govuk-error-summary').text()).toContain('čeká na zveřejnění');
    await expect(draftOf(deps, admin, { ...published, duration: 'Jinak' })).rejects.toThrow('not kept');
  });
});

describe('withdrawing', () => {
  test('needs a message, and keeps what was typed when it is too long', async () => {
    await passGate(visitor, gateOf(slug, number));
    const silent = await visitor.submit(`${page}?verze=${number}`, { ...withdraw, fields: { zprava: ' ' } });
    expect(silent.status).toBe(400);
    expect(silent.$('.govuk-error-summary').text()).toContain('Napište lidem');
    const long = await visitor.submit(silent, { ...withdraw, fields: { zprava: 'á'.repeat(1001) } });
    expect(long.status).toBe(400);
    expect(long.$('#zprava').val()).toBe('á'.repeat(1001));
    expect((await versionAt(number)).status).toBe('published');
  });

  test('ends the offer; what runs goes on, and people read why', async () => {
    await passGate(visitor, gateOf(slug, number));
    const owner = await createCitizen(deps);
    const draft = await createDraft(deps, { owner });
    await createCase(deps);
    const running = await db.case.count({ where: { agenda: { slug } } });
    const done = await visitor.submit(`${page}?verze=${number}`, withdraw);
    expect(done.text).toContain(`Verze ${number} se už nenabízí.`);
    expect(await numbersIn('published')).toEqual([]);
    expect(await db.case.count({ where: { agenda: { slug } } })).toBe(running);
    const citizen = await portal.visitor(owner);
    expect((await citizen.get(`/podani/${draft.id}/souhrn`)).text).toContain('Psa teď přihlásíte na přepážce.');
    await expect
      .poll(async () => (await citizen.get(`/sluzby/${slug}`)).text)
      .toContain('Psa teď přihlásíte na přepážce.');

    const restored = await visitor.submit(`${page}?verze=${number}`, { form: 'main form[action$="/obnova"]' });
    expect(restored.path).toBe(gateOf(slug, number + 1));
    await passGate(visitor, restored);
    expect(await numbersIn('published')).toEqual([number + 1]);
  });

  test('is told in the words of the withdrawal also after a sketch has been put aside', async () => {
    await passGate(visitor, gateOf(slug, number));
    const owner = await createCitizen(deps);
    const draft = await createDraft(deps, { owner });
    await visitor.submit(`${page}?verze=${number}`, withdraw);
    const sketch = await draftOf(deps, admin, { ...published, duration: 'Odložená' });
    portal.setNow('2026-05-04T09:00:00Z');
    await visitor.submit(`${page}?verze=${sketch}`, discard);
    const citizen = await portal.visitor(owner);
    for (const path of [`/podani/${draft.id}/souhrn`, '/moje'])
      expect((await citizen.get(path)).text).toContain('Psa teď přihlásíte na přepážce.');

    const restored = await visitor.submit(`${page}?verze=${number}`, { form: 'main form[action$="/obnova"]' });
    await passGate(visitor, restored);
  });

  test('while the next version waits for its time leaves that one waiting', async () => {
    const [before] = await numbersIn('published');
    await passGate(visitor, gateOf(slug, number), {
      kdy: 'pozdeji',
      'den-day': '5',
      'den-month': '5',
      'den-year': '2026',
      cas: '6:00',
    });
    await visitor.submit(`${page}?verze=${before ?? 0}`, withdraw);
    expect((await versionAt(number)).status).toBe('scheduled');
    portal.setNow('2026-05-06T08:00:00Z');
    expect(await publishDue(deps)).toBe(1);
    expect(await numbersIn('published')).toEqual([number]);
  });
});

describe('an older version', () => {
  test('is offered again as the next one, with its very document, through the gate', async () => {
    await passGate(visitor, gateOf(slug, number));
    const restored = await visitor.submit(`${page}?verze=1`, { form: 'main form[action$="/obnova"]' });
    expect(restored.path).toBe(gateOf(slug, number + 1));
    expect(restored.text).toContain(`Z\u00a0verze 1 jsme připravili verzi ${number + 1}.`.replaceAll('\u00a0', ' '));
    expect((await versionAt(number + 1)).definition).toEqual((await versionAt(1)).definition);
  });

  test('is refused while another is being written', async () => {
    const refused = await visitor.post(`${page}/verze/1/obnova`, { _csrf: await visitor.token() });
    expect(refused.status).toBe(409);
    expect(refused.$('.govuk-error-summary').text()).toContain(`Verze ${number} je rozepsaná.`);
  });

  test('restored by two at once is restored once', async () => {
    await visitor.submit(`${page}?verze=${number}`, discard);
    const token = { _csrf: await visitor.token() };
    const pages = await Promise.all([
      visitor.post(`${page}/verze/1/obnova`, token),
      visitor.post(`${page}/verze/1/obnova`, token),
    ]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await db.agendaVersion.count({ where: { agenda: { slug }, status: 'draft' } })).toBe(1);
  });
});

test('a sketch that is discarded is called put aside, not ended, and can be begun again', async () => {
  const done = await visitor.submit(`${page}?verze=${number}`, discard);
  expect(done.$('.desk__state').text()).toContain('Odložený koncept');
  expect(done.$('.versions__current').text()).toContain('Odložený koncept');
  expect(done.text).not.toContain('se už nenabízí');
  const again = await visitor.submit(done, { form: 'main form[action$="/obnova"]' });
  expect(again.path).toBe(gateOf(slug, number + 1));
  expect((await versionAt(number + 1)).definition).toEqual((await versionAt(number)).definition);
});

test('editing what is published begins a sketch of it, and goes on with the one there is', async () => {
  await passGate(visitor, gateOf(slug, number));
  const edit = { form: 'main form[action$="/uprava"]' };
  const designer = await visitor.submit(`${page}?verze=${number}`, edit);
  expect(designer.path).toBe(`${page}/navrh`);
  expect(await findSketch(db, slug)).toMatchObject({ number: number + 1, revision: 0 });
  const again = await visitor.post(`${page}/verze/1/uprava`, { _csrf: await visitor.token() });
  expect(again.path).toBe(`${page}/navrh`);
  expect(await findSketch(db, slug)).toMatchObject({ number: number + 1 });
});

describe('the difference', () => {
  const said = (now: string, before: string): string =>
    `Údaj o tom, jak dlouho to trvá, je nově „${now}“ (dřív „${before}“).`;
  const original = String(published['duration']).replaceAll('\u00a0', ' ');
  const changed = (): string => `Do ${counter + 30} dnů`;

  test('between any two versions is said in words, from the one to the other and back', async () => {
    const forth = await visitor.get(`${page}/rozdil?od=1&do=${number}`);
    expect(forth.text).toContain(`Co se změnilo z verze 1 na verzi ${number}`);
    expect(sentences(forth, 'section[aria-labelledby=rozdil]')).toEqual([said(changed(), original)]);
    const back = await visitor.get(`${page}/rozdil?od=${number}&do=1`);
    expect(back.text).toContain(`Co se změnilo z verze ${number} na verzi 1`);
    expect(sentences(back, 'section[aria-labelledby=rozdil]')).toEqual([said(original, changed())]);
    expect((await visitor.get(`${page}/rozdil?od=1&do=1`)).text).toContain('Nic, dokumenty se shodují.');
  });

  test('of a sketch, on its page and before its publication, is from what is offered to what would be', async () => {
    const [offered] = await db.agendaVersion.findMany({ where: { status: 'published', agenda: { slug } } });
    const before = (offered?.definition as { duration: string }).duration.replaceAll('\u00a0', ' ');
    for (const [path, part] of [
      [gateOf(slug, number), 'section[aria-labelledby=zmeny]'],
      [`${page}?verze=${number}`, 'section.notification--info'],
    ] as const)
      expect(sentences(await visitor.get(path), part)).toEqual([said(changed(), before)]);
  });

  test.each(['od=1&do=999', 'od=x', 'do=1e3', 'od=0&do=1'])('of %s does not exist', async query => {
    expect((await visitor.get(`${page}/rozdil?${query}`)).status).toBe(404);
  });

  test('asked for without saying of what is that of the newest', async () => {
    expect((await visitor.get(`${page}/rozdil`)).text).toContain(`na verzi ${number}`);
  });
});

test.each(['/sprava/agendy/nic', `${page}/verze/999/dokument.json`, `${page}/verze/1e3/dokument.json`])(
  '%s does not exist',
  async path => {
    expect((await visitor.get(path)).status).toBe(404);
  },
);

function sentences({ $ }: Page, part: string): string[] {
  const items = $(part).find('li').get();
  return items.map(item => $(item).text().replaceAll(/\s/g, ' '));
}

async function versionAt(of: number) {
  return db.agendaVersion.findFirstOrThrow({ where: { number: of, status: { not: 'trial' }, agenda: { slug } } });
}

async function numbersIn(status: 'published' | 'superseded'): Promise<number[]> {
  const rows = await db.agendaVersion.findMany({ where: { status, agenda: { slug } } });
  return rows.map(row => row.number);
}

async function cancelAny(): Promise<void> {
  const scheduled = await db.agendaVersion.findFirst({ where: { status: 'scheduled', agenda: { slug } } });
  if (scheduled) await visitor.submit(gateOf(slug, scheduled.number), cancel);
}

/** The sketch with a question that has no words. */
async function brokenSketch(): Promise<string> {
  await save(definition => {
    const field = definition.steps[0]?.fields[0];
    if (field) field.label = '';
  });
  return gateOf(slug, number);
}

/** The sketch with steps that do not say why they ask. */
async function warnedSketch(): Promise<string> {
  await save(definition => {
    for (const step of definition.steps) delete step.why;
  });
  return gateOf(slug, number);
}

async function save(
  change: (definition: NonNullable<Awaited<ReturnType<typeof findSketch>>>['definition']) => unknown,
) {
  const sketch = await findSketch(db, slug);
  if (!sketch) throw new Error('there is a sketch');
  change(sketch.definition);
  const { revision, definition } = sketch;
  await saveSketch(deps, { slug, revision, definition, actor: admin.actor, now: deps.now() });
}
