import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Everything people read by name has one. */
export const missingLabel: Rule = {
  name: 'missing-label',
  level: 'error',
  find({ definition, places }) {
    const { steps, attachments, plan, letters } = definition;
    return [
      ...unnamed('title', definition.title, 'Napište název agendy.'),
      ...steps.flatMap(({ title }, index) => unnamed(`steps[${index}].title`, title, 'Napište název kroku.')),
      ...places.flatMap(({ field, path }) => [
        ...unnamed(`${path}.label`, field.label, `Napište znění otázky „${field.id}“.`),
        ...(field.type === 'group'
          ? unnamed(`${path}.rowLabel`, field.rowLabel, 'Napište, jak se jmenuje jeden řádek, třeba „Položka“.')
          : []),
        ...(field.type === 'oneOf' || field.type === 'severalOf' ? field.options : []).flatMap(
          ({ label, value }, index) =>
            unnamed(`${path}.options[${index}].label`, label, `Napište, co se ukáže u\u00a0možnosti „${value}“.`),
        ),
      ]),
      ...attachments.flatMap(({ label }, index) =>
        unnamed(`attachments[${index}].label`, label, 'Napište název přílohy.'),
      ),
      ...plan.flatMap(({ title }, index) =>
        unnamed(`plan[${index}].title`, title, 'Napište, co se v\u00a0tomto kroku postupu děje.'),
      ),
      ...letters.flatMap(({ title }, index) => unnamed(`letters[${index}].title`, title, 'Napište název dopisu.')),
    ];
  },
};

function unnamed(path: string, name: string, message: string): Problem[] {
  return name.trim() === '' ? [{ path, message }] : [];
}
