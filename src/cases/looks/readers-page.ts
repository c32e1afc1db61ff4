import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { withCase } from '../with-case.ts';
import { findReaders } from './find-readers.ts';

/** GET /pripady/:ref/nahledy: who of the office has opened the case, for its applicant (GDPR art. 15). */
export function readersPage(deps: Deps): RequestHandler {
  return withCase(deps, async (found, _req, res) => {
    const { reference } = found.submission;
    const readers = await findReaders(deps, found.id);
    res.render('cases/readers.njk', { agenda: found.agenda.title, reference, readers });
  });
}
