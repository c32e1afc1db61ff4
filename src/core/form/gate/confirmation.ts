import type { Rule } from './rule.ts';

/** Only somebody with an account can confirm what they file; whoever proved their identity has nothing to wait for. */
export const confirmationFits: Rule = {
  name: 'confirmation-fits-identity',
  level: 'error',
  find({ definition: { whoMayFile } }) {
    const { identity, confirmation } = whoMayFile;
    const path = 'whoMayFile.confirmation';
    if (confirmation === 'authorised' && identity === 'none') {
      return [{ path, message: 'Bez účtu nejde podání potvrdit. Vyberte u\u00a0totožnosti aspoň účet.' }];
    }
    if (confirmation === 'withinFiveDays' && (identity === 'substantial' || identity === 'high')) {
      return [
        {
          path,
          message:
            'Kdo prokazuje totožnost, potvrdí podání hned. Vyberte potvrzení při\u00a0podání, nebo nižší úroveň.',
        },
      ];
    }
    return [];
  },
};
