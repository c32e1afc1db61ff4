import { dayInPrague, formatDate } from '../../core/czech/format.ts';
import type { SubmissionContent } from '../submission.ts';
import type { Correction } from './read-corrections.ts';

type Steps = SubmissionContent['steps'];

/** What was filed, with every answer that was mended later marked by what it is now, so that nobody takes the old one for it. */
export function correctedSteps(steps: Steps, corrections: readonly Correction[]): Steps {
  if (corrections.length === 0) return steps;
  return steps.map(step => ({
    ...step,
    answers: step.answers.map(({ rows, ...answer }) => {
      const changes = corrections.flatMap(correction => changeOf(correction, answer.id));
      if (changes.length === 0) return { ...answer, ...(rows && { rows }) };
      return { ...answer, lines: [`Původně: ${answer.lines.join(', ')}`, ...changes] };
    }),
  }));
}

/** "Opraveno 3. prosince", the year is that of the correction. */
export function correctedOn(sentAt: string): string {
  const day = formatDate(dayInPrague(Temporal.Instant.from(sentAt)));
  return `Opraveno ${day.replace(/ \d{4}$/, '')}`;
}

function changeOf({ sentAt, answers }: Correction, answerId: string): string[] {
  return answers
    .filter(({ id }) => id === answerId)
    .map(({ after }) => `${correctedOn(sentAt)}: ${after?.lines.join(', ') ?? 'už není potřeba'}`);
}
