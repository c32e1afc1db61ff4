import { describe, expect, test } from 'vitest';
import { placePath } from '../../../src/admin/agendas/paths.ts';
import { definitionSchema, sketchSchema } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer } from '../../support/factories.ts';
import { draftOf, seedDocument } from './admins.ts';

const portal = await startPortal();
const admin = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);
const document = await seedDocument('dotace-z-fondu-mesta');
const definition = definitionSchema.parse(document);
await draftOf(portal.deps, admin, { ...document, duration: 'Jinak dlouho' });

describe('what the gate finds leads to where it is mended:', () => {
  const group = definition.steps.flatMap((step, s) =>
    step.fields.map((field, f) => ({ field, path: `steps[${s}].fields[${f}]` })),
  );
  const rows = group.find(({ field }) => field.type === 'group')?.path ?? '';
  const properties = Object.keys(sketchSchema.shape).filter(key => key !== 'format' && key !== 'slug');
  test.each([
    ...properties,
    'plan[0].department',
    'translations.en.title',
    'steps[0]',
    'steps[0].why',
    'steps[0].fields[0].label',
    `${rows}.fields[0].label`,
    'steps[99].fields[0]',
    '',
  ])('"%s"', async path => {
    const href = placePath('dotace-z-fondu-mesta', definition, path);
    const page = await visitor.get(href);
    expect([page.status, page.path]).toEqual([200, href]);
  });

  test('a question of a row is found by itself', () => {
    expect(placePath('x', definition, `${rows}.fields[0].label`)).toMatch(/\/navrh\/otazky\/\w+$/);
    expect(placePath('x', definition, `${rows}.fields[0].label`)).not.toBe(placePath('x', definition, rows));
  });

  test('everything beside the questions has a page of its own', () => {
    const beside = properties.filter(key => key !== 'steps');
    for (const key of beside) expect(placePath('x', definition, key)).not.toBe(placePath('x', definition, ''));
  });
});
