import type { Definition, Rule } from '../definition.ts';
import { conditionWords } from '../condition-words.ts';
import { condition } from './conditions.ts';
import { identity, properties, wording, type Describe } from './describe.ts';
import { listById } from './list.ts';
import { change, inCase, itself, labelIn } from './subject.ts';

/** What has to hold between answers is known by the sentence that is shown when it does not. */
export const describeRules: Describe<Definition['rules']> = listById<Rule>({
  noun: 'rule',
  idOf: ({ id }) => id,
  nameOf: ({ message }) => message,
  describe: properties<Rule>({
    id: identity,
    when: condition('se provádí'),
    holds: (before, after, subject) => {
      const { context } = subject;
      const [old, young] = [conditionWords(before, context.before), conditionWords(after, context.after)];
      const asks = young === undefined || young === old ? 'ověřuje něco jiného' : `ověřuje, že ${young}`;
      const formerly = old === undefined || young === old ? '' : ` (dřív že ${old})`;
      return change(subject, 'changed', `${itself(subject)} nově ${asks}${formerly}`);
    },
    message: wording('nově říká'),
    at: (before, after, subject) => {
      const { context } = subject;
      const [old, young] = [labelIn(context.before, before), labelIn(context.after, after)];
      const it = inCase(subject, 'of');
      return change(subject, 'changed', `Hlášení ${it} se nově ukáže u\u00a0otázky ${young} (dřív ${old})`);
    },
  }),
});
