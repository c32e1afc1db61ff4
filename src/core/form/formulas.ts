import type { Definition, Logic } from './definition.ts';
import { placesOf, type Place } from './places.ts';

/** A condition or a computation and where it is, e.g. "steps[1].fields[0].when". */
export interface Formula extends View {
  path: string;
  logic: Logic;
  gives: 'condition' | 'number';
}

/** From where a formula looks at the answers: it sees the fields asked before, in a row those of that row too. */
interface View {
  /** The order (core/form/places) of the first field that comes too late for it. */
  before: number;
  /** The id of the group in whose row it is. */
  groupId?: string;
}

/** Every formula of an agenda; those of rules, fees, visits and attachments see all answers. */
export function formulasOf(definition: Definition, places: Place[] = placesOf(definition)): Formula[] {
  return [
    ...stepFormulas(definition),
    ...places.flatMap(fieldFormulas),
    ...ruleFormulas(definition, places),
    ...definition.attachments.flatMap(({ when }, index) => condition(`attachments[${index}].when`, when, anywhere)),
    ...definition.visit.bring.flatMap(({ when }, index) => condition(`visit.bring[${index}].when`, when, anywhere)),
    ...chargeFormulas(definition),
  ];
}

const anywhere: View = { before: Infinity };

function stepFormulas({ steps }: Definition): Formula[] {
  let before = 0;
  return steps.flatMap((step, index) => {
    const found = condition(`steps[${index}].when`, step.when, { before });
    before += placesOf({ steps: [step] }).length;
    return found;
  });
}

function fieldFormulas({ field, path, order, group }: Place): Formula[] {
  const view: View = { before: order, ...(group && { groupId: group.id }) };
  const asked = condition(`${path}.when`, field.when, view);
  if (field.type !== 'computed') return asked;
  return [...asked, { path: `${path}.value`, logic: field.value, gives: 'number', ...view }];
}

/** The message of a rule stands by one question, so nothing it asks about may come after that question's step. */
function ruleFormulas({ rules }: Definition, places: Place[]): Formula[] {
  return rules.flatMap(({ at, when, holds }, index) => {
    const step = places.find(({ field }) => field.id === at)?.step;
    const last = places.findLast(place => place.step === step);
    const view: View = step === undefined || last === undefined ? anywhere : { before: last.order + 1 };
    return [...condition(`rules[${index}].when`, when, view), ...condition(`rules[${index}].holds`, holds, view)];
  });
}

function chargeFormulas({ fee: { charge } }: Definition): Formula[] {
  if (charge === undefined) return [];
  if (charge.by === 'formula')
    return [{ path: 'fee.charge.crowns', logic: charge.crowns, gives: 'number', ...anywhere }];
  return charge.rows.flatMap(({ when }, index) => condition(`fee.charge.rows[${index}].when`, when, anywhere));
}

function condition(path: string, logic: Logic | undefined, view: View): Formula[] {
  return logic === undefined ? [] : [{ path, logic, gives: 'condition', ...view }];
}

/** The questions a formula asks about, each once. Takes anything. */
export function askedIn(logic: unknown): string[] {
  const ids = new Set<string>();
  const waiting: unknown[] = [logic];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part !== 'object' || part === null) continue;
    for (const [operator, value] of Object.entries(part) as [string, unknown][]) {
      if (operator === 'var' && !Array.isArray(part) && typeof value === 'string') ids.add(value.split('.')[0] ?? '');
      else waiting.push(value);
    }
  }
  return [...ids];
}
