import type { Request, Response } from 'express';
import { z } from 'zod';
import { shortPrint } from '../core/authorisation/print.ts';
import type { Deps } from '../deps.ts';
import { formView } from '../web/form-view.ts';
import { formBody, type FormError, parseForm } from '../web/input.ts';
import { awaitedCode, byMailCode, confirmByCode } from './by-mail-code.ts';
import { bySignIn } from './by-sign-in.ts';
import { codeProblems } from './code-problems.ts';
import { confirmerOf } from './confirmer.ts';
import { maskedMailbox } from './masked-mailbox.ts';
import type { Document, SubmissionAuthorization } from './port.ts';

/** What the pages below are about, and what they lead to. */
export interface ToConfirm {
  document: Document;
  /** The agenda. */
  title: string;
  backHref: string;
  /** Null of what is not filed yet. */
  reference: string | null;
  /** Why it is asked for (again): a key of `authorisation:why`. */
  why: string;
  /** By when; null of what is not filed yet. */
  until: Temporal.PlainDate | null;
  /** Where it is finished by whoever has confirmed it already; null while it is not. */
  finishHref: string | null;
  /** It is confirmed by a code. */
  confirmed: (req: Request, res: Response) => Promise<void> | void;
}

type Page = (found: ToConfirm, req: Request, res: Response) => Promise<void>;

interface Showing {
  found: ToConfirm;
  req: Request;
  res: Response;
  errors?: FormError[];
}

interface AuthorisationPages {
  show: Page;
  signIn: Page;
  sendCode: Page;
  takeCode: Page;
}

const form = z.object({
  kod: z
    .string({ error: 'Zadejte kód z\u00a0e-mailu' })
    .transform(typed => typed.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Kód má šest číslic. Opište ho z\u00a0e-mailu')),
});

/** Where a person confirms one exact document; what that is, whoever calls them knows. */
export function authorisationPages(deps: Deps): AuthorisationPages {
  const [signIn, mailCode] = [bySignIn(deps), byMailCode(deps)];

  async function render({ found, req, res, errors = [] }: Showing): Promise<void> {
    const { document, title, backHref, why, until, finishHref, reference } = found;
    const sent = await awaitedCode(deps, document);
    res.set('Cache-Control', 'no-store').render('authorisation/confirm.njk', {
      ...formView(errors.length > 0 ? formBody(req) : {}, errors),
      agenda: title,
      titleContext: title,
      back: { href: backHref },
      page: document.page,
      print: shortPrint(document.sha256),
      sha256: document.sha256,
      why,
      until,
      finishHref,
      reference,
      needed: document.needed,
      bySignIn: await signIn.isOffered(req, document),
      byCode: await mailCode.isOffered(req, document),
      sentTo: sent && maskedMailbox(sent.to),
    });
  }

  const asking =
    (way: SubmissionAuthorization): Page =>
    async (found, req, res) => {
      if (await way.isOffered(req, found.document)) res.redirect(303, await way.ask(req, found.document));
      else await render({ found, req, res: res.status(409) });
    };

  return {
    show: (found, req, res) => render({ found, req, res }),
    signIn: asking(signIn),
    sendCode: asking(mailCode),
    takeCode: async (found, req, res) => {
      const parsed = parseForm(form, req);
      const by = confirmerOf(req);
      if (!parsed.ok || !by) {
        const errors = parsed.ok ? [codeProblems.level] : parsed.errors;
        await render({ found, req, res: res.status(400), errors });
        return;
      }
      const result = await confirmByCode(deps, { document: found.document, code: parsed.form.kod, by });
      if (result.ok) await found.confirmed(req, res);
      else await render({ found, req, res: res.status(400), errors: [codeProblems[result.problem]] });
    },
  };
}
