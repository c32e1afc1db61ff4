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
  const [, stepIndex, fieldIndex] = /^steps\[(\d+)\](?:\.fields\[(\d+)\])?/.exec(path) ?? [];
  const step = steps[Number(stepIndex)];
  if (!step) return designerPath(slug);
  const field = fieldIndex === undefined ? undefined : step.fields[Number(fieldIndex)];
  return field ? fieldPath(slug, field.id) : stepPath(slug, step.id);
}
