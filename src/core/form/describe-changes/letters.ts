import type { Definition } from '../definition.ts';
import { identity, properties, text, wording, type Describe } from './describe.ts';
import { listById } from './list.ts';

type Letters = Pick<Definition, 'letters' | 'mails'>;
type Letter = Definition['letters'][number];

export const describeLetters: Describe<Letters> = properties<Letters>({
  letters: listById<Letter>({
    noun: 'letter',
    idOf: ({ id }) => id,
    nameOf: ({ title }) => title,
    describe: properties<Letter>({
      id: identity,
      title: wording('se nově jmenuje'),
      text: text({ is: 'Text', has: 'text' }),
    }),
  }),
  mails: properties<Definition['mails']>({
    filed: text({ is: 'Odstavec e-mailu o\u00a0podání', has: 'odstavec v\u00a0e-mailu o\u00a0podání:' }),
    assigned: text({ is: 'Odstavec e-mailu o\u00a0přidělení', has: 'odstavec v\u00a0e-mailu o\u00a0přidělení:' }),
    decided: text({ is: 'Odstavec e-mailu o\u00a0rozhodnutí', has: 'odstavec v\u00a0e-mailu o\u00a0rozhodnutí:' }),
  }),
});
