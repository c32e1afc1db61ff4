import type { Config } from '../../../config.ts';
import { staffMember, staffPost } from '../../../core/identity/staff.ts';
import { finishSignIn } from '../../finish-sign-in.ts';
import type { ArrivalDeps } from '../arrive.ts';
import { begin } from '../oidc/begin.ts';
import { oidcClient } from '../oidc/client.ts';
import { finish } from '../oidc/finish.ts';
import { ProviderProblem } from '../problem.ts';
import type { Provider } from '../provider.ts';
import { admit } from './admit.ts';
import type { StaffOffice } from './office.ts';

/** Officers by the office's own OpenID Connect, whose directory says what they are here. */
export function staffProvider(
  deps: ArrivalDeps,
  { groups: mapping, ...client }: NonNullable<Config['staff']>,
  office: StaffOffice,
): Provider {
  const question = { slug: 'pracovni-ucet', find: oidcClient(client), scope: 'openid profile email' };
  return {
    slug: question.slug,
    provider: 'staff',
    audience: 'staff',
    begin: (req, res) => begin(deps, req, res, question),
    finish: async (req, res) => {
      const { subject, claims } = await finish(deps, req, question);
      const member = staffMember(claims);
      if (!member) throw new ProviderProblem('incomplete', 'no name or mailbox');
      // Nobody loses a post because the directory did not say.
      if (member.groups === null) throw new ProviderProblem('incomplete', 'no groups');
      const post = staffPost(mapping, member.groups);
      const admitted = await admit(deps, { subject, member, post, office });
      if (!admitted.ok) throw new ProviderProblem(admitted.reason);
      await finishSignIn(deps, req, res, { signedIn: { ...admitted.holder, method: 'staff', level: 'account' } });
    },
  };
}
