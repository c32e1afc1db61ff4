import { isDeepStrictEqual } from 'node:util';
import type { Definition } from '../../core/form/definition.ts';

/** What a new version changes for the people who file, item by item. Ids are stable, so a renamed question is one question. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  what: 'step' | 'field' | 'attachment' | 'settings';
  /** As it reads now; of what was removed, as it read. */
  name: string;
  /** Of what changed: which properties. */
  properties: string[];
}

interface Item {
  id: string;
}

export function changes(before: Definition, after: Definition): Change[] {
  return [
    ...settings(before, after),
    ...compare('step', stepsOf(before), stepsOf(after), step => step.title),
    ...compare('field', fieldsOf(before), fieldsOf(after), field => field.label),
    ...compare('attachment', before.attachments, after.attachments, attachment => attachment.label),
  ];
}

function settings(before: Definition, after: Definition): Change[] {
  const properties = differences(
    { ...before, steps: null, attachments: null },
    { ...after, steps: null, attachments: null },
  );
  return properties.length > 0 ? [{ kind: 'changed', what: 'settings', name: '', properties }] : [];
}

/** A step counts by its own words; its questions are compared by themselves, and `fields` says where they stand. */
function stepsOf({ steps }: Definition): { id: string; title: string; fields: string[] }[] {
  return steps.map(step => ({ ...step, fields: step.fields.map(field => field.id) }));
}

function fieldsOf({ steps }: Definition): Definition['steps'][number]['fields'] {
  return steps.flatMap(step => step.fields);
}

function compare<T extends Item>(what: Change['what'], before: T[], after: T[], name: (item: T) => string): Change[] {
  const old = new Map(before.map(item => [item.id, item]));
  const kept = new Set(after.map(item => item.id));
  const present = after.flatMap((item): Change[] => {
    const earlier = old.get(item.id);
    if (!earlier) return [{ kind: 'added', what, name: name(item), properties: [] }];
    const properties = differences(earlier, item);
    return properties.length > 0 ? [{ kind: 'changed', what, name: name(item), properties }] : [];
  });
  const removed = before.filter(item => !kept.has(item.id));
  return [...present, ...removed.map((item): Change => ({ kind: 'removed', what, name: name(item), properties: [] }))];
}

function differences(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].filter(key => !isDeepStrictEqual(old.get(key), now.get(key)));
}
