import type { Definition } from '../definition.ts';
import { condition } from './conditions.ts';
import { flag, properties, text, wording } from './describe.ts';
import { listByName } from './list.ts';

type Visit = Definition['visit'];
type Bring = Visit['bring'][number];

export const describeVisit = properties<Visit>({
  needed: flag({ on: () => 'Nově je potřeba přijít na úřad', off: () => 'Na úřad už není potřeba chodit' }),
  text: text({ is: 'Text o\u00a0návštěvě úřadu', has: 'text o\u00a0návštěvě úřadu' }),
  bring: listByName<Bring>({
    noun: 'bring',
    nameOf: item => item.text,
    describe: properties<Bring>({ text: wording('nově zní'), when: condition('se bere s\u00a0sebou') }),
  }),
});
