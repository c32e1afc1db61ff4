import type { Definition } from '../definition.ts';
import type { Evaluation, Slot } from '../evaluate.ts';

/** Places for files there can be, whether they are asked for now or not. */
export function filePlaces({ steps, attachments }: Definition): { id: string; label: string }[] {
  return [...steps.flatMap(step => step.fields).filter(({ type }) => type === 'file'), ...attachments];
}

/** Places that hold files and are no more; what was in them belongs nowhere. */
export function droppedFiles({ to, attached }: { to: Definition; attached: readonly string[] }): string[] {
  const places = new Set(filePlaces(to).map(({ id }) => id));
  return [...new Set(attached)].filter(id => !places.has(id));
}

interface Asked {
  before: Evaluation;
  after: Evaluation;
  attached: readonly string[];
}

/** Places that need a file, hold none, and did not stand in the way before. */
export function missingFiles({ before, after, attached }: Asked): Slot[] {
  const isMissing = ({ id, required }: Slot): boolean => required && !attached.includes(id);
  const wasMissing = new Set(before.slots.filter(isMissing).map(({ id }) => id));
  return after.slots.filter(slot => isMissing(slot) && !wasMissing.has(slot.id));
}
