import type { Definition } from '../../core/form/definition.ts';
import { designerPath, fieldPath, stepPath } from '../designer/paths.ts';

/** Where pages of an agenda are in the administration. */
export function agendaPath(slug: string, number?: number): string {
  return `/sprava/agendy/${slug}${number === undefined ? '' : `?verze=${number}`}`;
}

/** The gate before the publication of a version. */
export function gatePath(slug: string, number: number): string {
  return `/sprava/agendy/${slug}/verze/${number}/zverejneni`;
}

/** The designer of the sketch of an agenda, at the place a path of the document names. */
export function placePath(slug: string, { steps }: Pick<Definition, 'steps'>, path: string): string {
  const keys = path.split(/[.[\]]+/).filter(key => key !== '');
  const part = parts[keys[0] ?? ''];
  if (part !== undefined) return designerPath(slug, ...part);
  const [, stepIndex, , fieldIndex, , innerIndex] = keys;
  const step = keys[0] === 'steps' ? steps[Number(stepIndex)] : undefined;
  if (!step) return designerPath(slug);
  const field = fieldIndex === undefined ? undefined : step.fields[Number(fieldIndex)];
  if (!field) return stepPath(slug, step.id);
  const inner = field.type === 'group' && innerIndex !== undefined ? field.fields[Number(innerIndex)] : undefined;
  return fieldPath(slug, (inner ?? field).id);
}

/** Where the designer edits what is beside the questions, by the property of the document. */
const parts: Partial<Record<string, string[]>> = {
  title: ['nastaveni', 'zaklad'],
  summary: ['nastaveni', 'zaklad'],
  audiences: ['nastaveni', 'zaklad'],
  lifeSituations: ['nastaveni', 'zaklad'],
  keywords: ['nastaveni', 'zaklad'],
  prepare: ['nastaveni', 'zaklad'],
  duration: ['nastaveni', 'zaklad'],
  whoMayFile: ['nastaveni', 'lide'],
  department: ['nastaveni', 'lide'],
  applicant: ['nastaveni', 'lide'],
  subjectFields: ['nastaveni', 'lide'],
  attachments: ['nastaveni', 'prilohy'],
  rules: ['nastaveni', 'pravidla'],
  fee: ['nastaveni', 'poplatek'],
  plan: ['nastaveni', 'postup'],
  decision: ['nastaveni', 'postup'],
  clock: ['nastaveni', 'postup'],
  visit: ['nastaveni', 'navsteva'],
  mails: ['nastaveni', 'dopisy'],
  letters: ['nastaveni', 'dopisy'],
  law: ['nastaveni', 'pravo'],
  translations: ['jazyky'],
};
