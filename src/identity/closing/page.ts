import type { Request, RequestHandler, Response } from 'express';
import type { ClosingRefusal } from '../../core/identity/closing.ts';
import { judgeClosing } from '../../core/identity/closing.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody } from '../../web/input.ts';
import type { IdentityLimits } from '../limits.ts';
import { ownId } from '../own-id.ts';
import { renewSession } from '../session.ts';
import { proveAnew, stepUpOf } from '../step-up.ts';
import { closeAccount, type Places } from './close-account.ts';

interface ClosingPage {
  show: RequestHandler;
  close: RequestHandler;
}

const path = '/ucet/zruseni';

/** /ucet/zruseni: what closing an account deletes, what the law keeps, and the button. */
export function closingPage(deps: Deps, { limits, places }: { limits: IdentityLimits; places: Places }): ClosingPage {
  async function render(req: Request, res: Response, errors: FormError[] = [], status = 400): Promise<void> {
    const view = {
      ...formView(formBody(req), errors),
      refusal: await refusalFor(deps, places, req),
      cases: await deps.db.case.count({ where: { applicantId: ownId(req), organisationId: null, decidedAt: null } }),
      drafts: await deps.db.draft.count({ where: { accountId: ownId(req), filedAt: null } }),
      stepUp: await stepUpOf(deps, req, path),
    };
    res.status(errors.length > 0 ? status : 200).render('identity/closing.njk', view);
  }

  return {
    show: (req, res) => render(req, res),
    close: async (req, res) => {
      const { sure } = formBody(req);
      if (req.actor.kind === 'citizen') {
        const unsure = { field: 'sure', message: 'Zaškrtněte, že účet opravdu chcete zrušit' };
        const refusal = sure === 'yes' ? await proveAnew(deps, limits, req) : unsure;
        if (refusal) {
          await render(req, res, [refusal]);
          return;
        }
        const result = await closeAccount(deps, places, req.actor);
        if (result === 'gone') throw new NotFound();
        if (result === 'closed') {
          await renewSession(req);
          req.session.notice =
            'Účet je zrušený a\u00a0jste odhlášení. Potvrzení jsme poslali e-mailem, pokud jste u\u00a0účtu nějaký měli.';
          res.redirect(303, '/');
          return;
        }
      }
      const message = 'Účet teď zrušit nejde. Proč a\u00a0co s\u00a0tím, si přečtete níž';
      await render(req, res, [{ field: 'proc', message }], 409);
    },
  };
}

async function refusalFor({ db }: Deps, places: Places, { actor }: Request): Promise<ClosingRefusal | null> {
  if (actor.kind !== 'citizen') return { reason: 'officer' };
  const own = await db.$transaction(tx => places.find(tx, actor.accountId));
  return judgeClosing({ isOfficer: false, places: own });
}
