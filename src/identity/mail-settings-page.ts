import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { formView } from '../web/form-view.ts';
import { formBody, parseForm } from '../web/input.ts';
import { ownId } from './own-id.ts';
import { citizenSettings, officerSettings, typedSettings } from './mail-settings-form.ts';

const view = 'identity/mail-settings.njk';

interface MailSettingsPage {
  show: RequestHandler;
  save: RequestHandler;
}

/** Which mails people get: of their own cases, or of those they work. */
export function mailSettingsPage({ db }: Pick<Deps, 'db'>): MailSettingsPage {
  return {
    show: async (req, res) => {
      const kept = await db.mailSettings.findUnique({ where: { accountId: ownId(req) } });
      res.render(view, formView(typedSettings(kept)));
    },
    save: async (req, res) => {
      const accountId = ownId(req);
      const parsed = req.actor.kind === 'officer' ? parseForm(officerSettings, req) : parseForm(citizenSettings, req);
      if (!parsed.ok) {
        res.status(400).render(view, formView(formBody(req), parsed.errors));
        return;
      }
      await db.mailSettings.upsert({
        where: { accountId },
        create: { accountId, ...parsed.form },
        update: parsed.form,
      });
      req.session.notice = 'Nastavení e-mailů jsme uložili.';
      res.redirect(303, '/ucet');
    },
  };
}
