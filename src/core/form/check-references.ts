import { named } from './check-term.ts';
import { isQuestion, type Definition, type Field, type FieldType } from './definition.ts';
import { isAnswered, placesOf, type Place } from './places.ts';
import type { Problem } from './problem.ts';

/** Ids that are there twice, and names of questions that lead nowhere or to a question that will not do. */
export function referenceProblems(definition: Definition): Problem[] {
  const places = placesOf(definition);
  const asked = places.map(({ field, path }) => ({ id: field.id, path }));
  return [
    ...doubledIds(inList('steps', definition.steps), 'Krok'),
    ...misnamedSteps(definition),
    ...doubledIds([...asked, ...inList('attachments', definition.attachments)], 'Otázka nebo příloha'),
    ...doubledIds(inList('rules', definition.rules), 'Kontrola'),
    ...doubledIds(inList('plan', definition.plan), 'Krok postupu'),
    ...doubledIds(inList('letters', definition.letters), 'Dopis'),
    ...applicantProblems(definition, places),
    ...subjectProblems(definition, places),
    ...rulePlaceProblems(definition, places),
  ];
}

function inList(list: string, items: { id: string }[]): { id: string; path: string }[] {
  return items.map(({ id }, index) => ({ id, path: `${list}[${index}]` }));
}

function doubledIds(items: { id: string; path: string }[], what: string): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}.id`, message: `${what} „${id}“ už v\u00a0agendě je. Zvolte jiné jméno.` }];
  });
}

/** A step is a page under the draft's address, where these are pages already (drafts/routes). */
export const reservedSteps: readonly string[] = ['prilohy', 'souhrn', 'potvrdit', 'zmeny', 'odeslani', 'smazat'];

function misnamedSteps({ steps }: Definition): Problem[] {
  return inList('steps', steps)
    .filter(({ id }) => reservedSteps.includes(id))
    .map(({ id, path }) => ({ path: `${path}.id`, message: `Krok se nesmí jmenovat „${id}“. Zvolte jiné jméno.` }));
}

const contactTypes: Record<keyof Definition['applicant'], FieldType> = { name: 'text', email: 'email', phone: 'phone' };

/** Without a name and an e-mail in every filing the office could not answer; a phone may be left out. */
function applicantProblems({ applicant }: Definition, places: Place[]): Problem[] {
  return (['name', 'email', 'phone'] as const).flatMap(role => {
    const id = applicant[role];
    if (id === undefined || id === '') return [];
    const message = contactProblem(id, role, places);
    return message === undefined ? [] : [{ path: `applicant.${role}`, message }];
  });
}

function contactProblem(id: string, role: keyof Definition['applicant'], places: Place[]): string | undefined {
  const place = places.find(({ field }) => field.id === id);
  if (place === undefined) return unknown(id);
  const { field, step, group } = place;
  if (group !== undefined) return inRows(field);
  if (field.type !== contactTypes[role]) return `Otázka ${named(field)} má být typu „${contactTypes[role]}“.`;
  if (role === 'phone' || !isQuestion(field)) return undefined;
  const isAlwaysAsked = field.required && field.when === undefined && step.when === undefined;
  return isAlwaysAsked ? undefined : `Otázka ${named(field)} má být povinná a\u00a0bez podmínky.`;
}

/** The subject is read in lists by many people, so it holds no long text and nothing more sensitive than it must. */
const unfitForSubject: readonly FieldType[] = [
  'longText',
  'birthNumber',
  'bankAccount',
  'declaration',
  'yesNo',
  'group',
];

function subjectProblems({ subjectFields }: Definition, places: Place[]): Problem[] {
  return subjectFields.flatMap((id, index) => {
    if (id === '') return [];
    const message = subjectProblem(id, places);
    return message === undefined ? [] : [{ path: `subjectFields[${index}]`, message }];
  });
}

function subjectProblem(id: string, places: Place[]): string | undefined {
  const place = places.find(({ field }) => field.id === id);
  if (place === undefined) return unknown(id);
  const { field, group } = place;
  if (group !== undefined) return inRows(field);
  const saysTooMuch = field.type === 'person' && field.ask.length > 0;
  const isUnfit = saysTooMuch || !isAnswered(field) || unfitForSubject.includes(field.type);
  return isUnfit ? `Otázka ${named(field)} se do předmětu případu nehodí.` : undefined;
}

/** Where the message of a rule is shown. */
function rulePlaceProblems({ rules }: Definition, places: Place[]): Problem[] {
  return rules.flatMap(({ at }, index) => {
    const place = places.find(({ field }) => field.id === at);
    const message = at === '' ? undefined : place === undefined ? unknown(at) : notShown(place);
    return message === undefined ? [] : [{ path: `rules[${index}].at`, message }];
  });
}

function notShown({ field, group }: Place): string | undefined {
  if (group !== undefined) return inRows(field);
  if (isQuestion(field) || field.type === 'group') return undefined;
  return `U\u00a0otázky ${named(field)} se chyba neukazuje. Vyberte otázku, na kterou se odpovídá.`;
}

function unknown(id: string): string {
  return `Otázka „${id}“ ve formuláři není.`;
}

function inRows(field: Field): string {
  return `Otázka ${named(field)} je v\u00a0řádcích skupiny, tady má být jiná.`;
}
