import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { officerOf } from '../../web/officer-of.ts';
import { type BulkStep, openOrder } from './order.ts';

interface BulkPage {
  section: 'urad';
  crumbs: { text: string; href: string }[];
  step: BulkStep['kind'];
  /** How many cases there are, have been tried, and could not be done. */
  all: number;
  finished: number;
  refused: number;
  isRunning: boolean;
  items: { reference: string; isVisible: boolean; isFinished: boolean; problem: string | null }[];
}

/** GET /urad/hromadne/:run: what became of each case; while it goes on, the page loads itself again. */
export function showBulk({ db, vault }: Pick<Deps, 'db' | 'vault'>): RequestHandler {
  return async (req, res) => {
    const { officerId } = officerOf(req);
    const run = await db.bulkRun.findFirst({
      where: { id: idParam(req, 'run'), officerId },
      include: { items: { orderBy: { position: 'asc' } } },
    });
    if (!run) throw new NotFound();
    const finished = run.items.filter(item => item.finished).length;
    const page: BulkPage = {
      section: 'urad',
      crumbs: [{ text: 'Pracoviště', href: '/urad' }],
      step: openOrder(vault, run.id, run.content).step.kind,
      all: run.items.length,
      finished,
      refused: run.items.filter(item => item.problem !== null).length,
      isRunning: finished < run.items.length,
      items: run.items.map(item => ({
        reference: item.reference,
        isVisible: item.caseId !== null,
        isFinished: item.finished,
        problem: item.problem,
      })),
    };
    res.render('workspace/bulk.njk', page);
  };
}
