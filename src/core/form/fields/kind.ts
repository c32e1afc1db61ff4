import type { Answers, Entry, SimpleValue, ValueOf } from '../answers.ts';
import type { FieldOf, Question, QuestionType } from '../definition.ts';

/** Everything the form engine knows about one type of question. One file in this folder is one kind. */
export type FieldKind<T extends QuestionType> = Kind<FieldOf<T>, ValueOf[T]>;

export interface Kind<F extends Question = Question, V extends SimpleValue = SimpleValue> {
  shape: Shape;
  /** Of a field of parts that depend on what it asks for. */
  parts?(field: F): readonly string[];
  /** How much typed text is kept (UTF-16 units, per part); well above what `read` accepts. */
  maxTyped: number;
  /** Never throws, whatever was typed. */
  read(field: F, entry: Entry | undefined, context: ReadContext): Reading<V>;
  /** Lines for the summary, the PDF and the desk. */
  present(field: F, value: V): string[];
  /** What to do when a required answer is missing and the author said nothing better. */
  missing(field: F): string;
}

/** How the browser sends it: one line, one tick, several ticks, or parts named `<id>-<part>`. */
export type Shape = 'line' | 'tick' | 'ticks' | readonly string[];

/** An answer; or what is wrong with what was typed and where; or nothing was typed. */
export type Reading<V> = { value: V } | Refusal | undefined;

export interface Refusal {
  /** Czech, says what to do. */
  error: string;
  /** The part of a date or an address the error is about. */
  part?: string;
}

export interface ReadContext {
  today: Temporal.PlainDate;
  /** Answers of the questions before this one. */
  answers: Answers;
}

/** Kept of every field but the long text. */
export const lineLimit = 1000;

export function askToFill(question: Question): string {
  return question.label.endsWith('?') ? `Odpovězte na otázku „${question.label}“` : `Vyplňte údaj „${question.label}“`;
}
