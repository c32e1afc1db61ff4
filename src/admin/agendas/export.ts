import type { RequestHandler } from 'express';
import { documentText } from '../../core/form/canonical-document.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { archiveText } from './archive.ts';
import { findArchived } from './find-archived.ts';
import { findVersion } from './find-version.ts';

/** GET /sprava/agendy/:slug/verze/:number/dokument.json: the document, to keep, to compare, or to import elsewhere. */
export function exportVersion({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (req, res) => {
    const version = await findVersion(db, req);
    if (!version) throw new NotFound();
    const { slug, number, document } = version;
    res.attachment(`${slug}-verze-${number}.json`).type('json').send(documentText(document));
  };
}

/** GET /sprava/agendy/archiv.json: every agenda, as one document. */
export function exportArchive({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (_req, res) => {
    const archived = await findArchived(db);
    const agendas = archived.map(({ document }) => document);
    const sketches = archived.filter(({ isSketch }) => isSketch).map(({ slug }) => slug);
    res.attachment('agendy.json').type('json').send(archiveText({ agendas, sketches }));
  };
}
