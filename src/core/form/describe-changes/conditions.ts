import { conditionWords } from '../condition-words.ts';
import type { Logic } from '../definition.ts';
import { formulaWords } from '../formula-words.ts';
import type { Describe } from './describe.ts';
import { at, change, itself, type Subject } from './subject.ts';

/** When a thing comes into play; `does` is what it does then, e.g. "se zobrazí". */
export function condition(does: string): Describe<Logic | undefined> {
  return (before, after, subject) => {
    const { context } = subject;
    const [old, young] = [conditionWords(before, context.before), conditionWords(after, context.after)];
    const [it, verb] = [itself(subject), does.replace(/^se /, 'se nově ')];
    if (after === undefined) {
      const formerly = old === undefined ? 'dřív jen někdy' : `dřív jen když ${old}`;
      return change(subject, 'removed', `${it} ${verb} vždy (${formerly})`);
    }
    if (before === undefined) {
      const when = young === undefined ? ' jen za určité podmínky' : `, jen když ${young}`;
      return change(subject, 'added', `${it} ${verb}${when}`);
    }
    if (young === undefined) return change(subject, 'changed', `Podmínka${at(subject)} je nově jiná`);
    if (old === young) return change(subject, 'changed', `Podmínka${at(subject)} je nově zapsaná jinak: když ${young}`);
    const formerly = old === undefined ? '' : ` (dřív když ${old})`;
    return change(subject, 'changed', `${it} ${verb}, jen když ${young}${formerly}`);
  };
}

/** How a number is worked out. */
export function formula(nameOf: (subject: Subject) => string): Describe<Logic> {
  return (before, after, subject) => {
    const [it, { context }] = [nameOf(subject), subject];
    const [old, young] = [formulaWords(before, context.before), formulaWords(after, context.after)];
    if (young === undefined || young === old) return change(subject, 'changed', `${it} je nově jiný`);
    const formerly = old === undefined ? '' : ` (dřív ${old})`;
    return change(subject, 'changed', `${it} je nově: ${young}${formerly}`);
  };
}
