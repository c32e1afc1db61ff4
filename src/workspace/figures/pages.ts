import type { Request, RequestHandler } from 'express';
import type { Officer } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { queryText } from '../../web/input.ts';
import { byteOrderMark, csvLine } from '../export/csv.ts';
import { officerOf } from '../../web/officer-of.ts';
import { figuresView, type FiguresView } from './figures-view.ts';
import { findFigures, findMonths } from './find-figures.ts';
import { type Period, periods, periodText, readPeriod } from './period.ts';
import { figuresScope, type FiguresScope, type Listing } from './scope.ts';

type FigureDeps = Pick<Deps, 'pool' | 'now'>;

/** GET /urad/prehledy: how many cases came and ended, how many are open, and how long they take the office. */
export function showFigures(deps: FigureDeps): RequestHandler {
  return async (req, res) => {
    const { scope, listing, period, problem, figures } = await read(deps, req);
    const href = (to: Partial<{ podle: Listing }>): string => `/urad/prehledy?${query({ listing, period }, to)}`;
    res.status(problem === null ? 200 : 400).render('workspace/figures.njk', {
      section: 'prehledy',
      listing,
      listings: scope.listings.map(name => ({ name, href: href({ podle: name }), isCurrent: name === listing })),
      periods: periods.map(name => ({ name, isChosen: name === period.name })),
      period: { text: periodText(period), from: period.from.toString(), until: period.until.toString() },
      problem,
      csvHref: `/urad/prehledy.csv?${query({ listing, period }, {})}`,
      ...figures,
    });
  };
}

/** GET /urad/prehledy.csv: the same table for a spreadsheet. */
export function sendFigures(deps: FigureDeps): RequestHandler {
  return async (req, res) => {
    const { listing, problem, figures } = await read(deps, req);
    if (problem !== null) {
      // The page says what is wrong with the days; a file of others would only look right.
      res.redirect(303, `/urad/prehledy?${new URLSearchParams(req.query as Record<string, string>).toString()}`);
      return;
    }
    const heading = [headings[listing], ...columns.map(([, title]) => title), 'Polovina do (dny)', '9 z 10 do (dny)'];
    const lines = figures.rows.map(row => [
      row.name,
      ...columns.map(([name]) => String(row[name])),
      row.median,
      row.ninetieth,
    ]);
    res.attachment('prehled.csv').set('Cache-Control', 'no-store');
    res.type('text/csv; charset=utf-8').send(byteOrderMark + [heading, ...lines].map(csvLine).join(''));
  };
}

const headings: Record<Listing, string> = { agendy: 'Agenda', odbory: 'Odbor', urednici: 'Úředník' };

const columns = [
  ['received', 'Přijato'],
  ['finished', 'Ukončeno'],
  ['granted', 'Vyhověno'],
  ['partlyGranted', 'Zčásti vyhověno'],
  ['refused', 'Zamítnuto'],
  ['otherwise', 'Jinak'],
  ['open', 'Otevřeno'],
  ['overdue', 'Po termínu'],
] as const;

interface Read {
  scope: FiguresScope;
  listing: Listing;
  period: Period;
  problem: string | null;
  figures: FiguresView;
}

async function read({ pool, now }: FigureDeps, req: Request): Promise<Read> {
  const scope = scopeOf(officerOf(req));
  const today = dayInPrague(now());
  const asked = { name: queryText(req, 'obdobi'), from: queryText(req, 'od'), until: queryText(req, 'do') };
  const { period, problem } = readPeriod(asked, today);
  const listing = scope.listings.find(name => name === queryText(req, 'podle')) ?? 'agendy';
  const [rows, months] = await Promise.all([
    findFigures(pool, { scope, period, today, listing }),
    findMonths(pool, { scope, period, today }),
  ]);
  return { scope, listing, period, problem, figures: figuresView(rows, months, listing) };
}

function scopeOf(officer: Officer): FiguresScope {
  const scope = figuresScope(officer);
  if (!scope) throw new NotFound();
  return scope;
}

function query({ listing, period }: Pick<Read, 'listing' | 'period'>, to: { podle?: Listing }): string {
  const own = period.name === 'vlastni' ? { od: period.from.toString(), do: period.until.toString() } : {};
  return new URLSearchParams({ podle: listing, obdobi: period.name, ...own, ...to }).toString();
}
