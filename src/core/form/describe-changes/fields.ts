import { isQuestion, type Field } from '../definition.ts';
import { placesOf, type Place } from '../places.ts';
import type { Change } from './change.ts';
import { isSame } from './describe.ts';
import { containerKey, containerOf, fieldSubject, hasContainer, namesOfNew } from './field-places.ts';
import { commonChanges, fieldChanges } from './field-properties.ts';
import { movesOf } from './list.ts';
import { matched, type Matching } from './order.ts';
import { agreeing, change, inCase, itself, type Context, type Subject } from './subject.ts';
import { typeNames } from './type-names.ts';

/** Fields, told apart by their id alone, so that one that moves to another step is still the same. */
export function fieldListChanges(context: Context): Change[] {
  const { before, after } = context;
  const { pairs, added, removed } = matched(placesOf(before), placesOf(after), [({ field }) => field.id]);
  return [
    // What comes or goes with its step or group has been named with it.
    ...removed.flatMap(({ item }) => (hasContainer(after, item) ? gone(item, context) : [])),
    ...added.flatMap(({ item }) => (hasContainer(before, item) ? came(item, context) : [])),
    ...pairs.flatMap(pair => movedBetween(pair, context)),
    ...movedWithin(pairs, context),
    ...pairs.flatMap(pair => difference(pair.before.field, pair.after.field, fieldSubject(pair.after.field, context))),
  ];
}

function gone(place: Place, context: Context): Change[] {
  const { field } = place;
  const subject = fieldSubject(field, context);
  const [verb, it] = [agreeing(subject, 'Ubyl', 'Ubyla', 'Ubylo'), inCase(subject, 'one')];
  const inner = field.type === 'group' ? namesOfNew(field.fields, { than: context.after }) : '';
  return change(subject, 'removed', `${verb} ${it}${inner} ${fromWhere(place, context)}`);
}

function came(place: Place, context: Context): Change[] {
  const { field } = place;
  const subject = fieldSubject(field, context);
  const isRequired = 'required' in field && field.required;
  const adjective = isRequired ? `${agreeing(subject, 'povinný', 'povinná', 'povinné')} ` : '';
  const [verb, it] = [agreeing(subject, 'Přibyl', 'Přibyla', 'Přibylo'), inCase(subject, 'one')];
  const inner = field.type === 'group' ? namesOfNew(field.fields, { than: context.before }) : '';
  return change(subject, 'added', `${verb} ${adjective}${it}${inner} do\u00a0${containerOf(place, context)}`);
}

type Pair = Matching<Place>['pairs'][number];

function movedBetween({ before, after }: Pair, context: Context): Change[] {
  if (containerKey(before) === containerKey(after)) return [];
  const subject = fieldSubject(after.field, context);
  const verb = agreeing(subject, 'přesunul', 'přesunula', 'přesunulo');
  const way = `${fromWhere(before, context)} do\u00a0${containerOf(after, context)}`;
  return change(subject, 'moved', `${itself(subject)} se ${verb} ${way}`);
}

function fromWhere(place: Place, context: Context): string {
  return `${place.group === undefined ? 'z' : 'ze'}\u00a0${containerOf(place, context)}`;
}

function movedWithin(pairs: Pair[], context: Context): Change[] {
  const stayed = pairs.filter(({ before, after }) => containerKey(before) === containerKey(after));
  const byContainer = Map.groupBy(stayed, ({ after }) => containerKey(after));
  return [...byContainer.values()].flatMap(items =>
    movesOf(items.map(({ after, from }) => ({ subject: fieldSubject(after.field, context), from }))),
  );
}

function difference(before: Field, after: Field, subject: Subject): Change[] {
  if (before.type !== after.type) {
    const types = `„${typeNames[after.type]}“ (dřív „${typeNames[before.type]}“)`;
    const retyped = change(subject, 'changed', `${itself(subject)} má nově typ ${types}`);
    return isQuestion(before) && isQuestion(after) ? [...retyped, ...commonChanges(before, after, subject)] : retyped;
  }
  return isSame(before, after) ? [] : fieldChanges(after.type, [before, after], subject);
}
