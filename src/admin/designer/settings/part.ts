import type { Answers, Entries, RowAnswers } from '../../../core/form/answers.ts';
import { fieldSchema, type Definition, type Field, type Logic } from '../../../core/form/definition.ts';

/**
 * A part of an agenda beside its questions, edited as a form of the portal's own engine: the same questions, rows and
 * messages as citizens meet. `fields` asks, `toEntries` fills in what the agenda says now, `apply` makes the agenda say
 * what was answered.
 */
export interface SettingsPart {
  /** The last part of its address. */
  id: string;
  /** Its place in the outline and its title, texts `designer:parts.<name>`; the id by default. */
  name?: string;
  fields(sketch: Definition, city: City): Field[];
  toEntries(sketch: Definition): Entries;
  apply(sketch: Definition, answers: Answers, origin: Origin): Definition;
  /** Rows that may depend on answers; each has a condition of its own. */
  conditions?(sketch: Definition): ConditionPlace[];
}

/**
 * Where each answered row of a group was on the page, so that what a form does not show (an id, a condition) stays with its
 * row when another one is emptied or taken away. A row that was not there before has a place beyond the old ones.
 */
export type Origin = (group: string) => number[];

/** What the city has and an agenda may name. */
export interface City {
  departments: { slug: string; name: string }[];
  lifeSituations: { slug: string; name: string }[];
}

/** A condition that belongs to a row: where it is in the document, and what it says. */
export interface ConditionPlace {
  /** E.g. "visit.bring.2". */
  place: string;
  label: string;
  when: Logic | undefined;
}

/** The questions of a part, written as an agenda writes them; in a sketch nothing has to be answered. */
export function questions(...inputs: object[]): Field[] {
  return inputs.map(input => fieldSchema.parse({ required: false, ...input }));
}

export function textOf(answers: Answers | RowAnswers, id: string): string {
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return typeof value === 'string' ? value : '';
}

/** A text that may be left out altogether. */
export function optionalText<K extends string>(answers: Answers | RowAnswers, id: K): { [key in K]?: string } {
  const text = textOf(answers, id);
  return (text === '' ? {} : { [id]: text }) as { [key in K]?: string };
}

export function numberOf(answers: Answers | RowAnswers, id: string): number | undefined {
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function choicesOf(answers: Answers | RowAnswers, id: string): string[] {
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

export function rowsOf(answers: Answers, id: string): RowAnswers[] {
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return Array.isArray(value) ? value.filter(item => typeof item === 'object') : [];
}

/** Chosen items in the order they had before, with new ones behind: a form knows only the order it shows them in. */
export function inOrder<T extends string>(before: readonly T[], chosen: readonly T[]): T[] {
  return [...before.filter(item => chosen.includes(item)), ...chosen.filter(item => !before.includes(item))];
}

/** One thing a line, as people write lists. */
export function linesOf(answers: Answers, id: string): string[] {
  return textOf(answers, id)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** Where each line stood before. One that reads otherwise is the one that stood there, unless that stands elsewhere now. */
export function placesOf(lines: readonly string[], before: readonly string[]): number[] {
  return lines.map((line, index) => {
    const there = before[index];
    return before.includes(line) ? before.indexOf(line) : there !== undefined && !lines.includes(there) ? index : -1;
  });
}

/** As it would be typed into a box. */
export function typed(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value).replace('.', ',') : (value ?? '');
}

/** The answered rows, each with the item it was on the page; nothing for a new one. */
export function rowsWith<T>(
  rows: RowAnswers[],
  items: readonly T[],
  places: number[],
): { row: RowAnswers; before: T | undefined }[] {
  return rows.map((row, index) => ({ row, before: items[places[index] ?? items.length] }));
}
