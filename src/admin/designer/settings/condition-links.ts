import { conditionWords } from '../../../core/form/condition-words.ts';
import type { Definition } from '../../../core/form/definition.ts';
import { logicPath } from '../paths.ts';
import type { SettingsPart } from './part.ts';

/** A row of the list under a part: what it is about, when it applies, and where that is changed. */
export interface ConditionLink {
  label: string;
  href: string;
  isAlways: boolean;
  /** A clause after "když"; nothing when words do not suffice. */
  words: string | undefined;
}

export function conditionLinks(slug: string, definition: Definition, part: SettingsPart): ConditionLink[] {
  return (part.conditions?.(definition) ?? []).map(({ place, label, when }) => ({
    label,
    href: logicPath(slug, place),
    isAlways: when === undefined || when === true,
    words: conditionWords(when, definition, Infinity),
  }));
}
