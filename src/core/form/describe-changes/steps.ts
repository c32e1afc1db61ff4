import type { Step } from '../definition.ts';
import type { Change } from './change.ts';
import { condition } from './conditions.ts';
import { identity, isSame, properties, text, wording } from './describe.ts';
import { namesOfNew } from './field-places.ts';
import { come, gone, movesOf } from './list.ts';
import { matched } from './order.ts';
import type { Context, Subject } from './subject.ts';

/** Steps, without the fields in them. What comes or goes with a step is named with it. */
export function stepChanges(context: Context): Change[] {
  const { before, after } = context;
  const { pairs, added, removed } = matched(before.steps, after.steps, [({ id }) => id]);
  const about = (step: Step) => stepSubject(step, context);
  return [
    ...removed.flatMap(({ item }) => gone(about(item), namesOfNew(item.fields, { than: after }))),
    ...added.flatMap(({ item }) => come(about(item), namesOfNew(item.fields, { than: before }))),
    ...movesOf(pairs.map(pair => ({ subject: about(pair.after), from: pair.from }))),
    ...pairs.flatMap(pair =>
      isSame(pair.before, pair.after) ? [] : describe(pair.before, pair.after, about(pair.after)),
    ),
  ];
}

function stepSubject({ id, title }: Step, context: Context): Subject {
  return { area: 'form', noun: 'step', name: title, place: `steps.${id}`, context };
}

const describe = properties<Step>({
  id: identity,
  title: wording('se nově jmenuje'),
  why: text({ is: 'Úvodní vysvětlení', has: 'úvodní vysvětlení' }),
  when: condition('se zobrazí'),
  fields: identity,
});
