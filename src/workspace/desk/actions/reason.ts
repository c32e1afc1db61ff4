import type { RequestHandler } from 'express';
import { changeCase } from '../../../cases/commands.ts';
import type { ReadDirectory } from '../../directory.ts';
import { type ActionDeps, perform } from '../perform.ts';
import { reasonField, reasonForm, type ReasonStep, reasonSteps } from '../reasons.ts';
import type { Handlers } from './handlers.ts';

/** Steps that take nothing but a reason. */
export function reasonHandlers(deps: ActionDeps, directory: ReadDirectory): Handlers<ReasonStep> {
  const handler = (step: ReasonStep): RequestHandler =>
    perform(deps, directory, {
      name: step,
      schema: reasonForm(step),
      run: (command, { reason }) => changeCase(deps, command, { type: step, reason }),
      done: reasonSteps[step].done,
      mendable: { reasonMissing: reasonField(step) },
    });
  return {
    resume: handler('resume'),
    suspend: handler('suspend'),
    declareBias: handler('declareBias'),
    discontinue: handler('discontinue'),
    shelve: handler('shelve'),
  };
}
