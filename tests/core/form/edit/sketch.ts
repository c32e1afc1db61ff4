import { sketchSchema, type Definition, type DefinitionInput } from '../../../../src/core/form/definition.ts';
import type { Edited } from '../../../../src/core/form/edit/edited.ts';
import { aDefinition } from '../definitions.ts';

/** An agenda in which much refers to much: conditions, computed values, a rule, a fee, attachments, what to bring. */
export function aSketch(rest: Partial<DefinitionInput> = {}): Definition {
  const isDog = { '==': [{ var: 'animal' }, 'dog'] };
  return sketchSchema.parse(
    aDefinition(
      [
        {
          id: 'what',
          title: 'Zvíře',
          fields: [
            {
              type: 'oneOf',
              id: 'animal',
              label: 'Jaké zvíře?',
              options: [
                { value: 'dog', label: 'Pes' },
                { value: 'cat', label: 'Kočka' },
              ],
            },
            { type: 'text', id: 'dogName', label: 'Jméno psa', when: isDog },
            { type: 'date', id: 'from', label: 'Od kdy' },
            { type: 'date', id: 'to', label: 'Do kdy', notBefore: 'from' },
            {
              type: 'computed',
              id: 'days',
              label: 'Kolik dní',
              value: { daysBetween: [{ var: 'from' }, { var: 'to' }] },
            },
          ],
        },
        {
          id: 'costs',
          title: 'Náklady',
          when: { and: [isDog, { '!=': [{ var: 'from' }, null] }] },
          fields: [
            {
              type: 'group',
              id: 'items',
              label: 'Položky',
              rowLabel: 'Položka',
              fields: [
                { type: 'text', id: 'itemName', label: 'Co' },
                { type: 'number', id: 'itemPrice', label: 'Za kolik' },
              ],
            },
            { type: 'computed', id: 'total', label: 'Celkem', value: { sum: [{ var: 'items' }, 'itemPrice'] } },
          ],
        },
      ],
      {
        attachments: [{ id: 'photo', label: 'Fotka', when: isDog }],
        rules: [{ id: 'order', at: 'to', message: 'Opravte dny.', holds: { '>=': [{ var: 'to' }, { var: 'from' }] } }],
        subjectFields: ['dogName'],
        visit: { needed: true, text: 'Přijďte.', bring: [{ text: 'psa', when: isDog }] },
        fee: {
          summary: 'Podle zvířete',
          charge: {
            by: 'table',
            rows: [
              { label: 'Pes', crowns: 100, when: isDog },
              { label: 'Jinak', crowns: 50 },
            ],
          },
        },
        translations: { en: { 'fields.animal.label': 'Which animal?', 'steps.what.title': 'Animal' } },
        ...rest,
      },
    ),
  );
}

/** The agenda after a change that has to succeed. */
export function done(edited: Edited): Definition {
  if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited)}`);
  return edited.definition;
}

export function fieldIds(definition: Definition, step: string): string[] {
  return definition.steps.find(({ id }) => id === step)?.fields.map(({ id }) => id) ?? [];
}
