import type { Rule } from './rule.ts';

/** Nobody could file what asks for an identity that people cannot prove here. */
export const identityNotOffered: Rule = {
  name: 'identity-not-offered',
  level: 'error',
  find({ definition: { whoMayFile }, context: { offeredIdentity } }) {
    if (whoMayFile.identity === 'none' || offeredIdentity.includes(whoMayFile.identity)) return [];
    return [
      {
        path: 'whoMayFile.identity',
        message: 'Takovou totožnost tu zatím nejde prokázat, nikdo by podat nemohl. Vyberte nižší úroveň.',
      },
    ];
  },
};
