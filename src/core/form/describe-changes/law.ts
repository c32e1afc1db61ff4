import type { Definition } from '../definition.ts';
import { properties, text, wording } from './describe.ts';
import { listByName } from './list.ts';

type Law = Definition['law'][number];

export const describeLaw = listByName<Law>({
  noun: 'law',
  nameOf: ({ provision }) => provision,
  describe: properties<Law>({
    provision: wording('se nově uvádí jako'),
    text: text({ is: 'Vysvětlení', has: 'vysvětlení' }),
    url: text({ is: 'Odkaz', has: 'odkaz' }),
  }),
});
