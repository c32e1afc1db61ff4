import type { Entries } from '../../core/form/answers.ts';
import { type Definition, type Field, type Step } from '../../core/form/definition.ts';
import { evaluate } from '../../core/form/evaluate.ts';
import { isWorkedOut, type FieldState } from '../../core/form/field-state.ts';
import { askedIn } from '../../core/form/formulas.ts';
import { holds } from '../../core/form/logic.ts';
import { errorsOf } from '../../web/field-errors.ts';
import { unjudged } from './settings/form.ts';

interface Answering {
  entries: (step: Step) => Entries;
  isJudged: boolean;
  today: Temporal.PlainDate;
}

/**
 * What views/drafts/step.njk shows of a step of a sketch. Questions of earlier steps on which this one depends are asked in
 * front of it, so that its conditions can be tried out.
 */
export function previewOf(definition: Definition, step: Step, { entries, isJudged, today }: Answering): object {
  const earlier = earlierQuestions(definition, step);
  const merged: Step = { id: step.id, title: step.title, fields: [...earlier, ...step.fields] };
  const alone = { ...definition, steps: [merged], attachments: [] };
  const { steps, answers } = evaluate(alone, entries(merged), { today });
  const asked = steps[0]?.fields ?? [];
  const fields = isJudged ? asked : unjudged(asked);
  const errors = fields.flatMap(errorsOf);
  const index = definition.steps.indexOf(step);
  return {
    title: step.title,
    titleContext: definition.title,
    why: step.why,
    progress: { current: index + 1, total: definition.steps.length + 1 },
    fields: earlier.length > 0 ? [tryOut, ...fields] : fields,
    isSkipped: !holds(step.when, answers),
    isAccepted: isJudged && errors.length === 0,
    errors,
    isFramed: true,
    hasFiles: false,
    hasButtons: fields.some(({ field }) => field.type === 'group' || field.type === 'file'),
    isLive: fields.some(isWorkedOut),
    changes: [],
    isGuest: false,
    fromSummary: false,
    deleteHref: '#hlavni-obsah',
  };
}

const tryOut: FieldState = {
  field: {
    type: 'explanation',
    id: 'predtim',
    label: 'Co občan odpověděl dřív',
    text: 'Na tohle se ptají předchozí kroky a\u00a0tento krok se podle toho mění. Odpovězte a\u00a0uvidíte jak.',
  },
};

/** Questions before the step that it or its fields ask about, and those these depend on; always asked here. */
function earlierQuestions({ steps }: Definition, step: Step): Field[] {
  const before = steps.slice(0, steps.indexOf(step)).flatMap(({ fields }) => fields);
  const needed = new Set(askedIn([step.when ?? {}, ...step.fields]));
  for (const field of before.toReversed()) {
    if (needed.has(field.id)) for (const id of askedIn({ ...field, when: null })) needed.add(id);
  }
  return before.filter(({ id }) => needed.has(id)).map(({ when: _when, ...field }) => field as Field);
}
