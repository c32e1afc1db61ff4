import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { From } from '../../../src/admin/designer/askable.ts';
import { conditionForm, logicOf } from '../../../src/admin/designer/condition-form.ts';
import { conditionView } from '../../../src/admin/designer/condition-view.ts';
import { formulaForm } from '../../../src/admin/designer/formula-form.ts';
import { formulaOf } from '../../../src/admin/designer/formula-of.ts';
import { formulaView } from '../../../src/admin/designer/formula-view.ts';
import { typedCondition } from '../../../src/admin/designer/typed-condition.ts';
import { typedFormula } from '../../../src/admin/designer/typed-formula.ts';
import { definitionSchema, type Definition, type Logic } from '../../../src/core/form/definition.ts';
import { formulasOf, type Formula } from '../../../src/core/form/formulas.ts';
import { placesOf } from '../../../src/core/form/places.ts';
import { heldIn } from '../../support/form-fields.ts';
import { views } from '../../web/gallery.ts';

const agendas = readdirSync('prisma/seed/agendas').map(file =>
  definitionSchema.parse(JSON.parse(readFileSync(`prisma/seed/agendas/${file}`, 'utf8'))),
);

describe.each(agendas.map(agenda => [agenda.slug, agenda] as const))('the agenda %s', (_slug, agenda) => {
  test('shows no condition and no formula as JSON Logic alone', () => {
    const shapes = formulasOf(agenda).map(({ gives, logic, path }) => {
      const form = gives === 'number' ? formulaForm(agenda, logic) : conditionForm(agenda, 'podminka', logic);
      return `${path}: ${form.shape}`;
    });
    expect(shapes.filter(shape => !shape.endsWith(': rows'))).toEqual([]);
  });

  test('has the same conditions and formulas when their boxes are sent as they came', () => {
    const sent = formulasOf(agenda).map(formula => ({ path: formula.path, logic: sentBack(agenda, formula) }));
    expect(sent).toEqual(formulasOf(agenda).map(({ path, logic }) => ({ path, logic })));
  });
});

/** The logic of the boxes that the page shows; nothing is known of what stood there before. */
function sentBack(agenda: Definition, { logic, gives, path }: Formula): Logic | undefined {
  const from = fromOf(agenda, path);
  if (gives === 'number') {
    const formula = formulaView(agenda, formulaForm(agenda, logic), from);
    const read = formulaOf(agenda, typedFormula(agenda, boxesOf('formula', { form: { formula } }), from), {});
    return read.ok ? read.logic : undefined;
  }
  const condition = conditionView(agenda, conditionForm(agenda, 'podminka', logic), from);
  const read = logicOf(agenda, typedCondition(agenda, 'podminka', boxesOf('condition', { condition })), undefined);
  return read.ok ? read.logic : undefined;
}

function boxesOf(template: string, view: object): Record<string, string[]> {
  const html = views.render(`admin/designer/${template}.njk`, { ...view, ask: 'Kdy?', error: {} });
  const fields = heldIn(load(`<form>${html}</form>`), 'form');
  return Object.fromEntries(
    Map.groupBy(fields, ([name]) => name)
      .entries()
      .map(([name, values]) => [name, values.map(([, value]) => value)]),
  );
}

/** From where the page of a place looks: a step, a question, or everywhere. */
function fromOf(agenda: Definition, path: string): From {
  const place = placesOf(agenda).findLast(candidate => path.startsWith(`${candidate.path}.`));
  if (place) return { field: place.field.id };
  const step = agenda.steps.find((_step, index) => path.startsWith(`steps[${index}].`));
  return step ? { step: step.id } : 'everywhere';
}
