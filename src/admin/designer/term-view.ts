import type { Definition } from '../../core/form/definition.ts';
import { askableByPath, askableFrom, type Askable, type From } from './askable.ts';
import { byStep, withChosen } from './condition-view.ts';
import type { TypedAmount, TypedTerm } from './formula-form.ts';
import { offeredAmounts, withChoice, type OfferedGroup } from './offered-amounts.ts';

/** Amounts multiplied by each other, as views/admin/designer/formula-rows.njk shows them. */
export interface TermView {
  name: string;
  amounts: AmountView[];
  /** Whether it may be multiplied by itself; where multiplying is a step of its own, that would be twice the same. */
  mayGrow: boolean;
}

interface AmountView extends TypedAmount {
  offered: OfferedGroup[];
  /** Of days, which ones can be chosen. */
  dates: OfferedGroup[];
}

/** What the terms of a formula share. */
export interface Viewing {
  offered: OfferedGroup[];
  dates: OfferedGroup[];
  askables: ReadonlyMap<string, Askable>;
  /** What else of the form could be counted with, by its value. */
  elsewhere: ReadonlyMap<string, string>;
}

export function viewing(definition: Definition, from: From): Viewing {
  const everywhere = withChoice(offeredAmounts(definition, 'everywhere')).flatMap(({ items }) => items);
  return {
    offered: offeredAmounts(definition, from),
    dates: byStep(askableFrom(definition, from).filter(({ kind }) => kind === 'date')),
    askables: askableByPath(definition),
    elsewhere: new Map(everywhere.map(({ value, label }) => [value, label])),
  };
}

type Look = { name: string; mayGrow?: boolean; offered?: OfferedGroup[] };

/** `offered` is for its first amount, when that may be more than the others. */
export function termView(
  view: Viewing,
  term: TypedTerm,
  { name, mayGrow = true, offered = view.offered }: Look,
): TermView {
  const amounts = term.map((amount, index) => ({
    ...amount,
    offered: withStanding(view, index === 0 ? offered : view.offered, amount.what),
    dates: amount.what === 'dny' ? datesFor(view, amount) : [],
  }));
  return { name, amounts, mayGrow };
}

/** What stands there is offered too, also when it may not be counted with from here any more. */
function withStanding({ elsewhere, askables }: Viewing, offered: OfferedGroup[], what: string): OfferedGroup[] {
  if (offered.some(({ items }) => items.some(({ value }) => value === what))) return offered;
  const [, path = ''] = what.split(':');
  const label = elsewhere.get(what) ?? askables.get(path)?.label ?? path;
  return [...offered, { label: 'Odjinud', items: [{ value: what, label: label === '' ? 'vyberte…' : label }] }];
}

function datesFor({ dates, askables }: Viewing, { from, to }: TypedAmount): OfferedGroup[] {
  const items = dates.flatMap(group => group.items);
  const added = withChosen(withChosen(items, from, askables), to, askables).slice(items.length);
  return added.length > 0 ? [...dates, { label: 'Odjinud', items: added }] : dates;
}
