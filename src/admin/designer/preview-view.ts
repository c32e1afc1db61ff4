import type { Entries } from '../../core/form/answers.ts';
import type { Definition, Step } from '../../core/form/definition.ts';
import { evaluate } from '../../core/form/evaluate.ts';
import { isWorkedOut, type FieldState } from '../../core/form/field-state.ts';
import { holds } from '../../core/form/logic.ts';
import { errorsOf } from '../../web/field-errors.ts';
import { earlierQuestions, rulesShownOn } from './earlier-questions.ts';
import { unjudged } from './settings/form.ts';

interface Answering {
  entries: (step: Step) => Entries;
  isJudged: boolean;
  today: Temporal.PlainDate;
}

/**
 * What views/drafts/step.njk shows of a step of a sketch. Questions of earlier steps on which this one depends are asked in
 * front of it, so that its conditions and rules can be tried out.
 */
export function previewOf(definition: Definition, step: Step, { entries, isJudged, today }: Answering): object {
  const earlier = earlierQuestions(definition, step);
  const merged: Step = { id: step.id, title: step.title, fields: [...earlier, ...step.fields] };
  const alone = { ...definition, steps: [merged], rules: rulesShownOn(definition, step), attachments: [] };
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
