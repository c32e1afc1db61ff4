import type { Definition, FieldType } from './definition.ts';
import { placesOf, type Place } from './places.ts';
import type { Problem } from './problem.ts';

/** Ids that are there twice, and names of questions that lead nowhere or to a question that will not do. */
export function referenceProblems(definition: Definition): Problem[] {
  const places = placesOf(definition);
  const asked = places.map(({ field, path }) => ({ id: field.id, path }));
  return [
    ...doubledIds(inList('steps', definition.steps), 'krok'),
    ...reservedSteps(definition),
    ...doubledIds([...asked, ...inList('attachments', definition.attachments)], 'otázka nebo příloha'),
    ...doubledIds(inList('plan', definition.plan), 'krok postupu'),
    ...applicantProblems(definition, places),
    ...subjectProblems(definition, places),
  ];
}

function inList(list: string, items: { id: string }[]): { id: string; path: string }[] {
  return items.map(({ id }, index) => ({ id, path: `${list}[${index}]` }));
}

function doubledIds(items: { id: string; path: string }[], what: string): Problem[] {
  const isRepeated = (id: string, index: number) => items.findIndex(item => item.id === id) < index;
  return items
    .filter(({ id }, index) => isRepeated(id, index))
    .map(({ id, path }) => ({ path: `${path}.id`, message: `${what} ‚${id}‘ už v\u00a0agendě je` }));
}

/** A step is a page under the draft's address, where these are pages already (drafts/routes). */
const reserved: readonly string[] = ['prilohy', 'souhrn', 'odeslani', 'smazat'];

function reservedSteps({ steps }: Definition): Problem[] {
  return inList('steps', steps)
    .filter(({ id }) => reserved.includes(id))
    .map(({ id, path }) => ({ path: `${path}.id`, message: `krok se nesmí jmenovat ‚${id}‘, zvolte jiné jméno` }));
}

const contactTypes: Record<keyof Definition['applicant'], FieldType> = { name: 'text', email: 'email', phone: 'phone' };

/** Without a name and an e-mail in every filing the office could not answer; a phone may be left out. */
function applicantProblems(definition: Definition, places: Place[]): Problem[] {
  return (['name', 'email', 'phone'] as const).flatMap(role => {
    const id = definition.applicant[role];
    const message = id === undefined ? undefined : contactProblem(id, role, places);
    return message === undefined ? [] : [{ path: `applicant.${role}`, message }];
  });
}

function contactProblem(id: string, role: keyof Definition['applicant'], places: Place[]): string | undefined {
  const place = places.find(({ field }) => field.id === id);
  if (place === undefined) return `neznámá otázka ‚${id}‘`;
  const { field, step } = place;
  if (field.type !== contactTypes[role]) return `otázka ‚${id}‘ má být typu ‚${contactTypes[role]}‘`;
  if (role === 'phone' || field.type === 'explanation') return undefined;
  const isAlwaysAsked = field.required && field.when === undefined && step.when === undefined;
  return isAlwaysAsked ? undefined : `otázka ‚${id}‘ má být povinná a\u00a0bez podmínky`;
}

/** The subject is read in lists by many people, so it holds no long text and nothing more sensitive than it must. */
const unfitForSubject: readonly FieldType[] = [
  'longText',
  'birthNumber',
  'bankAccount',
  'declaration',
  'explanation',
  'yesNo',
];

function subjectProblems(definition: Definition, places: Place[]): Problem[] {
  return definition.subjectFields.flatMap((id, index) => {
    const path = `subjectFields[${index}]`;
    const field = places.find(place => place.field.id === id)?.field;
    if (field === undefined) return [{ path, message: `neznámá otázka ‚${id}‘` }];
    if (!unfitForSubject.includes(field.type)) return [];
    return [{ path, message: `otázka ‚${id}‘ se do předmětu případu nehodí` }];
  });
}
