import type { RowAnswers } from '../../../core/form/answers.ts';
import { isQuestion, type Definition, type Field, type Logic, type Rule } from '../../../core/form/definition.ts';
import { newId } from '../../../core/form/edit/new-id.ts';
import { choicesOf, questions, rowsOf, rowsWith, textOf, type ConditionPlace, type SettingsPart } from './part.ts';

/** What has to hold between answers, in three kinds: one is not before another, at least one of several, or anything else. */
export const rules: SettingsPart = {
  id: 'pravidla',
  fields: sketch => {
    const all = optionsOf(sketch, isQuestion);
    const places = optionsOf(sketch, ({ type }) => type !== 'heading' && type !== 'explanation' && type !== 'file');
    const ordered = optionsOf(sketch, ({ type }) => ['date', 'time', 'number', 'money'].includes(type));
    if (all.length < 2) return [];
    return questions({
      type: 'group',
      id: 'rules',
      label: 'Pravidla mezi odpověďmi',
      hint: 'Třeba že konec není dřív než začátek. Chyba se ukáže u\u00a0otázky, kterou zvolíte.',
      rowLabel: 'Pravidlo',
      max: 60,
      fields: [
        {
          type: 'oneOf',
          id: 'kind',
          label: 'Co má platit',
          required: false,
          options: [
            ...(ordered.length < 2 ? [] : [{ value: 'order', label: 'Odpověď není menší nebo dřív než jiná' }]),
            { value: 'any', label: 'Aspoň jedna z\u00a0odpovědí je vyplněná' },
            { value: 'own', label: 'Něco jiného' },
          ],
        },
        ...(ordered.length < 2
          ? []
          : [
              { type: 'oneOf', id: 'first', label: 'Dřívější nebo menší', when: isKind('order'), options: ordered },
              { type: 'oneOf', id: 'second', label: 'Pozdější nebo větší', when: isKind('order'), options: ordered },
            ]),
        { type: 'severalOf', id: 'among', label: 'Ze kterých odpovědí', when: isKind('any'), options: all },
        { type: 'oneOf', id: 'at', label: 'U\u00a0které otázky se chyba ukáže', when: isKind('own'), options: places },
        {
          type: 'text',
          id: 'message',
          label: 'Co má člověk udělat',
          hint: 'Třeba: Konec má být později než začátek.',
          maxLength: 300,
          required: false,
        },
      ].map(field => ({ ...field, ...('when' in field && { required: true }) })),
    });
  },
  toEntries: sketch => ({ rules: sketch.rules.map(rule => ({ ...entriesOfKind(rule), message: rule.message })) }),
  apply: (sketch, answers, origin): Definition => {
    const kept: Rule[] = [];
    rowsWith(rowsOf(answers, 'rules'), sketch.rules, origin('rules')).forEach(({ row, before }) => {
      const id = before?.id ?? newId({ ...sketch, rules: [...sketch.rules, ...kept] }, 'pravidlo', 'pravidlo');
      kept.push({ id, ...said(row, before), message: textOf(row, 'message') });
    });
    return { ...sketch, rules: kept };
  },
  conditions: (sketch): ConditionPlace[] =>
    sketch.rules.flatMap((rule, index) =>
      kindOf(rule) === 'own'
        ? [
            { place: `rules.${index}.holds`, label: `Co má platit: ${rule.message}`, when: rule.holds },
            { place: `rules.${index}.when`, label: `Kdy se to posuzuje: ${rule.message}`, when: rule.when },
          ]
        : [],
    ),
};

function isKind(kind: string): Logic {
  return { '==': [{ var: 'kind' }, kind] };
}

function optionsOf({ steps }: Definition, fits: (field: Field) => boolean): { value: string; label: string }[] {
  return steps
    .flatMap(step => step.fields)
    .filter(fits)
    .slice(0, 60)
    .map(({ id, label }) => ({ value: id, label: label === '' ? id : label }));
}

const filled = (id: string): Logic => ({ '!!': [{ var: id }] });

function said(row: RowAnswers, before: Rule | undefined): Pick<Rule, 'when' | 'holds' | 'at'> {
  const [first, second] = [textOf(row, 'first'), textOf(row, 'second')];
  const among = choicesOf(row, 'among');
  switch (textOf(row, 'kind')) {
    case 'order':
      return {
        when: { and: [filled(first), filled(second)] },
        holds: { '>=': [{ var: second }, { var: first }] },
        at: second,
      };
    case 'any':
      return { holds: { or: among.map(filled) }, at: among[0] ?? '' };
    default: {
      const own = before !== undefined && kindOf(before) === 'own' ? before : undefined;
      return { holds: own?.holds ?? true, ...(own?.when !== undefined && { when: own.when }), at: textOf(row, 'at') };
    }
  }
}

function kindOf(rule: Rule): 'order' | 'any' | 'own' {
  if (orderOf(rule)) return 'order';
  return amongOf(rule) ? 'any' : 'own';
}

function entriesOfKind(rule: Rule): Record<string, string | string[]> {
  const order = orderOf(rule);
  if (order) return { kind: 'order', ...order };
  const among = amongOf(rule);
  return among ? { kind: 'any', among } : { kind: 'own', at: rule.at };
}

/** Reads back what `said` writes; anything else is a rule of its own kind. */
function orderOf({ when, holds, at }: Rule): { first: string; second: string } | undefined {
  const [, second, first] = /^\{">=":\[\{"var":"(\w+)"\},\{"var":"(\w+)"\}\]\}$/.exec(JSON.stringify(holds)) ?? [];
  if (first === undefined || second === undefined || at !== second) return undefined;
  const expected = JSON.stringify({ and: [filled(first), filled(second)] });
  return JSON.stringify(when) === expected ? { first, second } : undefined;
}

function amongOf({ when, holds, at }: Rule): string[] | undefined {
  const among = Array.from(JSON.stringify(holds).matchAll(/"var":"(\w+)"/g), match => match[1] ?? '');
  const isSame = JSON.stringify(holds) === JSON.stringify({ or: among.map(filled) });
  return when === undefined && isSame && among[0] === at ? among : undefined;
}
