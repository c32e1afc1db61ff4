import { beforeEach, describe, expect, test } from 'vitest';
import { findSketch, saveSketch } from '../../../src/admin/agendas/sketch.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';
import { type Document, draftOf, gateOf, passGate, seedDocument } from './admins.ts';
import { importPath, paste, sendForm } from './import-form.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const account = (name: string) =>
  createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'], name });
const admin = await account('Marie Dvořáková');
const colleague = await account('Petr Druhý');
const visitor = await portal.visitor(admin);

const dog = await seedDocument('ohlaseni-psa');
let first: Document;
let second: Document;
let counter = 0;

/** Two agendas that are being written. */
beforeEach(async () => {
  counter += 1;
  first = { ...dog, slug: `prvni-${counter}`, title: `První agenda ${counter}` };
  second = { ...dog, slug: `druha-${counter}`, title: `Druhá agenda ${counter}` };
  await draftOf(deps, admin, first);
  await draftOf(deps, admin, second);
});

const changed = (document: Document): Document => ({ ...document, duration: 'Z dokumentu' });
const archiveOf = (...agendas: Document[]): string => JSON.stringify({ format: 1, agendas });

describe('a document that differs from the sketch of its agenda', () => {
  test('changes nothing; the page names the sketch, when it was saved and by whom', async () => {
    await writeOn(first);
    const before = await everything();
    const page = await paste(visitor, changed(first));
    expect(page.status).toBe(409);
    expect(page.$('h1').text()).toBe('Nahradit rozepsaný koncept?');
    expect(page.text).toContain('Zatím jsme nic neuložili.');
    expect(page.$('.choice__label').text()).toBe(first.title);
    expect(page.$('.choice__hint').text().replaceAll('\u00a0', ' ')).toBe(
      'Verze 1, naposledy uložená 4. května 2026 v 10:00: Petr Druhý',
    );
    expect(await everything()).toEqual(before);
  });

  test('leaves it as it is unless somebody chooses otherwise', async () => {
    const before = await everything();
    const asked = await paste(visitor, changed(first));
    expect(asked.$('input[type=checkbox][checked]').length).toBe(0);
    const page = await sendForm(visitor, asked);
    expect(page.path).toBe(`/sprava/agendy/${first.slug}?verze=1`);
    expect(page.text).toContain('Koncept verze 1 jsme nechali, jak je. Dokument jsme neuložili.');
    expect(await everything()).toEqual(before);
  });

  test('replaces it when that is chosen; the one before stays among the versions', async () => {
    const asked = await paste(visitor, changed(first));
    const page = await sendForm(visitor, asked, { nahradit: values(asked) });
    expect(page.path).toBe(`/sprava/agendy/${first.slug}?verze=2`);
    expect(page.text).toContain('Dokument jsme uložili jako koncept verze 2. Původní koncept najdete mezi verzemi.');
    expect(await versionsOf(first)).toMatchObject([
      { number: 1, status: 'withdrawn', publishedAt: null, definition: first },
      { number: 2, status: 'draft', definition: changed(first) },
    ]);
    const old = await visitor.get(`/sprava/agendy/${first.slug}?verze=1`);
    expect(old.$('.desk__state').text()).toContain('Odložený koncept');
    const records = await db.auditRecord.findMany({
      where: { subject: `agenda/${first.slug}` },
      orderBy: { id: 'asc' },
    });
    expect(records.map(({ action }) => action)).toEqual(['agendaImported', 'sketchDiscarded', 'agendaImported']);
  });

  test('is asked about again when the sketch has changed since, and is not lost on the way', async () => {
    const asked = await paste(visitor, changed(first));
    await writeOn(first);
    const before = await everything();
    const again = await sendForm(visitor, asked, { nahradit: values(asked) });
    expect(again.status).toBe(409);
    expect(again.$('.govuk-error-summary').text()).toContain('mezitím někdo změnil');
    expect(again.$('input[type=checkbox][checked]').length).toBe(0);
    expect(await everything()).toEqual(before);
    await sendForm(visitor, again, { nahradit: values(again) });
    expect(await findSketch(db, first.slug)).toMatchObject({ number: 2, definition: { duration: 'Z dokumentu' } });
  });

  test('tells whoever has the replaced sketch open in the designer', async () => {
    const open = await visitor.get(`/sprava/agendy/${first.slug}/navrh/kroky/holder`);
    const asked = await paste(visitor, changed(first));
    await sendForm(visitor, asked, { nahradit: values(asked) });
    const saved = await visitor.submit(open, { form: 'form[data-autosave]', fields: { title: 'Moje' } });
    expect(saved.status).toBe(409);
    expect((await findSketch(db, first.slug))?.definition.steps[0]?.title).not.toBe('Moje');
  });

  test('comes through the page also when it was sent as a file', async () => {
    const content = `\uFEFF${JSON.stringify(changed(first), null, 2)}`;
    const asked = await visitor.submit(importPath, { file: { field: 'soubor', content, filename: 'agenda.json' } });
    await sendForm(visitor, asked, { nahradit: values(asked) });
    expect((await versionsOf(first)).at(-1)).toMatchObject({ status: 'draft', definition: changed(first) });
  });

  test('is not kept for an answer that says nothing we asked', async () => {
    const asked = await paste(visitor, changed(first));
    const before = await everything();
    for (const nahradit of ['vse', `${first.slug}:1`, [first.slug, `${second.slug}:1:0`], `${first.slug}:1:0:0`]) {
      expect((await sendForm(visitor, asked, { nahradit })).text).toContain('jsme nechali, jak je');
    }
    expect(await everything()).toEqual(before);
  });
});

describe('an archive with documents that differ from sketches', () => {
  const fresh = (): Document => ({ ...dog, slug: `nova-${counter}` });

  test('changes nothing at first, names them all, and says what else it would bring', async () => {
    const before = await everything();
    const page = await paste(visitor, archiveOf(changed(first), changed(second), fresh()));
    expect(page.status).toBe(409);
    expect(page.$('h1').text()).toBe('Nahradit rozepsané koncepty?');
    expect(titles(page)).toEqual([second.title, first.title]);
    expect(page.text).toContain('Jednu další agendu uložíme jako koncept.');
    expect(await everything()).toEqual(before);
  });

  test('asks only about those that differ', async () => {
    const page = await paste(visitor, archiveOf(first, changed(second)));
    expect(titles(page)).toEqual([second.title]);
  });

  test('brings the rest and leaves the sketches nobody chose', async () => {
    const asked = await paste(visitor, archiveOf(changed(first), changed(second), fresh(), dog));
    const page = await sendForm(visitor, asked, { nahradit: values(asked).filter(value => value.includes('druha')) });
    expect(page.path).toBe('/sprava/agendy');
    expect(page.text).toContain(
      'Počet agend v archivu: 4. Jako koncept jsme uložili: 2. Z toho místo původního konceptu: 1. ' +
        'Rozepsaný koncept jsme nechali: 1. Beze změny: 1.',
    );
    expect(await versionsOf(first)).toMatchObject([{ status: 'draft', definition: first }]);
    expect(await versionsOf(second)).toMatchObject([
      { status: 'withdrawn', definition: second },
      { status: 'draft', definition: changed(second) },
    ]);
    expect(await versionsOf(fresh())).toMatchObject([{ status: 'draft', definition: fresh() }]);
  });

  test('keeps what was chosen, when it has to ask about another once more', async () => {
    const asked = await paste(visitor, archiveOf(changed(first), changed(second)));
    await writeOn(first);
    const again = await sendForm(visitor, asked, { nahradit: values(asked) });
    expect(again.status).toBe(409);
    expect(again.$('input[type=checkbox][checked]').val()).toContain(second.slug);
    expect(again.$('input[type=checkbox][checked]').length).toBe(1);
  });

  test('is refused whole when another of its agendas waits for its publication', async () => {
    const number = await draftOf(deps, admin, fresh());
    const later = { kdy: 'pozdeji', 'den-day': '5', 'den-month': '5', 'den-year': '2026', cas: '6:00' };
    await passGate(visitor, gateOf(fresh().slug, number), later);
    const before = await everything();
    const page = await paste(visitor, archiveOf(changed(first), changed(fresh())));
    expect(page.status).toBe(409);
    expect(page.$('.problems').text()).toContain('čeká na zveřejnění');
    expect(await everything()).toEqual(before);
  });
});

test('a bad archive leaves the sketches of its good agendas alone, whatever is chosen', async () => {
  const asked = await paste(visitor, archiveOf(changed(first), changed(second)));
  const before = await everything();
  const dokument = archiveOf(changed(first), { ...second, title: '' });
  const page = await sendForm(visitor, asked, { nahradit: values(asked), dokument });
  expect(page.status).toBe(400);
  expect(page.$('.problems').text()).toContain('agendas[1].title');
  expect(await everything()).toEqual(before);
});

function values({ $ }: Page): string[] {
  return $('input[name=nahradit]')
    .get()
    .map(input => String($(input).val()));
}

function titles({ $ }: Page): string[] {
  return $('.choice__label')
    .get()
    .map(label => $(label).text());
}

/** A colleague writes on the sketch in the designer. */
async function writeOn({ slug }: Document): Promise<void> {
  const sketch = await findSketch(db, slug);
  if (!sketch) throw new Error('there is a sketch');
  const definition = { ...sketch.definition, duration: 'Od kolegy' };
  await saveSketch(deps, { slug, revision: sketch.revision, definition, actor: colleague.actor, now: deps.now() });
}

async function versionsOf({ slug }: Document) {
  return db.agendaVersion.findMany({ where: { agenda: { slug } }, orderBy: { number: 'asc' } });
}

async function everything() {
  return db.agenda.findMany({ include: { versions: { orderBy: { number: 'asc' } } }, orderBy: { slug: 'asc' } });
}
