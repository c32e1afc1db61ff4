import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { findVersion } from './find-version.ts';

/** GET /sprava/agendy/:slug/verze/:number/dokument.json: the document, to keep, to compare, or to import elsewhere. */
export function exportVersion({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (req, res) => {
    const version = await findVersion(db, req);
    if (!version) throw new NotFound();
    const { slug, number, definition } = version;
    res
      .attachment(`${slug}-verze-${number}.json`)
      .type('json')
      .send(`${JSON.stringify(definition, null, 2)}\n`);
  };
}
