import type { ReadDirectory } from '../directory.ts';
import { endHandlers } from './actions/end.ts';
import { handOverHandlers } from './actions/hand-over.ts';
import { insideHandlers } from './actions/inside.ts';
import { periodHandlers } from './actions/period.ts';
import { reasonHandlers } from './actions/reason.ts';
import { taskHandlers } from './actions/tasks.ts';
import type { ActionDeps } from './perform.ts';

/** POST /urad/pripady/:ref/...: each step with a case is a small resource of its own. */
export function actionHandlers(deps: ActionDeps, directory: ReadDirectory) {
  return {
    ...handOverHandlers(deps, directory),
    ...periodHandlers(deps, directory),
    ...endHandlers(deps, directory),
    ...reasonHandlers(deps, directory),
    ...insideHandlers(deps, directory),
    ...taskHandlers(deps, directory),
  };
}
