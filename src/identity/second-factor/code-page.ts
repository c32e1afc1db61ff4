import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, parseForm } from '../../web/input.ts';
import { finishSignIn } from '../finish-sign-in.ts';
import type { IdentityLimits } from '../limits.ts';
import { linkAndAudit } from '../providers/arrive.ts';
import { type EnterDeps, noticeOfRepresented } from '../providers/enter.ts';
import { pendingIdentity } from '../providers/pending.ts';
import { byProvider, type SignedIn } from '../sign-ins.ts';
import { findHalfSignIn, type HalfSignIn } from './half-sign-in.ts';
import { proveCode, type Proof } from './prove-code.ts';

interface CodePage {
  show: RequestHandler;
  enter: RequestHandler;
}

export const codeForm = z.object({
  code: z.string({ error: 'Zadejte kód' }).trim().min(1, 'Zadejte kód').max(50, 'Zadejte kratší kód'),
});

export const wrongCode: FormError[] = [
  { field: 'code', message: 'Kód nesouhlasí, nebo už byl použitý. Opište ten, který aplikace ukazuje teď' },
];

type CodeDeps = Deps & Pick<EnterDeps, 'takeRepresentative'>;

/** The second step of signing in, for whoever has been right about the password. */
export function codePage(deps: CodeDeps, limits: IdentityLimits): CodePage {
  const withHalf =
    (handle: (half: HalfSignIn, req: Request, res: Response) => Promise<void> | void): RequestHandler =>
    async (req, res) => {
      const half = await findHalfSignIn(deps, req);
      if (half) await handle(half, req, res);
      else startAgain(req, res);
    };

  return {
    show: withHalf((_half, _req, res) => {
      res.render('identity/sign-in-code.njk', formView({}));
    }),
    enter: withHalf(async (half, req, res) => {
      const refuse = (errors: FormError[]): void => {
        res.status(400).render('identity/sign-in-code.njk', formView(formBody(req), errors));
      };
      const typed = parseForm(codeForm, req);
      if (!typed.ok) {
        refuse(typed.errors);
        return;
      }
      const { accountId } = half;
      const attempt = await limits.startCode(accountId);
      const proof = await deps.db.$transaction(tx => proveCode(tx, deps, { accountId, code: typed.form.code }));
      if (!proof) {
        refuse(wrongCode);
        return;
      }
      await attempt.succeeded();
      const done = await completed(deps, req, half, proof);
      if (done) await finishSignIn(deps, req, res, { signedIn: done.signedIn, ...noticeOf(half, proof, done.said) });
      else startAgain(req, res);
    }),
  };
}

function startAgain(req: Request, res: Response): void {
  delete req.session.halfSignIn;
  req.session.notice = 'Přihlášení se nedokončilo včas. Začněte prosím znovu.';
  res.redirect(303, '/prihlaseni');
}

interface Completed {
  signedIn: SignedIn;
  said: string | null;
}

/** Null when the identity that was to be linked was proved too long ago, or opens another account by now. */
async function completed(deps: CodeDeps, req: Request, half: HalfSignIn, proof: Proof): Promise<Completed | null> {
  const { accountId, epoch, method, isJoining } = half;
  if (!isJoining)
    return { signedIn: { accountId, epoch, method, level: 'account', secondFactor: proof.by }, said: null };
  const proven = pendingIdentity(deps, req);
  const isLinked = proven && (await deps.db.$transaction(tx => linkAndAudit(tx, deps, { accountId, proven })));
  if (!isLinked) return null;
  const said = await noticeOfRepresented(deps, accountId, proven);
  return { signedIn: { ...byProvider({ accountId, epoch }, proven), secondFactor: proof.by }, said };
}

function noticeOf({ notice }: HalfSignIn, proof: Proof, said: string | null): { notice?: string } {
  const sentences = [notice, said, proof.by === 'recoveryCode' && leftInWords(proof.left)].filter(Boolean);
  return sentences.length > 0 ? { notice: sentences.join(' ') } : {};
}

/** Whoever runs out of them and loses the phone does not get in any more. */
function leftInWords(left: number): string {
  if (left === 0)
    return 'Použili jste poslední záložní kód. Nové dostanete, když ověření kódem vypnete a\u00a0znovu zapnete.';
  const codes = left === 1 ? 'kód' : left < 5 ? 'kódy' : 'kódů';
  const verb = left > 1 && left < 5 ? 'Zbývají' : 'Zbývá';
  return `Použili jste záložní kód. ${verb} vám ${left}\u00a0${codes}.`;
}
