import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { formView } from '../../web/form-view.ts';
import { formBody, type FormError, queryText } from '../../web/input.ts';
import { chosenSide, managedBy } from '../managed.ts';
import { agendaTitles } from '../read.ts';
import { mandateView } from '../view.ts';
import { acceptOffer, type Accepting, refuseOffer } from './answer.ts';
import { readOffer } from './read-offer.ts';

interface OfferPage {
  show: RequestHandler;
  accept: RequestHandler;
  refuse: RequestHandler;
}

/** Where the link leads by which a mandate is offered. */
export function offerPage(deps: Deps): OfferPage {
  return {
    show: async (req, res) => {
      const secret = queryText(req, 'klic');
      await render(req, res, { secret, offer: await readOffer(deps, deps.db, { secret, actor: req.actor }) });
    },
    accept: async (req, res) => {
      const { actor } = req;
      const secret = secretOf(req);
      const agent = actor.kind === 'citizen' ? chosenSide(actor, formBody(req)['jako']) : undefined;
      if (actor.kind !== 'citizen' || !agent) {
        const errors = [{ field: 'jako', message: 'Vyberte, kdo zmocnění přijímá' }];
        const offer = await readOffer(deps, deps.db, { secret, actor });
        await render(req, res, { secret, offer, errors: offer.state === 'good' ? errors : [] });
        return;
      }
      const offer = await acceptOffer(deps, { secret, actor, agent });
      if (offer.state !== 'good') {
        await render(req, res, { secret, offer });
        return;
      }
      req.session.notice = 'Zmocnění jste přijali. Za zmocnitele jednáte, když se nahoře přepnete.';
      res.redirect(303, `/ucet/zmocneni/${offer.row.id}`);
    },
    refuse: async (req, res) => {
      const { actor } = req;
      const secret = secretOf(req);
      const offer =
        actor.kind === 'citizen'
          ? await refuseOffer(deps, { secret, actor })
          : await readOffer(deps, deps.db, { secret, actor });
      if (offer.state !== 'good') {
        await render(req, res, { secret, offer });
        return;
      }
      req.session.notice = 'Zmocnění jste odmítli. Zmocniteli jsme dali vědět.';
      res.redirect(303, '/ucet/zmocneni');
    },
  };

  async function render(req: Request, res: Response, { secret, offer, errors = [] }: Shown): Promise<void> {
    const status = errors.length > 0 ? 400 : statuses[offer.state];
    const mandate =
      offer.state === 'good' ? mandateView(deps, offer.row, await agendaTitles(deps.db, offer.row.agendaIds)) : null;
    const { actor } = req;
    res.status(status).render('mandates/offer.njk', {
      ...formView(formBody(req), errors),
      offer: {
        state: offer.state,
        ...('address' in offer && { address: offer.address }),
        ...('id' in offer && { id: offer.id }),
      },
      mandate,
      secret,
      ownName: actor.kind === 'citizen' ? actor.name : '',
      organisations:
        actor.kind === 'citizen' ? managedBy(actor).map(({ id, name }) => ({ value: id, label: name })) : [],
    });
  }
}

interface Shown {
  secret: string;
  offer: Accepting;
  errors?: FormError[];
}

/** A link that is over is gone; one that another person could use is not, so it is a conflict. */
const statuses: Record<Accepting['state'], number> = {
  good: 200,
  accepted: 200,
  forwarded: 409,
  officer: 409,
  own: 409,
  principal: 409,
  inHand: 409,
  used: 410,
  refused: 410,
  revoked: 410,
  expired: 410,
  over: 410,
  unknown: 410,
};

function secretOf(req: Request): string {
  const { klic } = formBody(req);
  return typeof klic === 'string' ? klic : '';
}
