import { labelAt } from '../check-label.ts';
import type { Definition } from '../definition.ts';
import { formulasOf } from '../formulas.ts';
import { placesOf } from '../places.ts';
import { asksAbout, dropAsked } from './drop-asked.ts';

/** A step or a field, also one of a row; step and field may have the same id. */
export type Target = { step: string } | { field: string };

/** A place that would lead nowhere if something were removed. Both texts are Czech. */
export interface Reference {
  path: string;
  /** E.g. "Krok „Váš pes“, otázka „Čip“". */
  where: string;
  /** What becomes of it when the removal goes on. */
  then: string;
}

/** Everything that refers to a step or field, or to what lies in it; what would be removed with it does not count. */
export function referencesTo(definition: Definition, target: Target): Reference[] {
  const { ids, paths } = whatGoes(definition, target);
  const isInside = (path: string) => paths.some(gone => path.startsWith(`${gone}.`));
  const found = [
    ...formulaReferences(definition, ids),
    ...ruleReferences(definition, ids),
    ...namedReferences(definition, ids),
  ];
  return found.flatMap(({ path, then }) =>
    isInside(path) ? [] : [{ path, then, where: labelAt(definition, path) ?? path }],
  );
}

/** The fields that go with a step or group, and where in the document all of it is. */
export function whatGoes(definition: Definition, target: Target): { ids: Set<string>; paths: string[] } {
  const going = placesOf(definition).filter(({ field, step, group }) =>
    'step' in target ? step.id === target.step : field.id === target.field || group?.id === target.field,
  );
  const stepIndex = 'step' in target ? definition.steps.findIndex(({ id }) => id === target.step) : -1;
  const paths = going.map(({ path }) => path).concat(stepIndex < 0 ? [] : `steps[${stepIndex}]`);
  return { ids: new Set(going.map(({ field }) => field.id)), paths };
}

type Found = Omit<Reference, 'where'>;

function formulaReferences(definition: Definition, ids: Set<string>): Found[] {
  return formulasOf(definition).flatMap(({ path, logic, gives }) => {
    if (path.startsWith('rules') || !asksAbout(logic, ids)) return [];
    if (path === 'fee.charge.crowns') return [{ path, then: 'Výpočet poplatku se smaže.' }];
    if (path.startsWith('fee.charge.rows')) return [{ path, then: 'Řádek sazby se smaže.' }];
    if (gives === 'number') return [{ path, then: 'Výpočet se smaže a\u00a0bude potřeba nový.' }];
    const isLeft = dropAsked(logic, ids) !== undefined;
    return [{ path, then: isLeft ? 'Z\u00a0podmínky zbude ostatní.' : 'Podmínka se smaže, bude to platit vždy.' }];
  });
}

function ruleReferences({ rules }: Definition, ids: Set<string>): Found[] {
  return rules.flatMap(({ at, when, holds }, index) => {
    const path = `rules[${index}].holds`;
    if (ids.has(at) || asksAbout(holds, ids)) return [{ path, then: 'Pravidlo se smaže.' }];
    return asksAbout(when, ids) ? [{ path, then: 'Podmínka pravidla se zkrátí nebo smaže.' }] : [];
  });
}

function namedReferences(definition: Definition, ids: Set<string>): Found[] {
  const { applicant, subjectFields } = definition;
  const roles = (['name', 'email', 'phone'] as const).filter(role => ids.has(applicant[role] ?? ''));
  const dates = placesOf(definition).filter(({ field }) => field.type === 'date' && ids.has(field.notBefore ?? ''));
  return [
    ...roles.map(role => ({ path: `applicant.${role}`, then: 'Bude potřeba vybrat jinou otázku.' })),
    ...subjectFields.flatMap((id, index) =>
      ids.has(id) ? [{ path: `subjectFields[${index}]`, then: 'V\u00a0předmětu případu už nebude.' }] : [],
    ),
    ...dates.map(({ path }) => ({ path: `${path}.notBefore`, then: 'Omezení „ne dřív než“ se smaže.' })),
  ];
}
