import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { formatDate } from '../../core/czech/format.ts';
import type { AppDeps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { type FormError, formBody, parseForm, queryText } from '../../web/input.ts';
import { createLimiter, type Limiter } from '../../web/limits.ts';
import type { Firm } from '../ares/answer.ts';
import { lookUp } from '../ares/look-up.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { ico as typedIco, organisationAddress, organisationName } from '../typed.ts';
import { type Asked, askToRepresent } from './ask-to-represent.ts';
import type { Known } from './keep-organisation.ts';

interface AddPage {
  show: RequestHandler;
  ask: RequestHandler;
}

/** What ARES makes of a number: a firm, nobody to ask, or what is wrong with it. */
type Looked = { firm: Firm } | 'unreachable' | FormError;

const declared = { representative: z.literal('yes', { error: 'Potvrďte, že jste statutární zástupce' }) };
const known = z.object(declared);
const typed = z.object({ name: organisationName, address: organisationAddress, ...declared });

/** /organizace/nova: the number, then what ARES says of it, then the word of who represents it. */
export function addPage(deps: AppDeps): AddPage {
  const limiter = limiterOf(deps);

  return {
    show: async (req, res) => {
      if (req.query.ico === undefined) {
        res.render('organisations/add.njk', formView({}));
        return;
      }
      const ico = readNumber(queryText(req, 'ico', 40));
      const looked = 'value' in ico ? await look(req, ico.value) : ico.error;
      render(res, looked, { ico: queryText(req, 'ico', 40) });
    },
    ask: async (req, res) => {
      const form = formBody(req);
      const ico = readNumber(typeof form.ico === 'string' ? form.ico : '');
      const looked = 'value' in ico ? await look(req, ico.value) : ico.error;
      if (!('value' in ico) || isError(looked)) {
        render(res, looked, form);
        return;
      }
      const parsed = parseForm(looked === 'unreachable' ? typed : known, req);
      if (!parsed.ok) {
        render(res, looked, form, parsed.errors);
        return;
      }
      const said = looked === 'unreachable' ? { typed: typed.pick({ name: true, address: true }).parse(form) } : looked;
      await keep(req, res, ico.value, said);
    },
  };

  async function look(req: Request, ico: string): Promise<Looked> {
    await limiter.spend(citizenOf(req).accountId);
    const found = await lookUp(deps, ico);
    if (found.kind === 'unreachable') return 'unreachable';
    if (found.kind === 'unknown') return wrong('Tohle IČO v\u00a0registru ARES není. Zkontrolujte ho');
    const { firm } = found;
    if (firm.dissolvedOn === null) return { firm };
    const day = formatDate(Temporal.PlainDate.from(firm.dissolvedOn));
    return wrong(`${firm.name} podle registru ARES zanikla ${day}. Jednat za ni už nejde`);
  }

  async function keep(req: Request, res: Response, ico: string, said: Known): Promise<void> {
    const asked = await askToRepresent(deps, { actor: citizenOf(req), ico, known: said });
    req.session.notice = notices[asked];
    res.redirect(303, '/organizace');
  }
}

const notices: Record<Asked, string> = {
  asked: 'Děkujeme. Úřad teď ověří, že organizaci zastupujete, a\u00a0dá vám vědět e-mailem.',
  waiting: 'O\u00a0tuto organizaci už jste požádali. Úřad to ještě ověřuje.',
  already: 'Tuto organizaci už zastupujete.',
};

function render(res: Response, looked: Looked, form: Record<string, unknown>, errors: FormError[] = []): void {
  const all = isError(looked) ? [looked] : errors;
  res.status(all.length > 0 ? 400 : 200).render('organisations/add.njk', {
    ...formView(form, all),
    firm: typeof looked === 'object' && 'firm' in looked ? looked.firm : null,
    isTyped: looked === 'unreachable',
  });
}

function readNumber(text: string): { value: string } | { error: FormError } {
  const read = typedIco.safeParse(text);
  return read.success ? { value: read.data } : { error: wrong(read.error.issues[0]?.message ?? '') };
}

function wrong(message: string): FormError {
  return { field: 'ico', message };
}

function isError(looked: Looked): looked is FormError {
  return typeof looked === 'object' && 'field' in looked;
}

/** Nobody reads out the register through the portal. */
function limiterOf({ pool, config: { rates } }: AppDeps): Limiter {
  return createLimiter({ pool, name: 'ares-account', attempts: rates.messagesPerAddress });
}
