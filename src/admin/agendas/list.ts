import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { findAgendas } from './queries.ts';

/** GET /sprava/agendy: every agenda with what is offered and what is being prepared. */
export function listAgendas({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (_req, res) => {
    const agendas = await findAgendas(db);
    res.render('admin/agendas.njk', {
      section: 'sprava',
      place: 'agendy',
      agendas: agendas.map(({ slug, title, versions }) => ({
        slug,
        title,
        published: versions.find(({ status }) => status === 'published') ?? null,
        draft: versions.find(({ status }) => status === 'draft' || status === 'scheduled') ?? null,
      })),
    });
  };
}
