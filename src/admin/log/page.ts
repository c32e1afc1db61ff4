import type { RequestHandler } from 'express';
import { auditActions } from '../../audit/actions.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { findRecords } from './queries.ts';
import { logHref, readLogRequest } from './request.ts';

/** GET /sprava/protokol: who did what, for auditors; that they looked is written down as well. */
export function logPage({ db, now }: Pick<Deps, 'db' | 'now'>): RequestHandler {
  const actions = Object.entries(auditActions).map(([value, sentence]) => ({
    value,
    label: sentence.replace(/ ?\{\w+\}/g, ' …'),
  }));
  actions.sort((a, b) => a.label.localeCompare(b.label, 'cs'));
  return async (req, res) => {
    const request = readLogRequest(req);
    const { rows, next } = await findRecords({ db }, request);
    const details = { reference: request.reference, count: rows.length };
    await recordAudit(db, { actor: req.actor, at: now(), action: 'logRead', subject: 'log', details });
    res.render('admin/log/log.njk', {
      section: 'sprava',
      place: 'protokol',
      request: { ...request, from: request.from?.toString() ?? '', until: request.until?.toString() ?? '' },
      actions: [{ value: '', label: '' }, ...actions],
      isFiltered: logHref(request) !== '/sprava/protokol',
      rows,
      nextHref: next === null ? null : logHref(request, next),
      firstHref: request.before === null ? null : logHref(request),
    });
  };
}
