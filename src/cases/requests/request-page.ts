import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Action } from '../../core/case/actions.ts';
import type { Deps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, parseForm } from '../../web/input.ts';
import { forgetKept } from '../../web/kept-form.ts';
import { applicantActions, NotTheApplicant } from '../allowed.ts';
import { changeCase } from '../change-case.ts';
import type { FoundCase } from '../find-case.ts';
import { applicantFormKey, keptByApplicant } from '../kept.ts';
import { withCase } from '../with-case.ts';

/** A page on which the applicant asks for something and says in a few words what about. */
export interface RequestPage {
  show: RequestHandler;
  send: RequestHandler;
}

interface Settings<T> {
  template: string;
  type: 'withdraw' | 'requestInspection';
  schema: z.ZodType<T>;
  action: (form: T) => Action<'withdraw'> | Action<'requestInspection'>;
  /** What to say when it is done. */
  done: string;
}

/** What can no longer be asked for leads back to the case, which says why. */
export function requestPage<T>(deps: Deps, { template, type, schema, action, done }: Settings<T>): RequestPage {
  const opened = (handler: (found: FoundCase, req: Request, res: Response) => Promise<void> | void): RequestHandler =>
    withCase(deps, async (found, req, res) => {
      const actions = applicantActions(found, req.actor);
      if (actions.includes(type)) await handler(found, req, res);
      else if (actions.length > 0 || found.submission.trial) res.redirect(303, casePath(found));
      else throw new NotTheApplicant();
    });
  return {
    show: opened((found, req, res) => {
      res.render(template, pageView(deps, req, found, formView(keptByApplicant(deps.vault, req) ?? {})));
    }),
    send: opened(async (found, req, res) => {
      const again = (status: number, errors: FormError[]): void => {
        res.status(status).render(template, pageView(deps, req, found, formView(formBody(req), errors)));
      };
      const parsed = parseForm(schema, req);
      if (!parsed.ok) {
        again(400, parsed.errors);
        return;
      }
      const command = { caseId: found.id, expectedVersion: null, actor: req.actor, now: deps.now() };
      const result = await changeCase(deps, command, action(parsed.form));
      if (result.ok) {
        forgetKept(req, req.path);
        req.session.notice = done;
        res.redirect(303, casePath(found));
      } else if ('refusal' in result) again(409, [{ field: '', message: result.refusal.message }]);
    }),
  };
}

function casePath({ submission }: FoundCase): string {
  return `/pripady/${submission.reference}`;
}

function pageView({ vault }: Pick<Deps, 'vault'>, req: Request, found: FoundCase, form: object): object {
  const { reference, title } = found.submission;
  return {
    ...form,
    formKey: applicantFormKey(vault, req),
    reference,
    agenda: title,
    titleContext: title,
    back: { href: casePath(found) },
  };
}
