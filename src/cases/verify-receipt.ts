import type { RequestHandler } from 'express';
import { z } from 'zod';
import { parseReference } from '../core/case/reference.ts';
import type { Deps } from '../deps.ts';
import { formView } from '../web/form-view.ts';
import { formBody, parseForm } from '../web/input.ts';
import { createLimiter, perAddress } from '../web/limits.ts';

const form = z.object({
  reference: z.string({ error: 'Zadejte značku podání' }).trim().min(1, 'Zadejte značku podání').max(100),
  hash: z
    .string({ error: 'Zadejte otisk obsahu' })
    .max(200, 'Zadejte jen otisk, tedy 64\u00a0znaků')
    .transform(text => text.replaceAll(/\s/g, '').toLowerCase())
    .pipe(
      z.string().regex(/^[0-9a-f]{64}$/, 'Zadejte celý otisk: 64\u00a0znaků, číslice a\u00a0písmena a\u00a0až\u00a0f'),
    ),
});

const mismatch =
  'Otisk k\u00a0této značce nepatří. Zkontrolujte, že jste obojí opsali přesně. Jestli ano, potvrzení neodpovídá tomu, co úřad přijal.';

interface Verifying {
  show: RequestHandler;
  verify: RequestHandler;
  limit: RequestHandler;
}

/** Anybody who holds a receipt can check it. Who knows the hash has the content, so the answer reveals nothing. */
export function verifying({ db, pool, config }: Deps): Verifying {
  return {
    limit: perAddress(createLimiter({ pool, name: 'verify-address', attempts: config.rates.statusPerAddress })),
    show: (_req, res) => {
      res.render('cases/verify.njk', formView({}));
    },
    verify: async (req, res) => {
      const parsed = parseForm(form, req);
      const verified = parsed.ok ? await findVerified(db, parsed.form) : null;
      const errors = parsed.ok ? [{ field: 'hash', message: mismatch }] : parsed.errors;
      if (verified) res.render('cases/verify.njk', { ...formView(formBody(req)), verified });
      else res.status(400).render('cases/verify.njk', formView(formBody(req), errors));
    },
  };
}

async function findVerified(db: Deps['db'], typed: z.output<typeof form>) {
  const reference = parseReference(typed.reference);
  if (reference === null) return null;
  const where = { case: { reference, trial: false }, contentHash: Buffer.from(typed.hash, 'hex') };
  const submission = await db.submission.findFirst({ where, select: { filedAt: true } });
  if (submission) return { reference, filedAt: submission.filedAt };
  const correction = await db.caseCorrection.findFirst({ where, select: { at: true } });
  return correction && { reference, filedAt: correction.at };
}
