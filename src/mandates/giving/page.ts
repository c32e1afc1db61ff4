import type { Request, RequestHandler, Response } from 'express';
import { provesIdentity } from '../../config.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { parseReference } from '../../core/case/reference.ts';
import { mayGiveOnline } from '../../core/mandate/giving.ts';
import type { AppDeps } from '../../deps.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, queryText } from '../../web/input.ts';
import { createLimiter } from '../../web/limits.ts';
import { signInAnew } from '../../web/sign-in-anew.ts';
import { typedEmail } from '../../web/typed-email.ts';
import { chosenSide, managedBy } from '../managed.ts';
import { offeredAgendas } from '../terms/offered.ts';
import { blankTerms, readTerms, type TypedTerms } from '../terms/read-terms.ts';
import { giveMandate, type Giving } from './give.ts';

interface GivePage {
  show: RequestHandler;
  give: RequestHandler;
}

/** /ucet/zmocneni/nove: whom, for what and when; the agent is written to. */
export function givePage(deps: AppDeps): GivePage {
  const { pool, config } = deps;
  const limiter = createLimiter({ pool, name: 'mandate-account', attempts: config.rates.messagesPerAddress });
  return {
    show: async (req, res) => {
      const reference = parseReference(queryText(req, 'podani')) ?? '';
      const jmenem = req.actingFor?.membership?.organisationId ?? '';
      await render(req, res, { typed: blankTerms(dayInPrague(deps.now()), reference), form: { jmenem } });
    },
    give: async (req, res) => {
      const actor = citizenOf(req);
      const form = formBody(req);
      const read = readTerms(form, { today: dayInPrague(deps.now()), offered: await offeredAgendas(deps) });
      const email = typedEmail.safeParse(form['email']);
      const principal = chosenSide(actor, form['jmenem']);
      const errors = [
        ...(principal ? [] : [{ field: 'jmenem', message: 'Vyberte, kdo zmocňuje' }]),
        ...(email.success ? [] : [{ field: 'email', message: email.error.issues[0]?.message ?? '' }]),
        ...('errors' in read ? read.errors : []),
      ];
      if (errors.length > 0 || !principal || !email.success || 'errors' in read) {
        await render(req, res, { typed: read.typed, form, errors });
        return;
      }
      await limiter.spend(actor.accountId);
      const given = await giveMandate(deps, { actor, principal, email: email.data, terms: read.terms });
      if (typeof given === 'string') {
        const status = given === 'inHand' ? 409 : 400;
        await render(req, res, { typed: read.typed, form, errors: [refusals[given]], status });
        return;
      }
      req.session.notice = `Zmocnění jsme nabídli na ${email.data}. Platit začne, až ho zmocněnec přijme.`;
      res.redirect(303, `/ucet/zmocneni/${given.id}`);
    },
  };

  async function render(req: Request, res: Response, { typed, form, errors = [], status = 400 }: Shown): Promise<void> {
    const actor = citizenOf(req);
    res.status(errors.length > 0 ? status : 200).render('mandates/give.njk', {
      ...formView(form, errors),
      typed,
      organisations: managedBy(actor).map(({ id, name }) => ({ value: id, label: name })),
      ownName: actor.name,
      offered: await offeredAgendas(deps),
      mayGiveMore: mayGiveOnline(actor.level, 'all'),
      proveHref: provesIdentity(config) ? signInAnew('/ucet/zmocneni/nove') : null,
    });
  }
}

interface Shown {
  typed: TypedTerms;
  form: Record<string, unknown>;
  errors?: FormError[];
  status?: number;
}

const refusals: Record<Extract<Giving, string>, FormError> = {
  level: {
    field: 'rozsah',
    message:
      'Zatím nevíme dost jistě, kdo jste, proto můžete zmocnit jen k\u00a0jednomu podání. Přihlaste se ověřenou identitou, nebo podepište plnou moc a\u00a0zmocněnec ji nahraje',
  },
  self: { field: 'email', message: 'Zadejte e-mail někoho jiného, sami sebe zmocnit nemůžete' },
  noCase: { field: 'znacka', message: 'Takové podání mezi těmi, která patří zmocniteli, není. Zkontrolujte značku' },
  inHand: { field: 'znacka', message: 'V\u00a0tomhle podání už zmocněnec jedná. Nejdřív jeho zmocnění odvolejte' },
};
