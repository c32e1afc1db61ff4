import type { AppDeps } from '../deps.ts';
import type { KeepForm } from '../web/route.ts';
import { receiveForm } from './receive-form.ts';

/** Keeps a form that comes with files: what was typed is read first, the files are not. */
export function keepWithFiles(deps: Pick<AppDeps, 'csrf' | 'files' | 'vault'>, keep: KeepForm): KeepForm {
  return async (req, res) => {
    // Refused for its token, at the latest before the first file; what was typed has been read by then.
    await receiveForm(req, res, { deps, slots: [] }).catch(() => undefined);
    return keep(req, res);
  };
}
