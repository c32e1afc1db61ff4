import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { queryText, textParam } from '../../web/input.ts';
import { differences } from './differences.ts';
import { findNumbered, versionNumber } from './find-version.ts';
import { findAgenda } from './queries.ts';

/** GET /sprava/agendy/:slug/rozdil?od=1&do=2: what one version changes against another, in words. */
export function showDifference({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (req, res) => {
    const agenda = await findAgenda(db, textParam(req, 'slug'));
    if (!agenda) throw new NotFound();
    const { slug, versions } = agenda;
    const newest = versions[0]?.number ?? 1;
    const asked = (name: string): number | null => {
      const text = queryText(req, name);
      return text === '' ? null : (versionNumber(text) ?? 0);
    };
    const to = asked('do') ?? newest;
    const from = asked('od') ?? versions.find(({ number }) => number < to)?.number ?? to;
    const [before, after] = await Promise.all([
      findNumbered(db, { slug, number: from }),
      findNumbered(db, { slug, number: to }),
    ]);
    if (!before || !after) throw new NotFound();
    res.render('admin/difference.njk', {
      section: 'sprava',
      place: 'agendy',
      agenda,
      from,
      to,
      versions: versions.map(({ number, state }) => ({ number, state })),
      differences: await differences(db, { before: before.definition, after: after.definition }),
    });
  };
}
