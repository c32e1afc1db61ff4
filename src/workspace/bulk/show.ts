import type { RequestHandler } from 'express';
import { openSummary } from '../../cases/commands.ts';
import type { Officer } from '../../core/actor.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import type { Deps } from '../../deps.ts';
import type { BulkItem } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { officerOf } from '../../web/officer-of.ts';
import { deskHref } from '../from-list.ts';
import { type BulkStep, openOrder } from './order.ts';

interface BulkPage {
  section: 'urad';
  crumbs: { text: string; href: string }[];
  step: BulkStep['kind'];
  /** The page of the inbox where the cases were ticked. */
  listHref: string;
  /** How many cases there are, have been tried, and could not be done. */
  all: number;
  finished: number;
  refused: number;
  isRunning: boolean;
  items: ItemView[];
}

interface ItemView {
  reference: string;
  /** Null of a case that the officer never saw. */
  applicant: string | null;
  /** Null when the officer does not see the case, perhaps because they have just handed it over. */
  href: string | null;
  isFinished: boolean;
  problem: string | null;
}

/** GET /urad/hromadne/:run: what became of each case; while it goes on, the page loads itself again. */
export function showBulk({ db, vault }: Pick<Deps, 'db' | 'vault'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const run = await db.bulkRun.findFirst({
      where: { id: idParam(req, 'run'), officerId: officer.officerId },
      include: { items: { orderBy: { position: 'asc' } } },
    });
    if (!run) throw new NotFound();
    const { step, list } = openOrder(vault, run.id, run.content);
    const finished = run.items.filter(item => item.finished).length;
    const page: BulkPage = {
      section: 'urad',
      crumbs: [{ text: 'Pracoviště', href: '/urad' }],
      step: step.kind,
      listHref: list,
      all: run.items.length,
      finished,
      refused: run.items.filter(item => item.problem !== null).length,
      isRunning: finished < run.items.length,
      items: await itemViews({ db, vault }, { officer, items: run.items, list }),
    };
    res.render('workspace/bulk.njk', page);
  };
}

interface Shown {
  officer: Officer;
  items: BulkItem[];
  list: string;
}

/** Who filed a case, the officer saw when they ticked it; so they read it even of what they have handed over. */
async function itemViews({ db, vault }: Pick<Deps, 'db' | 'vault'>, shown: Shown): Promise<ItemView[]> {
  const { officer, items, list } = shown;
  const id = { in: items.flatMap(({ caseId }) => caseId ?? []) };
  const [cases, visible] = await Promise.all([
    db.case.findMany({ where: { id }, select: { id: true, summary: true } }),
    db.case.findMany({ where: { AND: [{ id }, visibleTo(officer)] }, select: { id: true } }),
  ]);
  const applicants = new Map(cases.map(found => [found.id, openSummary(vault, found.id, found.summary).applicantName]));
  const seen = new Set(visible.map(found => found.id));
  const from = list.split('?')[1] ?? '';
  return items.map(({ reference, caseId, finished, problem }) => ({
    reference,
    applicant: caseId && (applicants.get(caseId) ?? null),
    href: caseId !== null && seen.has(caseId) ? deskHref(reference, from) : null,
    isFinished: finished,
    problem,
  }));
}
