import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { sendAttachment, sendPreview } from '../../attachments/send.ts';
import { recordAudit } from '../../audit/record.ts';
import { parseReference } from '../../core/case/reference.ts';
import type { AppDeps } from '../../deps.ts';
import type { Attachment } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { formView } from '../../web/form-view.ts';
import { framesOurPages } from '../../web/framing.ts';
import { formBody, type FormError, parseForm, queryText, textParam } from '../../web/input.ts';
import { createLimiter } from '../../web/limits.ts';
import { officerOf } from '../../web/officer-of.ts';
import { openedAttachment } from '../desk/opened-attachment.ts';
import { deskPage } from '../desk/page.ts';
import { type DeskCase, findDeskCase } from '../desk/find.ts';
import type { ReadDirectory } from '../directory.ts';
import { lookedInto, lookInto } from './look-into.ts';

type Pages = Record<'show' | 'ask' | 'read' | 'send' | 'preview', RequestHandler>;

const asking = z.object({
  znacka: z
    .string({ error: 'Zadejte značku případu' })
    .trim()
    .min(1, 'Zadejte značku případu')
    .max(40, 'Zadejte značku případu'),
  duvod: z
    .string({ error: 'Napište, proč případ potřebujete vidět' })
    .trim()
    .min(10, 'Napište, proč případ potřebujete vidět, aspoň několika slovy')
    .max(500, 'Napište důvod kratší než 500\u00a0znaků'),
});

const unknown: FormError = {
  field: 'znacka',
  message: 'Případ s\u00a0touto značkou nemůžete otevřít. Zkontrolujte ji',
};

/** A case of another department is read for a stated reason, which is kept and which its applicant sees. Nothing can be done with it. */
export function lookPages(deps: AppDeps, readDirectory: ReadDirectory): Pages {
  const limiter = createLimiter({ pool: deps.pool, name: 'look-officer', attempts: deps.config.rates.looksPerOfficer });
  const render = (res: Response, form: Record<string, unknown>, errors: FormError[] = []): void => {
    res.render('workspace/look/ask.njk', { section: 'urad', ...formView(form, errors) });
  };
  return {
    show: (req, res) => {
      render(res, { znacka: queryText(req, 'znacka', 40) });
    },
    ask: async (req, res) => {
      const officer = officerOf(req);
      const parsed = parseForm(asking, req);
      if (!parsed.ok) {
        render(res.status(400), formBody(req), parsed.errors);
        return;
      }
      // Nobody finds out by trying which references there are.
      await limiter.spend(officer.officerId);
      const { znacka, duvod: why } = parsed.form;
      const reference = parseReference(znacka);
      const result = reference === null ? 'missing' : await lookInto(deps, { reference, officer, why });
      if (result === 'missing' || reference === null) render(res.status(400), formBody(req), [unknown]);
      else res.redirect(303, `/urad/${result === 'open' ? 'pripady' : 'nahlednuti'}/${reference}`);
    },
    read: async (req, res) => {
      const found = await foundCase(deps, req);
      const officer = officerOf(req);
      const details = { reference: found.reference };
      const subject = `case/${found.id}`;
      await recordAudit(deps.db, { actor: officer, at: deps.now(), action: 'caseOpened', subject, details });
      framesOurPages(res);
      const directory = await readDirectory();
      const page = deskPage({
        officer,
        found,
        directory,
        now: deps.now(),
        previewId: queryText(req, 'nahled'),
        from: '',
      });
      res.render('workspace/look/case.njk', { ...page, base: `/urad/nahlednuti/${found.reference}` });
    },
    send: async (req, res) => {
      await sendAttachment(res, deps, await foundAttachment(deps, req, 'attachmentOpened'));
    },
    preview: async (req, res) => {
      await sendPreview(res, deps, await foundAttachment(deps, req, 'attachmentShown'));
    },
  };
}

async function foundCase(deps: AppDeps, req: Request): Promise<DeskCase> {
  const officer = officerOf(req);
  const scope = lookedInto(officer, deps.now());
  const found = await findDeskCase(deps, { officer, reference: textParam(req, 'ref'), scope });
  if (!found) throw new NotFound();
  return found;
}

/** What was filed; messages and letters stay between the applicant and the department. */
function foundAttachment(
  deps: AppDeps,
  req: Request,
  action: 'attachmentOpened' | 'attachmentShown',
): Promise<Attachment> {
  const scope = { messageId: null, letterId: null, case: lookedInto(officerOf(req), deps.now()) };
  return openedAttachment(deps, req, { scope, action });
}
