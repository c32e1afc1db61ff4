import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { readFields } from '../../core/form/read-entries.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { documentNames, readSeen, seenQuestions } from '../../core/identity/seen-questions.ts';
import { judgeVerification, type VerificationRefusal, verifiedUntil } from '../../core/identity/verification.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { errorsOf } from '../../web/field-errors.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, idParam, parseForm } from '../../web/input.ts';
import { createLimiter } from '../../web/limits.ts';
import { officerOf } from '../../web/officer-of.ts';
import { auditAccount } from '../audit-account.ts';
import { findAccount, lookUpAccount } from './account.ts';
import { findVerifications } from './find.ts';
import { revoke, verify } from './verify.ts';

interface CounterPages {
  begin: RequestHandler;
  find: RequestHandler;
  show: RequestHandler;
  verify: RequestHandler;
  revoke: RequestHandler;
}

const section = 'overeni';
const home = '/urad/overeni-totoznosti';
/** Nobody at a counter looks up more people in a quarter of an hour. */
const searches = 60;

const search = z.object({
  who: z
    .string({ error: 'Zadejte e-mail účtu nebo kód' })
    .trim()
    .min(1, 'Zadejte e-mail účtu nebo kód')
    .max(254, 'Zadejte kratší e-mail nebo kód'),
});

const revocation = z.object({
  reason: z
    .string({ error: 'Napište důvod' })
    .trim()
    .min(1, 'Napište důvod, přečte si ho držitel účtu')
    .max(1000, 'Zkraťte důvod na\u00a0nejvýš 1000\u00a0znaků'),
});

const refusals: Record<VerificationRefusal | 'gone', string> = {
  own: 'Sami sobě totožnost ověřit nemůžete. Požádejte kolegu',
  officer: 'Je to pracovní účet úřadu. Ověřuje se jen občanský účet',
  unconfirmed: 'Držitel ještě nepotvrdil svůj e-mail. Ať nejdřív otevře odkaz, který jsme mu poslali',
  closed: 'Účet je zrušený',
  gone: 'Účet už není nebo ověření mezitím odvolal kolega',
};

/** /urad/overeni-totoznosti: somebody stands at the counter with their document, and their account learns who they are. */
export function counterPages(deps: Deps): CounterPages {
  const limiter = createLimiter({ pool: deps.pool, name: 'counter-officer', attempts: searches });

  async function render(req: Request, res: Response, shown: Shown = {}): Promise<void> {
    const account = await openAccount(deps, req);
    const { errors = [], status = 400, reason = '' } = shown;
    const today = dayInPrague(deps.now());
    const verifications = await findVerifications(deps, account.accountId);
    const refusal = judgeVerification(account, officerOf(req).accountId);
    res.status(errors.length > 0 ? status : 200).render('identity/counter/account.njk', {
      ...formView({ reason }, errors),
      section,
      account,
      refusal: refusal && refusals[refusal],
      states: shown.states ?? seenQuestions.map(field => ({ field })),
      until: verifiedUntil(today),
      verifications: verifications.map(one => ({ ...one, documentName: documentNames[one.document] })),
      // What was typed stays, also when a colleague was quicker.
      mayRevoke: reason !== '' || (refusal !== 'own' && verifications.some(({ revokedOn }) => revokedOn === null)),
    });
  }

  return {
    begin: (_req, res) => {
      res.render('identity/counter/find.njk', { ...formView({}), section });
    },
    find: async (req, res) => {
      const parsed = parseForm(search, req);
      const refuse = (errors: FormError[]): void => {
        res.status(400).render('identity/counter/find.njk', { ...formView(formBody(req), errors), section });
      };
      if (!parsed.ok) {
        refuse(parsed.errors);
        return;
      }
      await limiter.spend(officerOf(req).officerId);
      const accountId = await lookUpAccount(deps, parsed.form.who);
      if (accountId === null) refuse([{ field: 'who', message: notFound(parsed.form.who) }]);
      else res.redirect(303, `${home}/${accountId}`);
    },
    show: async (req, res) => {
      const { accountId } = await openAccount(deps, req);
      const actor = officerOf(req);
      await auditAccount(deps.db, { actor, at: deps.now(), action: 'accountFoundAtCounter', accountId, details: {} });
      await render(req, res);
    },
    verify: async (req, res) => {
      const { accountId } = await openAccount(deps, req);
      const { states, seen } = readSeen(readFields(seenQuestions, formBody(req)), dayInPrague(deps.now()));
      if (!seen) {
        await render(req, res, { states, errors: states.flatMap(errorsOf) });
        return;
      }
      const result = await verify(deps, { accountId, identity: seen, actor: officerOf(req) });
      if (result === 'done') {
        req.session.notice = 'Totožnost je zapsaná a\u00a0držiteli účtu jsme napsali.';
        res.redirect(303, `${home}/${accountId}`);
        return;
      }
      await render(req, res, { states, errors: [{ field: 'overit', message: refusals[result] }], status: 409 });
    },
    revoke: async (req, res) => {
      const { accountId } = await openAccount(deps, req);
      const parsed = parseForm(revocation, req);
      const { reason = '' } = formView(formBody(req)).form;
      if (!parsed.ok) {
        await render(req, res, { reason, errors: parsed.errors });
        return;
      }
      const result = await revoke(deps, { accountId, reason: parsed.form.reason, actor: officerOf(req) });
      if (result === 'done') {
        req.session.notice = 'Ověření je odvolané a\u00a0držiteli účtu jsme napsali.';
        res.redirect(303, `${home}/${accountId}`);
        return;
      }
      await render(req, res, { reason, errors: [{ field: 'reason', message: refusals[result] }], status: 409 });
    },
  };
}

interface Shown {
  states?: object[];
  reason?: string;
  errors?: FormError[];
  status?: number;
}

function notFound(who: string): string {
  return who.includes('@')
    ? 'Účet s\u00a0tímto e-mailem tu není. Zkontrolujte, jestli je napsaný správně'
    : 'Takový kód teď neplatí. Platí půl hodiny; ať si člověk na stránce účtu nechá udělat nový';
}

/** A closed account is nobody's. */
async function openAccount({ db }: Deps, req: Request) {
  const account = await findAccount(db, idParam(req, 'account'));
  if (!account || account.isClosed) throw new NotFound();
  return account;
}
