import type { Definition } from '../definition.ts';
import { properties, text, type Describe } from './describe.ts';
import { change, labelIn } from './subject.ts';

/** Who may file, and which answers say who did. */
export const describeFiling: Describe<Filing> = properties<Filing>({
  whoMayFile: properties<Definition['whoMayFile']>({
    text: text({ is: 'Text o\u00a0tom, kdo může podat,', has: 'text o\u00a0tom, kdo může podat:' }),
    identity: (before, after, subject) => {
      const [old, young] = [identityNames[before], identityNames[after]];
      return change(subject, 'changed', `Podat nově může ${young} (dřív ${old})`);
    },
    confirmation: (before, after, subject) => {
      const [old, young] = [confirmationNames[before], confirmationNames[after]];
      return change(subject, 'changed', `Podání se nově ${young} (dřív ${old})`);
    },
  }),
  applicant: properties<Definition['applicant']>({
    name: contact('Jméno toho, kdo podává,'),
    email: contact('E-mail toho, kdo podává,'),
    phone: contact('Telefon toho, kdo podává,'),
  }),
});

type Filing = Pick<Definition, 'whoMayFile' | 'applicant'>;
type Identity = Definition['whoMayFile']['identity'];

const identityNames: Record<Identity, string> = {
  none: 'kdokoli, i\u00a0bez účtu',
  account: 'jen ten, kdo má účet s\u00a0potvrzeným e-mailem',
  substantial: 'jen ten, kdo prokáže totožnost na úrovni záruky značná',
  high: 'jen ten, kdo prokáže totožnost na úrovni záruky vysoká',
};

const confirmationNames: Record<Definition['whoMayFile']['confirmation'], string> = {
  none: 'nepotvrzuje',
  authorised: 'potvrzuje před odesláním',
  withinFiveDays: 'potvrzuje před odesláním nebo do 5\u00a0dnů po něm',
};

/** Which question gives a contact. */
function contact(what: string): Describe<string | undefined> {
  return (before, after, subject) => {
    const { context } = subject;
    const old = before === undefined ? '' : `odpověď ${labelIn(context.before, before)}`;
    const young = after === undefined ? '' : `odpověď ${labelIn(context.after, after)}`;
    if (after === undefined) return change(subject, 'removed', `${what} už není ${old}`);
    const formerly = before === undefined ? '' : ` (dřív ${old})`;
    return change(subject, before === undefined ? 'added' : 'changed', `${what} je nově ${young}${formerly}`);
  };
}
