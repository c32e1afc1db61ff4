import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Definition, sketchSchema } from '../../core/form/definition.ts';

/** What a new agenda may begin as; each is a document in `templates/`, with what only the city knows left empty. */
export const templates = ['zadost', 'ohlaseni', 'zadost-s-poplatkem', 'zadost-s-rozpoctem'] as const;
export type Template = (typeof templates)[number];

export function readTemplate(template: Template): Definition {
  const file = join(import.meta.dirname, 'templates', `${template}.json`);
  return sketchSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** From scratch: who files and how to answer them, which every agenda asks, and nothing else. */
export function emptyAgenda(): Definition {
  const { steps, applicant, clock, format } = readTemplate('zadost');
  return sketchSchema.parse({
    format,
    slug: 'nova',
    title: '',
    summary: '',
    audiences: ['obcan'],
    lifeSituations: [],
    department: '',
    whoMayFile: { text: '', identity: 'none' },
    duration: '',
    fee: { summary: '' },
    visit: { needed: false, text: '' },
    law: [],
    steps: steps
      .slice(0, 1)
      .map(step => ({ ...step, fields: step.fields.filter(({ id }) => Object.values(applicant).includes(id)) })),
    applicant,
    plan: [],
    clock,
  });
}
