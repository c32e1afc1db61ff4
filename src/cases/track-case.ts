import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { accountOf } from '../core/actor.ts';
import { parseReference } from '../core/case/reference.ts';
import { parseTrackingCode } from '../core/case/tracking-code.ts';
import type { Deps } from '../deps.ts';
import { formView } from '../web/form-view.ts';
import { formBody, parseForm, queryText } from '../web/input.ts';
import { createLimiter, type Limiter } from '../web/limits.ts';
import { rememberCase } from '../web/opened-cases.ts';
import { opensByCode } from './scope.ts';
import { trackingCode } from './tracking.ts';

const form = z.object({
  reference: z.string({ error: 'Zadejte značku podání' }).trim().min(1, 'Zadejte značku podání').max(100, tooLong()),
  code: z.string({ error: 'Zadejte sledovací kód' }).trim().min(1, 'Zadejte sledovací kód').max(100, tooLong()),
});

/** The same for a reference that does not exist, and for a code that belongs to another one. */
const mismatch =
  'Značka a\u00a0sledovací kód k\u00a0sobě nepatří. Zkontrolujte obojí podle e-mailu nebo potvrzení o\u00a0podání.';

const attemptsPerReference = 10;

interface Tracking {
  show: RequestHandler;
  open: RequestHandler;
}

/** Following a case without an account: whoever knows its reference and secret code sees it, in this browser. */
export function tracking(deps: Deps): Tracking {
  const { pool, config } = deps;
  const byAddress = createLimiter({ pool, name: 'track-address', attempts: config.rates.statusPerAddress });
  const byReference = createLimiter({ pool, name: 'track-reference', attempts: attemptsPerReference });
  return {
    show: (req, res) => {
      const reference = parseReference(queryText(req, 'znacka')) ?? '';
      res.render('cases/track.njk', formView({ reference }));
    },
    open: async (req, res) => {
      const parsed = parseForm(form, req);
      const found = parsed.ok && (await match(deps, req, parsed.form, { byAddress, byReference }));
      if (!found) {
        const errors = parsed.ok ? [{ field: 'reference', message: mismatch }] : parsed.errors;
        res.status(400).render('cases/track.njk', formView(formBody(req), errors));
        return;
      }
      const { caseId, reference } = found;
      rememberCase(req, caseId);
      const subject = `case/${caseId}`;
      await recordAudit(deps.db, {
        actor: req.actor,
        at: deps.now(),
        action: 'caseOpenedByCode',
        subject,
        details: { reference },
      });
      res.redirect(303, `/pripady/${reference}`);
    },
  };
}

interface Limits {
  byAddress: Limiter;
  byReference: Limiter;
}

/** Counts the attempt before it looks, so that many at once are not more than many one after another. */
async function match(
  { db, vault }: Deps,
  req: Request,
  typed: z.output<typeof form>,
  { byAddress, byReference }: Limits,
): Promise<{ caseId: string; reference: string } | undefined> {
  const address = req.ip ?? 'unknown';
  await byAddress.spend(address);
  const reference = parseReference(typed.reference);
  const code = parseTrackingCode(typed.code);
  if (reference === null || code === null) return undefined;
  await byReference.spend(reference);
  const found = await db.case.findFirst({
    where: { reference, trial: false, ...opensByCode({ accountId: accountOf(req.actor) }) },
    select: { id: true },
  });
  if (!found || !equal(code, trackingCode(vault, found.id))) return undefined;
  await Promise.all([byAddress.refund(address), byReference.forgive(reference)]);
  return { caseId: found.id, reference };
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function tooLong(): string {
  return 'Zadejte jen to, co je na\u00a0potvrzení';
}
