import { randomUUIDv7 } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../web/errors.ts';
import { formBody, type FormError, parseForm } from '../../../web/input.ts';
import type { ReadDirectory } from '../../directory.ts';
import { officerOf } from '../../../web/officer-of.ts';
import { inboxHref, readInboxRequest } from '../request.ts';
import { type InboxDeps, showInbox } from '../show.ts';
import { sealSaved } from './content.ts';

const most = 20;
const missing = 'Napište, jak se má seznam jmenovat.';
const form = z.object({
  nazev: z.string({ error: missing }).trim().min(1, missing).max(60, 'Zkraťte název na\u00a0nejvýš 60\u00a0znaků.'),
});

/** POST /urad/pohledy?…: keeps the list of that address under a name. What is wrong shows the list again. */
export function saveView(deps: InboxDeps & Pick<Deps, 'db'>, directory: ReadDirectory): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const request = readInboxRequest(req, officer);
    if (!request) throw new NotFound();
    const again = (errors: FormError[]): Promise<void> => {
      const typed = formBody(req).nazev;
      const saving = { name: typeof typed === 'string' ? typed : '', errors };
      return showInbox(deps, directory, { res: res.status(400), officer, request, saving });
    };
    const parsed = parseForm(form, req);
    if (!parsed.ok) return again(parsed.errors);
    const { officerId } = officer;
    if ((await deps.db.inboxView.count({ where: { officerId } })) >= most) {
      const message = `Uložených seznamů máte už ${most}. Nejdřív některý smažte.`;
      return again([{ field: 'nazev', message }]);
    }
    const href = inboxHref(request);
    const id = randomUUIDv7();
    const saved = { name: parsed.form.nazev, query: href.slice('/urad?'.length) };
    await deps.db.inboxView.create({ data: { id, officerId, content: sealSaved(deps.vault, id, saved) } });
    res.redirect(303, href);
  };
}
