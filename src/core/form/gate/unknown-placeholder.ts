import { placeholders, unknownPlaceholders } from '../placeholders.ts';
import type { Rule } from './rule.ts';

/** What no letter can fill in would be sent to the applicant as it is written. */
export const unknownPlaceholder: Rule = {
  name: 'unknown-placeholder',
  level: 'error',
  find({ definition: { mails, letters } }) {
    const texts = [
      ...Object.entries(mails).map(([mail, text]) => ({ path: `mails.${mail}`, text })),
      ...letters.map(({ text }, index) => ({ path: `letters[${index}].text`, text })),
    ];
    const known = placeholders.map(name => `{{${name}}}`).join(', ');
    return texts.flatMap(({ path, text = '' }) =>
      unknownPlaceholders(text).map(name => ({
        path,
        message: `Za „{{${name}}}“ nemá dopis co doplnit. Použijte některé z\u00a0těchto: ${known}.`,
      })),
    );
  },
};
