import { describe, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createOfficer } from '../../support/factories.ts';
import { readAgendas } from '../../../prisma/seed/read.ts';
import { documentText } from '../../../src/core/form/canonical-document.ts';
import { type Document, draftOf, gateOf, passGate, seedDocument } from './admins.ts';
import { importPath, paste as pasteBy, sendForm } from './import-form.ts';
import type { Page } from '../../support/visitor.ts';

const portal = await startPortal();
const { db } = portal;
const admin = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);

const dog = await seedDocument('ohlaseni-psa');

test('a new agenda begins with its first draft; nothing of it is offered yet', async () => {
  const page = await paste({ ...dog, slug: 'nova-agenda', title: 'Nová agenda' });
  expect(page.status).toBe(200);
  expect(page.path).toBe('/sprava/agendy/nova-agenda?verze=1');
  expect(page.text).toContain('Dokument jsme uložili jako koncept verze 1.');
  expect(page.$('.tag--draft').text()).toBe('Koncept');
  expect((await visitor.get('/sluzby/nova-agenda')).status).toBe(404);
});

test('a document of a known agenda is its next draft', async () => {
  const page = await paste({ ...dog, title: 'Pes podruhé' });
  expect(page.text).toContain('Dokument jsme uložili jako koncept verze 2.');
  expect(await statuses('ohlaseni-psa')).toEqual([
    [1, 'published'],
    [2, 'draft'],
  ]);
});

test('an uploaded file is read like a pasted text', async () => {
  const content = `\uFEFF${JSON.stringify({ ...dog, slug: 'ze-souboru' })}`;
  const page = await visitor.submit(importPath, { file: { field: 'soubor', content, filename: 'agenda.json' } });
  expect(page.path).toBe('/sprava/agendy/ze-souboru?verze=1');
});

test('a document that says what is offered already makes nothing, and says so', async () => {
  const exported = await visitor.agent.get('/sprava/agendy/zadost-o-informace/verze/1/dokument.json');
  expect(exported.headers['content-disposition']).toContain('zadost-o-informace-verze-1.json');
  const before = await everything();
  const page = await paste(exported.text);
  expect(page.text).toContain('Dokument je stejný jako verze 1. Nic jsme nezměnili.');
  expect(await everything()).toEqual(before);
});

describe('the export of an import is the same document, whatever the order and the defaults of the author:', () => {
  test.each(readAgendas().map(({ file, document }) => [file, document as Document] as const))(
    '%s',
    async (_file, document) => {
      const slug = `dvojce-${document.slug}`.slice(0, 80).replace(/-$/, '');
      const given = { ...document, slug, title: `${document.title} podruhé` };
      const page = await paste(JSON.stringify(given));
      expect(page.path).toBe(`/sprava/agendy/${slug}?verze=1`);
      const first = await exported(slug);
      expect(first).toBe(documentText(given));
      expect((await paste(first)).text).toContain('Dokument je stejný jako verze 1.');
      expect(await exported(slug)).toBe(first);
    },
  );
});

describe('an archive of all agendas', () => {
  test('brings in what is new or different as drafts, and leaves the rest', async () => {
    const [same, other] = await Promise.all(['zabor-verejneho-prostranstvi', 'stiznost'].map(seedDocument));
    const agendas = [{ ...dog, slug: 'z-archivu' }, { ...other, duration: 'Z archivu' }, same];
    const page = await paste(JSON.stringify({ format: 1, agendas }));
    expect(page.path).toBe('/sprava/agendy');
    expect(page.text).toContain('Jako koncept jsme uložili: 2. Beze změny: 1.');
    expect(await statuses('z-archivu')).toEqual([[1, 'draft']]);
  });

  test.each<[string, unknown[], string[]]>([
    [
      'one bad agenda of many',
      [
        { ...dog, slug: 'dobra' },
        { ...dog, slug: 'spatna', title: '' },
      ],
      ['agendas[1].title', 'agenda'],
    ],
    [
      'one agenda twice',
      [
        { ...dog, slug: 'dobra' },
        { ...dog, slug: 'dobra' },
      ],
      ['agendas[1].slug', 'dvakrát'],
    ],
    [
      'a department the city does not have',
      [
        { ...dog, slug: 'dobra' },
        { ...dog, slug: 'spatna', department: 'vesmirny' },
      ],
      ['agendas[1].department'],
    ],
    ['nothing', [], ['Archiv je prázdný']],
    ['numbers', [1, 2], ['agendas[0]', 'agendas[1]']],
  ])('is refused whole for %s', async (_name, agendas, places) => {
    const before = await everything();
    const page = await paste(JSON.stringify({ format: 1, agendas }));
    expect(page.status).toBe(400);
    for (const place of places) expect(page.$('.problems').text()).toContain(place);
    expect(await everything()).toEqual(before);
  });

  test('is refused whole when one of its agendas waits for its publication', async () => {
    portal.setNow('2026-05-04T08:00:00Z');
    const number = await draftOf(portal.deps, admin, { ...dog, duration: 'Čeká' });
    const later = { kdy: 'pozdeji', 'den-day': '5', 'den-month': '5', 'den-year': '2026', cas: '6:00' };
    await passGate(visitor, gateOf('ohlaseni-psa', number), later);
    const before = await everything();
    const page = await paste(
      JSON.stringify({
        format: 1,
        agendas: [
          { ...dog, slug: 'dobra' },
          { ...dog, duration: 'Jinak' },
        ],
      }),
    );
    expect(page.status).toBe(409);
    expect(page.$('.problems').text()).toContain('čeká na zveřejnění');
    expect(await everything()).toEqual(before);
    await visitor.submit(gateOf('ohlaseni-psa', number), { form: 'main form[action$="/zruseni"]' });
  });
});

test('what was imported is in the audit', async () => {
  await paste({ ...dog, slug: 'do-auditu' });
  const record = await db.auditRecord.findFirstOrThrow({ where: { subject: 'agenda/do-auditu' } });
  expect(record).toMatchObject({ action: 'agendaImported', details: { agenda: 'do-auditu', version: 1 } });
});

describe('a bad document changes nothing and is told where it is bad:', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', '  ', ['Vyberte soubor, nebo vložte text dokumentu.']],
    ['a comma too many', '{\n  "format": 1,\n  "slug": "x",,\n}', ['řádek 3, znak 15']],
    ['cut off in the middle', '{\n"format": 1', ['řádek 2']],
    ['a greeting', 'ahoj', ['Tohle není agenda.']],
    ['a spreadsheet', 'jméno;příjmení\nJana;Nováková', ['Tohle není agenda.']],
    ['a text in quotes', '"ahoj"', ['Tohle není agenda.']],
    ['a list', '[]', ['Tohle není agenda.']],
    ['a key that reaches behind objects', '{"__proto__": {"title": "x"}}', ['__proto__']],
    [
      'such a key deep inside',
      `{"steps": [{"fields": [{"when": {"constructor": 1}}]}]}`,
      ['steps[0].fields[0].when', 'constructor'],
    ],
    [
      'such a key in translations',
      { ...dog, translations: { en: { prototype: 'x' } } },
      ['translations.en', 'prototype'],
    ],
    ['nesting without end', '['.repeat(50_000) + ']'.repeat(50_000), ['Tohle není agenda.']],
    [
      'nesting in a condition',
      changed(['steps', 0, 'fields', 1, 'when'], nested(200)),
      ['steps[0].fields[1].when', 'zanořený'],
    ],
    [
      'a condition of endless parts',
      JSON.stringify(changed(['steps', 0, 'when'], { and: Array.from({ length: 50_000 }, () => true) })),
      ['steps[0].when', 'víc než 400'],
    ],
    [
      'a title of an agenda in an archive that is no text',
      '{"agendas":[{"title":{"toString":1}}]}',
      ['1.\u00a0agenda'],
    ],
    ['a list of endless parts in an archive', { agendas: [Array.from({ length: 200_001 }, () => 1)] }, ['agendas[0]']],
    ['more than 2 MB cut off in the middle', `{"title": "${'x'.repeat(2_000_000)}`, ['řádek 1']],
    [
      'more than 40 steps',
      {
        ...dog,
        steps: Array.from({ length: 41 }, (_, i) => ({
          id: `step${i}`,
          title: `Krok ${i}`,
          fields: [{ type: 'text', id: `field${i}`, label: `Otázka ${i}` }],
        })),
      },
      ['steps'],
    ],
    ['more than 400 questions', manyQuestions(), ['steps', '400']],
    ['an empty object', '{}', ['slug', 'title', 'steps']],
    ['a question without words', changed(['steps', 0, 'fields', 0, 'label'], ''), ['steps[0].fields[0].label']],
    ['a step without words, in words of a clerk', changed(['steps', 1, 'fields', 0, 'label'], 5), ['Krok „']],
    ['a property nobody knows', { ...dog, colour: 'blue' }, ['colour']],
    ['a type nobody knows', changed(['steps', 1, 'fields', 0, 'type'], 'telepathy'), ['steps[1].fields[0].type']],
    [
      'two questions of one id',
      changed(['steps', 0, 'fields', 1, 'id'], 'holderKind'),
      ['steps[0].fields[1].id', 'holderKind'],
    ],
    [
      'a condition on no question',
      changed(['steps', 0, 'fields', 1, 'when'], { '==': [{ var: 'nobody' }, 1] }),
      ['nobody'],
    ],
    [
      'figures that need each other',
      withFigures(['perDog', 'Za psa', 'total'], ['total', 'Celkem', 'perDog']),
      [
        'Krok „Výpočty“, otázka „Za psa“',
        'steps[0].fields[0].value',
        'Výpočty se točí dokola: „Za psa“ → „Celkem“ → „Za psa“.',
      ],
    ],
    ['a department the city does not have', { ...dog, department: 'vesmirny' }, ['department', 'Odbor „vesmirny“']],
    ['a plan through no department', changed(['plan', 0, 'department'], 'vesmirny'), ['plan[0].department']],
    ['a life situation nobody has', { ...dog, lifeSituations: ['zvirata', 'let-na-mars'] }, ['lifeSituations[1]']],
    ['an address that means something else', { ...dog, slug: 'import' }, ['slug']],
    ['a null character', changed(['steps', 0, 'title'], 'Dr\0žitel'), ['steps[0].title']],
    ['half of a character', changed(['plan', 0, 'title'], 'Zapsání \uD83D'), ['plan[0].title']],
    ['markup for a title', { ...dog, slug: 'X"><script>' }, ['slug']],
  ])('%s', async (_name, document, places) => {
    const before = await everything();
    const page = await paste(typeof document === 'string' ? document : (document as Document));
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain('Nic jsme neuložili.');
    for (const place of places) expect(page.$('.problems').text()).toContain(place);
    expect(page.$('.problems li').length).toBeGreaterThan(0);
    expect(await everything()).toEqual(before);
  });

  test('and stays in the form to be mended', async () => {
    const page = await paste('{ "title": "</textarea><b>tučné" ');
    expect(page.$('#dokument').val()).toContain('</textarea><b>tučné');
    expect(page.$('main b').length).toBe(0);
  });

  test('a file bigger than any archive', async () => {
    const content = `{"format": "${'x'.repeat(20_000_000)}"}`;
    const page = await visitor.submit(importPath, { file: { field: 'soubor', content, filename: 'velký.json' } });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Soubor je větší než 20 MB.');
  });

  test('a form without end, which is not read to its end', async () => {
    const before = await everything();
    let request = visitor.agent.post(importPath);
    for (let i = 0; i < 8; i += 1) request = request.field(`dokument${i}`, 'x'.repeat(19_000_000));
    await expect(request).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  test('an agenda of more than 2 MB', async () => {
    const content = JSON.stringify({ ...dog, colour: 'x'.repeat(2_000_000) });
    const page = await visitor.submit(importPath, { file: { field: 'soubor', content, filename: 'velký.json' } });
    expect(page.status).toBe(400);
    expect(page.$('.problems').text()).toContain('víc než 2 MB'.replace(' M', '\u00a0M'));
    expect(page.$('#dokument').val()).toBe('');
  });

  test('a file that is no text', async () => {
    const content = Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x00]);
    const page = await visitor.submit(importPath, { file: { field: 'soubor', content, filename: 'agenda.zip' } });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Soubor není text');
  });
});

test('a form that is not the portal’s imports nothing', async () => {
  const before = await everything();
  const document = JSON.stringify({ ...dog, slug: 'podvrzena' });
  expect((await visitor.agent.post(importPath).field('dokument', document)).status).toBe(403);
  expect((await visitor.agent.post(importPath).type('form').send({ dokument: document })).status).toBe(403);
  expect((await visitor.agent.post(importPath).set('Content-Type', 'multipart/form-data').send('x')).status).toBe(400);
  expect(await everything()).toEqual(before);
});

test('two administrators who import a new agenda at once make one draft of it, and the others are asked', async () => {
  const form = await visitor.get(importPath);
  const documents = ['První', 'Druhá', 'Třetí'].map(title => JSON.stringify({ ...dog, slug: 'zaroven', title }));
  const pages = await Promise.all(documents.map(dokument => sendForm(visitor, form, { dokument })));
  expect(pages.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(await statuses('zaroven')).toEqual([[1, 'draft']]);
});

function paste(document: Document | string): Promise<Page> {
  return pasteBy(visitor, document);
}

/** The dog agenda with one value changed, deep inside. */
function changed(path: (string | number)[], value: unknown): Document {
  const copy = structuredClone(dog);
  const inner = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(at as object, key), copy);
  Reflect.set(inner as object, path.at(-1) ?? '', value);
  return copy;
}

/** The dog agenda after a step of figures: id, label and the id of what each is worked out of. */
function withFigures(...figures: [string, string, string][]): Document {
  const fields = figures.map(([id, label, needed]) => ({
    type: 'computed',
    id,
    label,
    value: { '*': [{ var: needed }, 2] },
  }));
  return { ...dog, steps: [{ id: 'figures', title: 'Výpočty', fields }, ...(dog['steps'] as object[])] };
}

function nested(depth: number): unknown {
  let logic: unknown = true;
  for (let i = 0; i < depth; i += 1) logic = { '!': [logic] };
  return logic;
}

function manyQuestions(): Document {
  const step = (s: number) => ({
    id: `step${s}`,
    title: `Krok ${s}`,
    fields: Array.from({ length: 41 }, (_, f) => ({ type: 'text', id: `field${s}x${f}`, label: `Otázka ${s} ${f}` })),
  });
  return { ...dog, steps: Array.from({ length: 10 }, (_, s) => step(s)) };
}

async function exported(slug: string): Promise<string> {
  return (await visitor.agent.get(`/sprava/agendy/${slug}/verze/1/dokument.json`)).text;
}

async function statuses(slug: string): Promise<[number, string][]> {
  const rows = await db.agendaVersion.findMany({ where: { agenda: { slug } }, orderBy: { number: 'asc' } });
  return rows.map(({ number, status }) => [number, status]);
}

async function everything() {
  return db.agenda.findMany({ include: { versions: { orderBy: { number: 'asc' } } }, orderBy: { slug: 'asc' } });
}
