import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { CaseCommand, CommandResult } from '../../cases/commands.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import type { RefusalCode } from '../../core/case/refusals.ts';
import type { Deps } from '../../deps.ts';
import { BadRequest } from '../../web/errors.ts';
import { formBody, type FormError, parseForm } from '../../web/input.ts';
import { forgetKept } from '../../web/kept-form.ts';
import type { ReadDirectory } from '../directory.ts';
import { deskHref, fromList, listHref } from '../from-list.ts';
import type { DeskCase } from './find.ts';
import { placeOf, typedIn } from './kept.ts';
import { deskCase, renderDesk } from './open.ts';
import type { Attempt, DeskForm } from './attempt.ts';

export type ActionDeps = Pick<Deps, 'config' | 'db' | 'pool' | 'boss' | 'vault' | 'now' | 'definitions'>;

interface Step<T> {
  name: DeskForm;
  schema: z.ZodType<T>;
  run: (command: CaseCommand, form: T, found: DeskCase) => Promise<CommandResult>;
  /** Where to go when the case is seen no more; the list it was opened from when left out. */
  gone?: string;
  /** What to say when it is done. */
  done: string;
  /** Refusals that are about what was typed, with the input to mend; any other is about the case. */
  mendable?: Partial<Record<RefusalCode, FormError['field']>>;
}

/**
 * One step with a case: scope, form, command. What is not accepted shows the desk again as it is now, with everything
 * that was typed: 400 for a form to mend, 409 when the case is no longer the one the form was made from.
 */
export function perform<T>(deps: ActionDeps, directory: ReadDirectory, step: Step<T>): RequestHandler {
  return async (req, res) => {
    const found = await deskCase(deps, req);
    const again = async (status: number, why: Pick<Attempt, 'errors' | 'meanwhile'>): Promise<void> => {
      const attempt = { form: step.name, typed: typedIn(req), ...why };
      await renderDesk(deps, directory, { req, res: res.status(status), found: await deskCase(deps, req), attempt });
    };
    const parsed = parseForm(step.schema, req);
    if (!parsed.ok) return again(400, { errors: parsed.errors, meanwhile: [] });

    const command = { caseId: found.id, expectedVersion: expectedVersion(req), actor: req.actor, now: deps.now() };
    const result = await step.run(command, parsed.form, found);
    if (result.ok) {
      forgetKept(req, placeOf(found.reference));
      req.session.notice = step.done;
      res.redirect(303, await whereNext(deps, req, { ...found, gone: step.gone }));
    } else if ('conflict' in result) {
      await again(409, { errors: [], meanwhile: result.conflict.events });
    } else {
      const { code, message } = result.refusal;
      const field = step.mendable?.[code];
      await again(field === undefined ? 409 : 400, { errors: [{ field: field ?? '', message }], meanwhile: [] });
    }
  };
}

const version = z.coerce.number().int().positive().max(1_000_000);

/** Put into every form by the page; without it the form is not ours. */
function expectedVersion(req: Request): number {
  const parsed = version.safeParse(formBody(req).verze);
  if (!parsed.success) throw new BadRequest();
  return parsed.data;
}

/** Back to the case, unless it has just gone to where this officer does not see. */
async function whereNext(
  { db }: ActionDeps,
  req: Request,
  { id, reference, gone }: { id: string; reference: string; gone: string | undefined },
): Promise<string> {
  const visible = await db.case.count({ where: { AND: [{ id }, visibleTo(req.actor)] } });
  const from = fromList(req);
  return visible > 0 ? deskHref(reference, from) : (gone ?? listHref(from));
}
