import type { RequestHandler } from 'express';
import { formBody } from '../../web/input.ts';
import { NotFound } from '../../web/errors.ts';
import { choicesOf } from './choices.ts';

/** POST /jednam-za: for whom the person acts from now on; an empty choice is themselves. */
export const switchActing: RequestHandler = (req, res) => {
  const { organizace } = formBody(req);
  const wanted = typeof organizace === 'string' ? organizace : '';
  if (wanted === '') {
    delete req.session.actingFor;
    req.session.notice = 'Teď jednáte za sebe.';
  } else {
    const chosen = choicesOf(req.actor).find(({ key }) => key === wanted);
    if (!chosen) throw new NotFound();
    req.session.actingFor = wanted;
    req.session.notice = chosen.membership
      ? `Za organizaci ${chosen.name} teď jednáte v\u00a0celém portálu.`
      : `Teď v\u00a0celém portálu jednáte za zmocnitele: ${chosen.name}.`;
  }
  // What was open before belongs to whom they acted for until now.
  res.redirect(303, '/moje');
};
