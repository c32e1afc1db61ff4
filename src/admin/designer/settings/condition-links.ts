import type { Definition } from '../../../core/form/definition.ts';
import { conditionForm } from '../condition-form.ts';
import { conditionView } from '../condition-view.ts';
import { logicPath } from '../paths.ts';
import type { SettingsPart } from './part.ts';

/** A row of the list under a part: what it is about, when it applies in words, and where that is changed. */
export interface ConditionLink {
  label: string;
  href: string;
  /** `rows` as "question, comparison, value"; none when it always applies, or `json` when words do not suffice. */
  shape: 'always' | 'rows' | 'json';
  join: 'all' | 'any';
  rows: { field: string; comparison: string; value: string }[];
}

export function conditionLinks(slug: string, definition: Definition, part: SettingsPart): ConditionLink[] {
  return (part.conditions?.(definition) ?? []).map(({ place, label, when }) => {
    const { shape, join, rows } = conditionView(definition, conditionForm(definition, 'podminka', when), 'everywhere');
    return {
      label,
      href: logicPath(slug, place),
      shape: when === undefined || when === true ? 'always' : shape,
      join,
      rows: rows.map(row => ({
        field: row.label,
        comparison: row.comparisons.find(({ value }) => value === row.comparison)?.label ?? '',
        value: wordsOf(row),
      })),
    };
  });
}

interface Compared {
  input: string;
  options: { value: string; label: string }[];
  values: string[];
  other: string;
  others: { value: string; label: string }[];
}

function wordsOf({ input, options, values, other, others }: Compared): string {
  if (other !== '') return others.find(({ value }) => value === other)?.label ?? other;
  if (input === 'yesNo') return values[0] === 'false' ? 'ne' : 'ano';
  return values.map(value => options.find(option => option.value === value)?.label ?? value).join(', ');
}
