import type { Request } from 'express';
import type { DataBoxGate } from '../../../config.ts';
import { dataBoxIdentity } from '../../../core/identity/data-box.ts';
import { queryText } from '../../../web/input.ts';
import { arrive, type ArrivalDeps } from '../arrive.ts';
import { ProviderProblem } from '../problem.ts';
import type { ProvenIdentity } from '../proven.ts';
import type { Provider } from '../provider.ts';
import { confirmAtDataBox } from './confirm.ts';
import { askAtDataBox, askedAtDataBox } from './question.ts';
import type { Confirmation } from './read-confirmation.ts';

/** People by their data box, whom the gate of ISDS for other systems signs in. */
export function dataBoxProvider(deps: ArrivalDeps, gate: DataBoxGate): Provider {
  return {
    slug: 'datova-schranka',
    provider: 'dataBox',
    audience: 'citizens',
    begin: (req, res) => {
      res.redirect(303, askAtDataBox(deps, gate, req));
      return Promise.resolve();
    },
    finish: async (req, res) => {
      await arrive(deps, req, res, await proved(deps, gate, req));
    },
  };
}

/**
 * They are back with the name of a session there. It is asked about only when this browser was sent there, and believed only
 * when ISDS itself says that it is the session of whoever was sent: a link of somebody else's leads nowhere.
 */
async function proved(deps: ArrivalDeps, gate: DataBoxGate, req: Request): Promise<ProvenIdentity> {
  const token = askedAtDataBox(deps, req);
  if (token === null || queryText(req, 'appToken') !== token) throw new ProviderProblem('stale', 'nobody on the way');
  const sessionId = queryText(req, 'sessionId', 500);
  if (sessionId === '') throw new ProviderProblem('cancelled');
  if (!/^[\w.:-]{8,200}$/.test(sessionId)) throw new ProviderProblem('unproved', 'no session');
  const { status, attributes } = await confirmAtDataBox(gate, sessionId);
  if (status !== 'OK') throw problemOf(status);
  if (attributes.get('appToken')?.trim() !== token)
    throw new ProviderProblem('unproved', 'session of another question');
  const identification = dataBoxIdentity(attributes);
  if (!identification.ok) throw new ProviderProblem(identification.problem);
  return { provider: 'dataBox', ...identification.identity };
}

function problemOf(status: Confirmation['status']): ProviderProblem {
  if (status === 'SESSION_NOT_FOUND') return new ProviderProblem('stale', 'session not found');
  return status === 'SYSTEM_ERROR'
    ? new ProviderProblem('unavailable', 'system error')
    : new ProviderProblem('unproved', 'unknown status');
}
