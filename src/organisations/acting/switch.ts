import type { RequestHandler } from 'express';
import { formBody } from '../../web/input.ts';
import { NotFound } from '../../web/errors.ts';
import { mayActAs } from './act-for.ts';

/** POST /jednam-za: for whom the person acts from now on; an empty choice is themselves. */
export const switchActing: RequestHandler = (req, res) => {
  const { organizace } = formBody(req);
  const wanted = typeof organizace === 'string' ? organizace : '';
  if (wanted === '') {
    delete req.session.actingFor;
    req.session.notice = 'Teď jednáte za sebe.';
  } else {
    const membership = req.person?.memberships?.find(({ organisationId }) => organisationId === wanted);
    if (!membership || !mayActAs(membership.role)) throw new NotFound();
    req.session.actingFor = wanted;
    req.session.notice = `Za organizaci ${membership.name} teď jednáte v\u00a0celém portálu.`;
  }
  // What was open before belongs to whom they acted for until now.
  res.redirect(303, '/moje');
};
