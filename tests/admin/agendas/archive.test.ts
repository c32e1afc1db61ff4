import { beforeEach, describe, expect, test } from 'vitest';
import { findSketch } from '../../../src/admin/agendas/sketch.ts';
import { documentText } from '../../../src/core/form/canonical-document.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer, createSketch } from '../../support/factories.ts';
import { type Document, draftOf, gateOf, passGate, seedDocument } from './admins.ts';
import { paste } from './import-form.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const admin = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);

const dog = await seedDocument('ohlaseni-psa');
const dotace = await seedDocument('dotace-z-fondu-mesta');
const later = { kdy: 'pozdeji', 'den-day': '5', 'den-month': '5', 'den-year': '2026', cas: '6:00' };
const withdraw = { form: 'main form[action$="/stazeni"]', fields: { zprava: 'Už to neděláme.' } };
const discard = { form: 'main form[action$="/zahozeni"]' };
/** As somebody left it in the middle of writing. */
const gaps = { title: '', department: '', lifeSituations: [], steps: [] };

let counter = 0;
let slug: string;

beforeEach(() => {
  counter += 1;
  slug = `archivovana-${counter}`;
});

describe('the archive holds', () => {
  test('what is offered, whatever is being written', async () => {
    await offered();
    await draftOf(deps, admin, { ...dog, slug, duration: 'Rozepsaná' });
    expect(await archived()).toEqual({ document: { ...dog, slug }, isSketch: false });
  });

  test('the sketch of what was never published, with its gaps', async () => {
    ({ slug } = await createSketch(deps, definition => ({ ...definition, ...gaps })));
    expect(await archived()).toMatchObject({ document: { slug, ...gaps }, isSketch: true });
  });

  test('what waits for its publication for the first time', async () => {
    await draftOf(deps, admin, { ...dog, slug });
    await passGate(visitor, gateOf(slug, 1), later);
    expect(await archived()).toEqual({ document: { ...dog, slug }, isSketch: true });
  });

  test('of what was withdrawn what was offered last, and not what was put aside since', async () => {
    await offered();
    await visitor.submit(`/sprava/agendy/${slug}?verze=1`, withdraw);
    const number = await draftOf(deps, admin, { ...dog, slug, duration: 'Zahozená' });
    await visitor.submit(`/sprava/agendy/${slug}?verze=${number}`, discard);
    expect(await archived()).toEqual({ document: { ...dog, slug }, isSketch: false });
  });

  test('every agenda once', async () => {
    const { agendas } = await archive();
    const slugs = await db.agenda.findMany({ select: { slug: true } });
    expect(agendas.map(agenda => agenda.slug).sort()).toEqual(slugs.map(agenda => agenda.slug).sort());
  });

  test('and the page says which version of each', async () => {
    const { text } = await visitor.get('/sprava/agendy');
    expect(text).toContain('z každé je v něm zveřejněná verze, jinak koncept, jinak poslední verze, která se nabízela');
  });
});

test('the archive brought back changes nothing, though agendas are written, wait, have ended or have gaps', async () => {
  await offered();
  await draftOf(deps, admin, { ...dog, slug, duration: 'Rozepsaná' });
  await createSketch(deps, definition => ({ ...definition, ...gaps }));
  await draftOf(deps, admin, { ...dog, slug: `${slug}-ceka` });
  await passGate(visitor, gateOf(`${slug}-ceka`, 1), later);
  await offered(`${slug}-skoncila`);
  await visitor.submit(`/sprava/agendy/${slug}-skoncila?verze=1`, withdraw);

  const before = await everything();
  const { text, agendas } = await archive();
  const page = await paste(visitor, text);
  expect(page.path).toBe('/sprava/agendy');
  expect(page.text).toContain(`Všechny agendy z archivu (${agendas.length}) už v portálu jsou a shodují se.`);
  expect(page.text).toContain('Nic jsme nezměnili.');
  expect(await everything()).toEqual(before);
});

describe('a document equal to a version changes nothing and names it, when the version', () => {
  const same = async (number: number): Promise<void> => {
    const { text } = await visitor.agent.get(`/sprava/agendy/${slug}/verze/${number}/dokument.json`);
    const before = await everything();
    const page = await paste(visitor, text);
    expect(page.path).toBe(`/sprava/agendy/${slug}?verze=${number}`);
    expect(page.text).toContain(`Dokument je stejný jako verze ${number}. Nic jsme nezměnili.`);
    expect(await everything()).toEqual(before);
  };

  test('is offered, and another is being written', async () => {
    await offered();
    await draftOf(deps, admin, { ...dog, slug, duration: 'Rozepsaná' });
    await same(1);
  });

  test('is offered, and another waits for its time', async () => {
    await offered();
    await passGate(visitor, gateOf(slug, await draftOf(deps, admin, { ...dog, slug, duration: 'Čeká' })), later);
    await same(1);
    await same(2);
  });

  test('is being written and has gaps that no other document may have', async () => {
    ({ slug } = await createSketch(deps, definition => ({ ...definition, ...gaps })));
    await same(1);
  });

  test('was superseded', async () => {
    await offered();
    await passGate(visitor, gateOf(slug, await draftOf(deps, admin, { ...dog, slug, duration: 'Druhá' })));
    await same(1);
  });

  test('was withdrawn', async () => {
    await offered();
    await visitor.submit(`/sprava/agendy/${slug}?verze=1`, withdraw);
    await same(1);
  });

  test('was discarded', async () => {
    const number = await draftOf(deps, admin, { ...dog, slug });
    await visitor.submit(`/sprava/agendy/${slug}?verze=${number}`, discard);
    await same(1);
  });
});

describe('an archive brought to another portal', () => {
  test('begins a sketch of every agenda, those with gaps too, and its archive is the same', async () => {
    const sketch = { ...dotace, ...gaps, slug: `${slug}-koncept` };
    const given = { format: 1, sketches: [sketch.slug], agendas: [sketch, { ...dog, slug }] };
    const page = await paste(visitor, JSON.stringify(given));
    expect(page.text).toContain('Jako koncept jsme uložili: 2.');
    for (const document of given.agendas) {
      const exported = await visitor.agent.get(`/sprava/agendy/${document.slug}/verze/1/dokument.json`);
      expect(exported.text).toBe(documentText(document));
      expect((await archive()).agendas).toContainEqual(document);
    }
    expect((await archive()).sketches).toEqual(expect.arrayContaining([slug, sketch.slug]));
    expect((await visitor.get(`/sprava/agendy/${sketch.slug}/navrh`)).status).toBe(200);
    expect((await visitor.get(gateOf(sketch.slug, 1))).status).toBe(200);
  });

  test.each<[string, object, string]>([
    ['gaps in what the archive does not call a sketch', { sketches: [] }, 'agendas[0].steps'],
    ['gaps where sketches are no list', { sketches: 'všechno' }, 'agendas[0].steps'],
    [
      'a sketch of another shape',
      { agendas: [{ ...dog, ...gaps, slug: 'spatna', steps: 'žádné' }] },
      'agendas[0].steps',
    ],
    ['a property nobody knows', { agendas: [{ ...dog, ...gaps, slug: 'spatna', colour: 1 }] }, 'colour'],
    ['a sketch for a department the city does not have', { agendas: [elsewhere()] }, 'agendas[0].department'],
    ['a sketch without an address', { agendas: [{ ...dog, ...gaps, slug: '' }], sketches: [''] }, 'agendas[0].slug'],
  ])('is refused whole for %s', async (_name, change, place) => {
    const sketch = { ...dog, ...gaps, slug: 'spatna' };
    const before = await everything();
    const page = await paste(
      visitor,
      JSON.stringify({ format: 1, sketches: ['spatna'], agendas: [sketch], ...change }),
    );
    expect(page.status).toBe(400);
    expect(page.$('.problems').text()).toContain(place);
    expect(await everything()).toEqual(before);
  });
});

function elsewhere(): Document {
  return { ...dog, slug: 'spatna', department: 'vesmirny' };
}

async function offered(of = slug): Promise<void> {
  await passGate(visitor, gateOf(of, await draftOf(deps, admin, { ...dog, slug: of })));
  expect(await findSketch(db, of)).toBeNull();
}

async function archive(): Promise<{ text: string; agendas: Document[]; sketches: string[] }> {
  const { text } = await visitor.agent.get('/sprava/agendy/archiv.json');
  return { text, ...(JSON.parse(text) as { agendas: Document[]; sketches: string[] }) };
}

/** What the archive says of the agenda. */
async function archived(): Promise<{ document: Document | undefined; isSketch: boolean }> {
  const { agendas, sketches } = await archive();
  const [document, ...others] = agendas.filter(agenda => agenda.slug === slug);
  expect(others).toEqual([]);
  return { document, isSketch: sketches.includes(slug) };
}

async function everything() {
  return db.agenda.findMany({ include: { versions: { orderBy: { number: 'asc' } } }, orderBy: { slug: 'asc' } });
}
