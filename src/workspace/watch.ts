import type { RequestHandler } from 'express';
import { z } from 'zod';
import { visibleTo } from '../core/case/permissions.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Deps } from '../deps.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { BadRequest, NotFound } from '../web/errors.ts';
import { formBody, parseForm, textParam } from '../web/input.ts';
import { officerOf } from '../web/officer-of.ts';

const form = z.object({ sledovat: z.enum(['ano', 'ne']) });
/** Back to a page of the inbox and nowhere else. */
const inbox = z.string().regex(/^\/urad\?[\w=&%.+-]*$/);

/** POST /urad/pripady/:ref/sledovani: an officer begins to watch a case, or stops; from the desk or from a list. */
export function watchCase({ db, now }: Pick<Deps, 'db' | 'now'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const reference = parseReference(textParam(req, 'ref')) ?? '';
    const found = await db.case.findFirst({
      where: { AND: [{ reference }, visibleTo(officer)] },
      select: { id: true },
    });
    if (!found) throw new NotFound();
    const parsed = parseForm(form, req);
    if (!parsed.ok) throw new BadRequest();
    const watch = { officerId: officer.officerId, caseIds: [found.id] };
    await (parsed.form.sledovat === 'ano' ? beginWatching(db, { ...watch, now: now() }) : stopWatching(db, watch));
    res.redirect(303, inbox.safeParse(formBody(req).zpet).data ?? `/urad/pripady/${reference}`);
  };
}

interface Watch {
  officerId: string;
  caseIds: string[];
}

export async function beginWatching(db: PrismaClient, watch: Watch & { now: Temporal.Instant }): Promise<void> {
  const at = new Date(watch.now.epochMilliseconds);
  const data = watch.caseIds.map(caseId => ({ caseId, officerId: watch.officerId, at }));
  await db.caseWatch.createMany({ data, skipDuplicates: true });
}

async function stopWatching(db: PrismaClient, { officerId, caseIds }: Watch): Promise<void> {
  await db.caseWatch.deleteMany({ where: { officerId, caseId: { in: caseIds } } });
}
