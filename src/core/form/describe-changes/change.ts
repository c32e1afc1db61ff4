import type { NounName } from './nouns.ts';

/** The parts of an agenda under which its changes are shown, in that order. */
export const areas = [
  'about',
  'filing',
  'form',
  'attachments',
  'rules',
  'fee',
  'visit',
  'processing',
  'law',
  'letters',
  'translations',
] as const;
export type Area = (typeof areas)[number];

/** One difference between two versions of an agenda. */
export interface Change {
  area: Area;
  kind: 'added' | 'removed' | 'moved' | 'changed';
  /** The thing it is about. */
  what: NounName;
  /** Czech, for people who do not know what the document looks like. */
  sentence: string;
  /** The place by ids, e.g. "fields.breed.required"; what has no id is counted from 0, e.g. "law.2.text". */
  place: string;
}
