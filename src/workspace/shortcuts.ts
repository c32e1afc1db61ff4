import type { RequestHandler } from 'express';

/** GET /urad/zkratky: what the keys of the desk do, for whom the list at `?` does not open. */
export const showShortcuts: RequestHandler = (_req, res) => {
  res.render('workspace/shortcuts.njk', { section: 'urad', crumbs: [{ text: 'Pracoviště', href: '/urad' }] });
};
