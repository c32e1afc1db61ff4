import { describe, expect, test } from 'vitest';
import { impactOf } from '../../../src/admin/agendas/impact.ts';
import { definitionSchema, type Definition } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import {
  attachPdf,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  exampleEntries,
} from '../../support/factories.ts';
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

describe('attachments and questions answered by a file', () => {
  const filesSlug = 'zabor-verejneho-prostranstvi';
  const changing = async (change: (definition: Definition) => void): Promise<Definition> => {
    const definition = definitionSchema.parse(await seedDocument(filesSlug));
    change(definition);
    return definition;
  };
  const upload = { formats: ['pdf' as const], maxMegabytes: 5, maxFiles: 1 };

  test('that are new and required are counted as missing, also when nothing else changes', async () => {
    await createDraft(deps, { agenda: filesSlug });
    const definition = await changing(({ attachments, steps }) => {
      attachments.push({ id: 'novaPriloha', label: 'Nová příloha', required: true, ...upload });
      steps[0]?.fields.push({ type: 'file', id: 'novaFotka', label: 'Nová fotka', required: true, ...upload });
    });
    expect(await impactOf(deps, { slug: filesSlug, definition })).toMatchObject({
      touched: 1,
      dropped: [],
      newlyMissing: [
        { label: 'Nová fotka', count: 1 },
        { label: 'Nová příloha', count: 1 },
      ],
    });
  });

  test('that are gone are counted where somebody has attached a file, each draft once', async () => {
    const { id: draftId, definition: before } = await createDraft(deps, { agenda: filesSlug });
    const [slot] = before.attachments;
    if (!slot) throw new Error(`${filesSlug} has lost its attachments`);
    await attachPdf(deps, { draftId, slot: slot.id });
    await attachPdf(deps, { draftId, slot: slot.id, name: 'druhý.pdf' });
    const definition = await changing(changed => (changed.attachments = []));
    expect(await impactOf(deps, { slug: filesSlug, definition })).toMatchObject({
      touched: 1,
      dropped: [{ label: slot.label, count: 1 }],
      newlyMissing: [],
    });
  });
});

test('the page before publication shows in its part on people both lists with counts, and nothing anybody wrote', async () => {
  const admin = await createOfficer(deps, {
    department: 'informatiky',
    roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  });
  const visitor = await portal.visitor(admin);
  const { definition, droppedLabel } = changed();
  definition.attachments.push({
    id: 'ockovani',
    label: 'Očkovací průkaz',
    required: true,
    formats: ['pdf'],
    maxMegabytes: 5,
    maxFiles: 1,
  });
  const number = await draftOf(deps, admin, { ...document, ...definition });
  const page = await visitor.get(gateOf(slug, number));
  const impact = page.$('section[aria-labelledby=dopad]');
  const listed = impact
    .find('h3')
    .get()
    .map(heading => {
      const items = page.$(heading).next('ul').find('li').get();
      return [page.$(heading).text(), ...items.map(item => page.$(item).text())].map(words =>
        words.replaceAll('\u00a0', ' '),
      );
    });
  expect(listed).toEqual([
    ['Odpovědi a přílohy, které zmizí', `${droppedLabel} – 2 rozepsaná podání`],
    ['Co bude nově chybět', 'Barva psa – 2 rozepsaná podání', 'Očkovací průkaz – 2 rozepsaná podání'],
  ]);
  expect(impact.text().replaceAll('\u00a0', ' ')).toContain(
    'Zkusili jsme to na rozepsaných podáních (3). Dotkne se to 2 z nich.',
  );
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
