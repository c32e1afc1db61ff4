import { describe, expect, test } from 'vitest';
import { findSketch, saveSketch } from '../../../src/admin/agendas/sketch.ts';
import { documentSize, documentText } from '../../../src/core/form/canonical-document.ts';
import { type Definition, sketchSchema } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';
import { draftOf, seedDocument } from './admins.ts';

const portal = await startPortal();
const { db, deps } = portal;
const admin = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);

const slug = 'ohlaseni-psa';
const dog = await seedDocument(slug);
const most = 2_000_000;
const refusal = 'Dokument má víc než 2\u00a0MB. Zkraťte texty, nebo agendu rozdělte na dvě.';

describe('an agenda as large as may be', () => {
  const largest = agendaOf(most);

  test('is saved, and its export imports and is exported as the same again', async () => {
    await draftOf(deps, admin, { ...dog, duration: 'Chvíli' });
    expect(await save(largest)).toMatchObject({ ok: true });
    const file = await exported();
    expect(Buffer.byteLength(file)).toBe(most);

    await db.agendaVersion.deleteMany({ where: { status: 'draft' } });
    const page = await importFile(file);
    expect(page.text).toContain('Dokument jsme uložili jako koncept verze 2.');
    expect(await exported()).toBe(file);
  });

  test('is imported however many spaces it was written with', async () => {
    const file = JSON.stringify(largest, null, 9);
    expect(Buffer.byteLength(file)).toBeGreaterThan(most);
    expect((await importFile(file)).text).toContain('Dokument je stejný jako verze 2.');
  });
});

describe('an agenda one byte larger is refused, and nothing changes:', () => {
  const larger = agendaOf(most + 1);

  test('to save', async () => {
    const before = await findSketch(db, slug);
    expect(await save(larger)).toEqual({ ok: false, reason: 'unsafe', message: refusal });
    expect(await findSketch(db, slug)).toEqual(before);
  });

  test.each([
    ['as it would be exported', documentText(larger)],
    ['with no space in it', JSON.stringify(larger)],
    ['in an archive', JSON.stringify({ format: 1, agendas: [larger] })],
  ])('to import %s', async (_how, file) => {
    const before = await findSketch(db, slug);
    const page = await importFile(file);
    expect(page.status).toBe(400);
    expect(page.$('.problems').text()).toContain(refusal);
    expect(await findSketch(db, slug)).toEqual(before);
  });

  test('to begin as a copy whose longer name does not fit in', async () => {
    await db.agendaVersion.deleteMany({ where: { status: 'draft' } });
    await draftOf(deps, admin, { ...agendaOf(most), slug: 'nejvetsi' });
    const fields = { title: 'x'.repeat(200), slug: 'jeste-vetsi', basis: 'kopie', source: 'nejvetsi' };
    const page = await visitor.submit('/sprava/agendy/nova', { fields });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary a[href="#source"]').text()).toBe(refusal);
    expect(await db.agenda.count({ where: { slug: 'jeste-vetsi' } })).toBe(0);
  });
});

/** The dog agenda grown to so many bytes, by questions with long options in letters of two bytes and by letters. */
function agendaOf(bytes: number): Definition {
  const options = Array.from({ length: 60 }, (_, index) => ({
    value: `v${index}`,
    label: 'č'.repeat(300),
    hint: 'ř'.repeat(300),
  }));
  const fields = Array.from({ length: 25 }, (_, index) => ({
    type: 'oneOf',
    id: `many${index}`,
    label: `Otázka ${index}`,
    options,
  }));
  const grown = sketchSchema.parse({
    ...dog,
    steps: [...(dog['steps'] as object[]), { id: 'many', title: 'Mnoho', fields }],
    letters: Array.from({ length: 20 }, (_, index) => ({ id: `letter${index}`, title: 'Výzva', text: 'x' })),
  });
  let missing = bytes - documentSize(grown);
  for (const letter of grown.letters) {
    const added = Math.min(missing, 3999);
    letter.text += 'x'.repeat(added);
    missing -= added;
  }
  if (missing !== 0) throw new Error(`${missing} bytes are missing`);
  return grown;
}

async function save(definition: Definition) {
  const sketch = await findSketch(db, slug);
  return saveSketch(deps, { slug, revision: sketch?.revision ?? 0, definition, actor: admin.actor, now: deps.now() });
}

async function exported(): Promise<string> {
  return (await visitor.agent.get(`/sprava/agendy/${slug}/verze/2/dokument.json`)).text;
}

async function importFile(content: string): Promise<Page> {
  return visitor.submit('/sprava/agendy/import', { file: { field: 'soubor', content, filename: 'agenda.json' } });
}
