import type { Nia } from '../../../config.ts';
import type { Deps } from '../../../deps.ts';
import type { EnterDeps } from '../enter.ts';
import { ProviderProblem } from '../problem.ts';
import type { Provider } from '../provider.ts';
import { begin } from './begin.ts';
import { comeBack, receive } from './come-back.ts';
import { reachability } from './reachability.ts';

/** Identita občana (NIA), which proves citizens by SAML 2.0. */
export function niaProvider(deps: Deps & EnterDeps, nia: Nia): Provider {
  const isThere = reachability(nia);
  return {
    slug: 'identita-obcana',
    provider: 'nia',
    audience: 'citizens',
    begin: async (req, res) => {
      if (!(await isThere())) throw new ProviderProblem('unavailable', 'metadata not reached');
      await begin(deps, nia, req, res);
    },
    receive: req => receive(deps, nia, req),
    finish: (req, res) => comeBack(deps, req, res),
  };
}
