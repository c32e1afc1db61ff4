import type { Definition, Field } from '../definition.ts';
import { ended, quoted } from '../describe-changes/quotes.ts';
import type { Evaluation, Slot } from '../evaluate.ts';
import type { FieldState } from '../field-state.ts';
import { placesOf } from '../places.ts';
import { filePlaces } from './files.ts';
import { isTypedAnywhere } from './has-typed.ts';
import { shownFields } from './obstacles.ts';

interface Move {
  from: Definition;
  to: Definition;
  before: Evaluation;
  after: Evaluation;
  dropped: string[];
  /** What newly stands in the way of filing. */
  obstructing: FieldState[];
  /** Places whose files are gone, and those that need one now. */
  droppedFiles: string[];
  missing: Slot[];
}

/**
 * What the person has to know of a new version, each thing once: answers that are gone first, then what is to be done. The
 * sentences quote the form and never an answer, nor anything worked out from one, so they may be kept unsealed.
 */
export function reconciliationSentences(move: Move): string[] {
  const { dropped, obstructing } = move;
  return [
    ...new Set([
      ...goneAnswers(move),
      ...goneFiles(move),
      ...obstructing.filter(({ field }) => !dropped.includes(field.id)).map(state => toBeDone(state, move)),
      ...newFiles(move),
      ...newFee(move),
    ]),
  ];
}

/** Of answers they saw; what was typed into a question that was no longer asked they had given up already. */
function goneAnswers({ from, before, after, dropped }: Move): string[] {
  const [asked, askedAgain] = [askedIn(before), askedIn(after)];
  const lost = placesOf(from).filter(({ field }) => dropped.includes(field.id) && asked.has(field.id));
  return lost.map(({ field }) => {
    const again = askedAgain.get(field.id)?.field;
    if (again === undefined) return `Na ${quoted(field.label)} už se neptáme, vaši odpověď jsme vynechali.`;
    return again.type === 'declaration' && field.type === 'declaration'
      ? ended(`Přečtěte si a\u00a0potvrďte nové znění prohlášení: ${quoted(again.label)}`)
      : `Na ${quoted(again.label)} se teď ptáme jinak, odpovězte prosím znovu.`;
  });
}

/** Quotes the form and never the name of a file, which is the person's and is kept sealed. */
function goneFiles({ from, droppedFiles }: Move): string[] {
  const labels = new Map(filePlaces(from).map(({ id, label }) => [id, label]));
  return droppedFiles.map(id => `Soubory ${quoted(labels.get(id) ?? id)} už nejsou potřeba, proto jsme je odebrali.`);
}

function askedIn({ steps }: Evaluation): Map<string, FieldState> {
  return new Map(shownFields(steps.flatMap(step => step.fields)).map(state => [state.field.id, state]));
}

function toBeDone(state: FieldState, { from, before }: Move): string {
  const { field, entry } = state;
  if (isTypedAnywhere(entry)) return `Zkontrolujte prosím odpověď na ${quoted(field.label)}, takhle už nevyhovuje.`;
  const isKnown = placesOf(from).some(place => place.field.id === field.id);
  if (isKnown && askedIn(before).has(field.id)) return `Na ${quoted(field.label)} je teď potřeba odpovědět.`;
  return newQuestion(field);
}

function newQuestion({ type, label }: Field): string {
  if (type === 'declaration') return ended(`Nově je potřeba potvrdit prohlášení: ${quoted(label)}`);
  return ended(`Nově se ptáme: ${quoted(label)}`);
}

function newFiles({ missing }: Move): string[] {
  return missing.map(({ label }) => ended(`Nově je potřeba přiložit: ${quoted(label)}`));
}

/** Only when both are known: an answer that is missing for the calculation is told by itself. */
function newFee({ before, after }: Move): string[] {
  if (before.fee === undefined || after.fee === undefined || before.fee.crowns === after.fee.crowns) return [];
  return ['Změnil se poplatek. Kolik je teď, uvidíte v\u00a0souhrnu.'];
}
