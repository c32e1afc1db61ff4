import { randomUUIDv7 } from 'node:crypto';
import type { RequestHandler } from 'express';
import { fromPrisma } from 'pg-boss';
import type { Officer } from '../../core/actor.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import { refusal } from '../../core/case/refusals.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, type FormError, parseForm } from '../../web/input.ts';
import { sendChosen } from '../export/chosen.ts';
import type { ReadDirectory } from '../directory.ts';
import { readInboxRequest } from '../inbox/request.ts';
import { showInbox } from '../inbox/show.ts';
import { pageHref } from '../inbox/turns.ts';
import { isDeserted } from '../staffed.ts';
import { officerOf } from '../../web/officer-of.ts';
import { type BulkForm, bulkForm, type BulkStepForm } from './form.ts';
import { type BulkStep, sealOrder } from './order.ts';
import { bulkQueue, type BulkJob } from './queue.ts';
import { type BulkDeps, runBulk } from './run.ts';

/** So many are done before the answer; more are done by a job, while a page shows how far it is. */
const fewCases = 25;
/** When the job looks after what should have been done before the answer, in seconds. */
const afterAnswer = 60;

/** POST /urad/hromadne?…: one step with all the cases that were ticked on the list of that address, or a file of them. */
export function startBulk(deps: BulkDeps & Pick<Deps, 'pool' | 'now'>, directory: ReadDirectory): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const request = readInboxRequest(req, officer);
    if (!request) throw new NotFound();
    const again = (errors: FormError[]): Promise<void> =>
      showInbox(deps, directory, {
        ...{ res: res.status(400), officer, request },
        bulk: { typed: formBody(req), errors },
      });
    const parsed = parseForm(bulkForm, req);
    if (!parsed.ok) return again(parsed.errors);
    const { form } = parsed;
    if (form.krok === 'prideleni' && (await isDeserted(deps.db, form.komu))) {
      return again([{ field: 'komu', message: refusal('nobodyThere').message }]);
    }
    if (form.krok === 'csv' || form.krok === 'xlsx') {
      const references = form.pripad.map(({ reference }) => reference);
      return sendChosen(deps, res, { officer, request, references, format: form.krok });
    }
    const step = stepOf(form);
    const runId = await begin(deps, { officer, step, list: pageHref(request), cases: form.pripad });
    if (isFew(form.pripad)) await runBulk(deps, runId);
    res.redirect(303, `/urad/hromadne/${runId}`);
  };
}

function stepOf(form: BulkStepForm): BulkStep {
  switch (form.krok) {
    case 'prevzeti':
      return { kind: 'takeOver' };
    case 'uzavreni':
      return { kind: 'close' };
    case 'sledovani':
      return { kind: 'watch' };
    case 'prideleni':
      return { kind: 'assign', to: form.komu, reason: form.duvod };
  }
}

interface Begun {
  officer: Officer;
  step: BulkStep;
  list: string;
  cases: BulkForm['pripad'];
}

/** Kept with the job that will do it, come what may. A case that the officer does not see is among them by its reference alone. */
async function begin(deps: BulkDeps & Pick<Deps, 'now'>, { officer, step, list, cases }: Begun): Promise<string> {
  const { boss, db, vault, now } = deps;
  const id = randomUUIDv7();
  const visible = await db.case.findMany({
    where: { AND: [{ reference: { in: cases.map(({ reference }) => reference) } }, visibleTo(officer)] },
    select: { id: true, reference: true },
  });
  const ids = new Map(visible.map(found => [found.reference, found.id]));
  const versions = new Map(cases.map(({ reference, version }) => [reference, version]));
  const items = [...versions].map(([reference, expectedVersion], position) => ({
    ...{ position, reference, expectedVersion },
    caseId: ids.get(reference) ?? null,
  }));
  const at = new Date(now().epochMilliseconds);
  const content = sealOrder(vault, id, { step, officer, list });
  await db.$transaction(async tx => {
    await tx.bulkRun.create({
      data: { id, officerId: officer.officerId, content, at, items: { createMany: { data: items } } },
    });
    const startAfter = isFew(cases) ? afterAnswer : 0;
    await boss.send(bulkQueue, { runId: id } satisfies BulkJob, { db: fromPrisma(tx), startAfter });
  });
  return id;
}

function isFew(cases: BulkForm['pripad']): boolean {
  return cases.length <= fewCases;
}
