import { checkTemplate, templateProblemText } from '../../letters/template/check.ts';
import type { Definition } from '../definition.ts';
import { placeholders, unknownPlaceholders } from '../placeholders.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** What no mail or letter can fill in would be sent to the applicant as it is written. */
export const unknownPlaceholder: Rule = {
  name: 'unknown-placeholder',
  level: 'error',
  find: ({ definition }) => [...inMails(definition), ...inLetters(definition)],
};

function inMails({ mails }: Definition): Problem[] {
  const known = placeholders.map(name => `{{${name}}}`).join(', ');
  return Object.entries(mails).flatMap(([mail, text = '']) =>
    unknownPlaceholders(text).map(name => ({
      path: `mails.${mail}`,
      message: `Za „{{${name}}}“ nemá dopis co doplnit. Použijte některé z\u00a0těchto: ${known}.`,
    })),
  );
}

function inLetters({ letters, steps }: Definition): Problem[] {
  const questions = new Set(steps.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return letters.flatMap(({ text }, index) =>
    checkTemplate(text, questions).map(problem => ({
      path: `letters[${index}].text`,
      message: templateProblemText(problem),
    })),
  );
}
