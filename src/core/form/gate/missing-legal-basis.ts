import type { Rule } from './rule.ts';

/** The office may do only what a law lets it (Constitution, article 2(3)). */
export const missingLegalBasis: Rule = {
  name: 'missing-legal-basis',
  level: 'error',
  find: ({ definition: { law } }) =>
    law.length === 0
      ? [{ path: 'law', message: 'Přidejte předpis, podle kterého úřad jedná.' }]
      : law.flatMap(({ provision }, index) =>
          provision.trim() === ''
            ? [
                {
                  path: `law[${index}].provision`,
                  message: 'Napište číslo předpisu, třeba „§\u00a071 zákona č.\u00a0500/2004\u00a0Sb.“',
                },
              ]
            : [],
        ),
};
