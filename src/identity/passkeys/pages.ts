import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { type FormError, formBody, idParam, parseForm } from '../../web/input.ts';
import { ownActor, ownId } from '../own-id.ts';
import { showOverview } from '../second-factor/overview-page.ts';
import { ifMayChange, noteSecondFactor } from '../second-factor/strength.ts';
import { addPasskey, offerPasskey } from './add.ts';
import { newKeyAnswer } from './answer.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { removePasskey } from './kept.ts';

interface PasskeyPages {
  challenge: RequestHandler;
  add: RequestHandler;
  remove: RequestHandler;
}

const named = z.object({
  name: z
    .string({ error: 'Zadejte název klíče' })
    .trim()
    .min(1, 'Zadejte název klíče, třeba „Můj telefon“')
    .max(60, 'Zkraťte název na\u00a0nejvýš 60\u00a0znaků'),
});

const failed: FormError[] = [
  { field: 'name', message: 'Klíč se nepodařilo přidat. Zkuste to prosím znovu, nebo použijte jiné zařízení' },
];

/** A person's own passkeys: adding one takes a challenge and the device's answer to it, which a script brings. */
export function passkeyPages(deps: Deps): PasskeyPages {
  const ifAllowed = (handle: RequestHandler): RequestHandler => ifMayChange(deps, handle);
  return {
    challenge: ifAllowed(async (req, res) => {
      const options = await offerPasskey(deps, ownId(req));
      keepChallenge(deps, req, { challenge: options.challenge, purpose: 'add' });
      res.json(options);
    }),
    add: ifAllowed(async (req, res) => {
      const challenge = takeChallenge(deps, req, 'add');
      const typed = parseForm(named, req);
      const answer = newKeyAnswer.safeParse(formBody(req).answer);
      const errors = typed.ok ? failed : typed.errors;
      if (!typed.ok || challenge === null || !answer.success) {
        await showOverview(deps, req, res, errors);
        return;
      }
      const key = { actor: ownActor(req), name: typed.form.name, challenge, answer: answer.data };
      if (!(await addPasskey(deps, key))) {
        await showOverview(deps, req, res, errors);
        return;
      }
      await noteSecondFactor(deps, req);
      req.session.notice = 'Klíč je přidaný. Příště se jím můžete přihlásit.';
      res.redirect(303, '/ucet/overeni');
    }),
    remove: ifAllowed(async (req, res) => {
      if (!(await removePasskey(deps, { actor: ownActor(req), id: idParam(req, 'key') }))) throw new NotFound();
      req.session.notice = 'Klíč je odebraný. V\u00a0zařízení ho můžete smazat také.';
      res.redirect(303, '/ucet/overeni');
    }),
  };
}
