import type { Definition } from '../core/form/definition.ts';
import type { Evaluation, Slot } from '../core/form/evaluate.ts';

/** A page of the way through a form: a step with questions, the attachments, or the summary. */
export interface Stop {
  /** Its last part of the address. */
  id: string;
  title: string;
  isComplete: boolean;
}

export const attachmentsStop = 'prilohy';
export const summaryStop = 'souhrn';

/** The pages this filing goes through, as its answers stand; they may add or take away some. */
export function journeyOf({ steps, slots }: Evaluation, files: readonly { slot: string }[]): Stop[] {
  const missing = missingSlots(slots, files);
  const lacks = (stepId: string | undefined): boolean => missing.some(slot => slot.stepId === stepId);
  const questions = steps.map(({ step: { id, title }, complete }) => ({
    id,
    title,
    isComplete: complete && !lacks(id),
  }));
  const attachments = { id: attachmentsStop, title: 'Přílohy', isComplete: !lacks(undefined) };
  return [
    ...questions,
    ...(attachmentSlots(slots).length > 0 ? [attachments] : []),
    {
      id: summaryStop,
      title: 'Kontrola a\u00a0odeslání',
      isComplete: missing.length === 0 && questions.every(stop => stop.isComplete),
    },
  ];
}

/** Files asked for at the end of the form rather than by a question of a step. */
export function attachmentSlots(slots: readonly Slot[]): Slot[] {
  return slots.filter(({ stepId }) => stepId === undefined);
}

/** Files the filing must carry and does not. */
export function missingSlots(slots: readonly Slot[], files: readonly { slot: string }[]): Slot[] {
  return slots.filter(slot => slot.required && !files.some(file => file.slot === slot.id));
}

/** Where the way leads from a page; also from a step whose questions are no longer asked. */
export function stopAfter(stops: Stop[], current: string, { steps }: Pick<Definition, 'steps'>): string {
  const order = [...steps.map(step => step.id), attachmentsStop, summaryStop];
  const ahead = order.slice(order.indexOf(current) + 1);
  return ahead.find(id => stops.some(stop => stop.id === id)) ?? summaryStop;
}

/** Back to the summary when that is where the person came from and nothing else is missing; else to what is. */
export function stopBeforeSummary(stops: Stop[]): string {
  return stops.find(stop => !stop.isComplete)?.id ?? summaryStop;
}

export interface Progress {
  current: number;
  total: number;
  title: string;
}

export function progressAt(stops: Stop[], id: string): Progress {
  const index = stops.findIndex(stop => stop.id === id);
  return { current: index + 1, total: stops.length, title: stops[index]?.title ?? '' };
}

export function stopBefore(stops: Stop[], id: string): string | undefined {
  return stops[stops.findIndex(stop => stop.id === id) - 1]?.id;
}
