import { auditActions } from './actions.ts';

/** A record as a sentence, its details filled in; of an action that is no longer written, its bare name. */
export function auditSentence(action: string, details: Record<string, unknown>): string {
  const sentence = (auditActions as Record<string, string>)[action] ?? action;
  return sentence.replace(/\{(\w+)\}/g, (_braced, name: string) => text(details[name]));
}

function text(detail: unknown): string {
  return typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '–';
}
