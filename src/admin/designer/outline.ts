import type { Definition, Field } from '../../core/form/definition.ts';
import { settingsParts } from './settings/index.ts';
import { designerPath, fieldPath, stepPath } from './paths.ts';

/** The left side of the designer: the steps, the fields of the one that is open, and the other parts of the agenda. */
export interface Outline {
  overview: Link;
  steps: (Link & { fields: (Link & { fields: Link[] })[] })[];
  parts: Link[];
}

interface Link {
  href: string;
  /** Empty when it has not been named yet. */
  text: string;
  current?: 'page' | 'true' | undefined;
}

/** Where in the agenda the author is: a step, a field, or another part by its name in `designerParts`. */
export type Where = { step?: string; field?: string; part?: string };

/** The other parts of an agenda, in the order of the outline. Each has a text `designer:parts.<name>`. */
const designerParts: readonly { name: string; path: string }[] = [
  ...settingsParts.map(({ id }) => ({ name: id, path: `nastaveni/${id}` })),
  { name: 'jazyky', path: 'jazyky' },
];

export function outlineOf(slug: string, { steps }: Definition, where: Where): Outline {
  const fieldLink = (field: Field) => ({
    href: fieldPath(slug, field.id),
    text: field.label,
    current: field.id === where.field ? ('page' as const) : undefined,
  });
  return {
    overview: {
      href: designerPath(slug),
      text: '',
      current: where.step === undefined && where.part === undefined ? 'page' : undefined,
    },
    steps: steps.map(step => ({
      href: stepPath(slug, step.id),
      text: step.title,
      current: step.id !== where.step ? undefined : where.field === undefined ? 'page' : 'true',
      // Only of the open step: a large form has hundreds.
      fields:
        step.id === where.step
          ? step.fields.map(field => ({
              ...fieldLink(field),
              fields: field.type === 'group' ? field.fields.map(fieldLink) : [],
            }))
          : [],
    })),
    parts: designerParts.map(({ name, path }) => ({
      href: designerPath(slug, path),
      text: name,
      current: name === where.part ? 'page' : undefined,
    })),
  };
}
