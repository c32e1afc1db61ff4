import { kindAt } from '../../core/form/edit/comparisons.ts';
import type { KindOf } from '../../core/form/edit/condition.ts';
import { answerKind, partNames, type Kind } from '../../core/form/check-answers.ts';
import type { Definition, Field } from '../../core/form/definition.ts';
import { isAnswered, placesOf, type Place } from '../../core/form/places.ts';

/** Something a condition or computation can ask about: a question, or a part of its answer. */
export interface Askable {
  /** E.g. "dogName" or "home.zip". */
  path: string;
  label: string;
  kind: Kind;
  /** Of a choice. */
  options: { value: string; label: string }[];
  stepTitle: string;
}

/** From where it is asked: what comes later does not count. `everywhere` is for rules, attachments, fees and visits. */
export type From = { step: string } | { field: string } | 'everywhere';

/** What may be asked about from a place, in the order of the form. */
export function askableFrom(definition: Definition, from: From): Askable[] {
  const places = placesOf(definition);
  return places.filter(isBefore(places, from)).flatMap(askablesOf);
}

/** Everything that can be asked about at all, by its path; so that a condition can be read wherever it asks. */
export function askableByPath(definition: Definition): Map<string, Askable> {
  return new Map(
    placesOf(definition)
      .flatMap(askablesOf)
      .map(askable => [askable.path, askable]),
  );
}

export function kindsOf(askables: ReadonlyMap<string, Askable>): KindOf {
  return path => askables.get(path)?.kind;
}

function isBefore(places: Place[], from: From): (place: Place) => boolean {
  if (from === 'everywhere') return ({ group }) => group === undefined;
  if ('step' in from) {
    const first = places.find(({ step }) => step.id === from.step);
    return ({ group, order }) => group === undefined && (first === undefined || order < first.order);
  }
  const self = places.find(({ field }) => field.id === from.field);
  return ({ field, group, order }) => {
    if (self === undefined || order >= self.order) return false;
    return group === undefined ? field.id !== self.group?.id : group.id === self.group?.id;
  };
}

/** In the order of the form; a part is named after its question. */
function askablesOf({ field, step }: Place): Askable[] {
  if (!isAnswered(field)) return [];
  const asked = answerKind(field) === 'parts' ? ['', ...Object.keys(partNames)] : [''];
  return asked.flatMap(part => {
    const kind = kindAt(field, part);
    if (kind === undefined) return [];
    const label = named(field) + (part === '' ? '' : ` – ${partNames[part] ?? part}`);
    return [
      {
        path: part === '' ? field.id : `${field.id}.${part}`,
        label,
        kind,
        options: optionsOf(field),
        stepTitle: step.title,
      },
    ];
  });
}

function named({ label, id }: Field): string {
  return label === '' ? id : label;
}

function optionsOf(field: Field): { value: string; label: string }[] {
  return field.type === 'oneOf' || field.type === 'severalOf' ? field.options : [];
}
