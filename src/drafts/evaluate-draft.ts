import { dayInPrague } from '../core/czech/format.ts';
import { evaluate, type Evaluation } from '../core/form/evaluate.ts';
import type { OpenDraft } from './draft.ts';

export function evaluateDraft({ definition, entries }: OpenDraft, now: Temporal.Instant): Evaluation {
  return evaluate(definition, entries, { today: dayInPrague(now) });
}
