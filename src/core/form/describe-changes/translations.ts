import type { Definition, Language } from '../definition.ts';
import type { Change } from './change.ts';
import { properties, type Describe } from './describe.ts';
import { change, type Subject } from './subject.ts';

type Texts = Definition['translations'][Language];

/** An agenda has hundreds of texts, so translations are counted and not told one by one. */
export const describeTranslations = properties<Definition['translations']>({
  en: language('Angličtina'),
  uk: language('Ukrajinština'),
});

function language(name: string): Describe<Texts> {
  return (before = {}, after = {}, subject) => {
    const has = (texts: object, place: string) => Object.hasOwn(texts, place);
    const added = Object.keys(after).filter(place => !has(before, place));
    const removed = Object.keys(before).filter(place => !has(after, place));
    const changed = Object.keys(after).filter(place => has(before, place) && before[place] !== after[place]);
    return [
      ...counted(subject, 'added', `${name}: přibylo překladů`, added),
      ...counted(subject, 'removed', `${name}: ubylo překladů`, removed),
      ...counted(subject, 'changed', `${name}: změnilo se překladů`, changed),
    ];
  };
}

function counted(subject: Subject, kind: Change['kind'], words: string, places: string[]): Change[] {
  return places.length === 0 ? [] : change(subject, kind, `${words}: ${places.length}`);
}
