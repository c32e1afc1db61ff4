import { expect, test } from 'vitest';
import { impactOf } from '../../../src/admin/agendas/impact.ts';
import { definitionSchema, type Definition } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createDraft, createOfficer, exampleEntries } from '../../support/factories.ts';
import { draftOf, gateOf, seedDocument } from './admins.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const slug = 'ohlaseni-psa';
const document = await seedDocument(slug);

test('who would lose an answer and who would lack one is counted over open drafts, question by question', async () => {
  const owner = await createCitizen(deps);
  await createDraft(deps, { owner });
  await createDraft(deps);
  await createDraft(deps, { entries: {} });
  await createCase(deps);
  const trial = await createDraft(deps);
  await db.draft.update({ where: { id: trial.id }, data: { trial: true } });

  const { definition, droppedLabel } = changed();
  const impact = await impactOf(deps, { slug, definition });
  expect(impact).toMatchObject({ drafts: 3, cases: 1, tried: 3, touched: 2 });
  expect(impact.dropped).toEqual([{ label: droppedLabel, count: 2 }]);
  expect(impact.newlyMissing).toEqual([{ label: 'Barva psa', count: 2 }]);
});

test('a version that says the same touches nobody', async () => {
  const impact = await impactOf(deps, { slug, definition: definitionSchema.parse(document) });
  expect(impact).toMatchObject({ touched: 0, dropped: [], newlyMissing: [] });
});

test('the page before publication shows counts, and nothing anybody wrote', async () => {
  const admin = await createOfficer(deps, { department: 'informatiky', roles: ['admin'] });
  const visitor = await portal.visitor(admin);
  const { definition, droppedLabel } = changed();
  const number = await draftOf(deps, admin, { ...document, ...definition });
  const page = await visitor.get(gateOf(slug, number));
  expect(page.text).toContain(droppedLabel);
  expect(page.text).toContain('Barva psa');
  for (const [, entry] of Object.entries(await exampleEntries(slug))) {
    if (typeof entry === 'string' && entry.length > 6) expect(page.text).not.toContain(entry);
  }
});

/** Without a question that everybody has answered, and with one that nobody could. */
function changed(): { definition: Definition; droppedLabel: string } {
  const definition = definitionSchema.parse(structuredClone(document));
  const step = definition.steps.find(({ fields }) => fields.some(({ id }) => id === 'dogName'));
  const field = step?.fields.find(({ id }) => id === 'dogName');
  if (!step || !field) throw new Error('the dog has a name');
  step.fields = step.fields.map(one =>
    one === field ? { type: 'text', id: 'dogColour', label: 'Barva psa', required: true, maxLength: 100 } : one,
  );
  definition.subjectFields = definition.subjectFields.filter(id => id !== 'dogName');
  return { definition, droppedLabel: field.label };
}
