import type { Request, RequestHandler, Response } from 'express';
import { recordAudit } from '../../audit/record.ts';
import { findAgentNow, readLetters } from '../../cases/commands.ts';
import type { Officer } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { framesOurPages } from '../../web/framing.ts';
import { queryText, textParam } from '../../web/input.ts';
import { formKey } from '../../web/kept-form.ts';
import type { ReadDirectory } from '../directory.ts';
import { fromList } from '../from-list.ts';
import { readPanel } from '../messages/panel.ts';
import { officerOf } from '../../web/officer-of.ts';
import type { Attempt } from './attempt.ts';
import { type DeskCase, findDeskCase } from './find.ts';
import { keptAttempt, placeOf } from './kept.ts';
import { deskPage } from './page.ts';
import { meetAt } from './presence.ts';
import { findRelated } from './related.ts';
import { findTasks } from './tasks.ts';
import { rememberVisit } from './visit.ts';

type DeskDeps = Pick<Deps, 'db' | 'pool' | 'vault' | 'now' | 'definitions'>;

/**
 * GET /urad/pripady/:ref?vzor=: one case on the desk of an officer, who may have chosen a letter to begin with. Who has
 * looked at it is known (GDPR art. 32). Their own matter an officer reads as its applicant.
 */
export function openDesk(deps: DeskDeps, directory: ReadDirectory): RequestHandler {
  return async (req, res) => {
    const now = deps.now();
    const found = await findDeskCase(deps, { officer: officerOf(req), reference: textParam(req, 'ref') });
    if (!found) throw new NotFound();
    if (isOwn(found, officerOf(req))) {
      res.redirect(303, `/pripady/${found.reference}`);
      return;
    }
    await rememberVisit(deps.pool, { caseId: found.id, officerId: officerOf(req).officerId, now });
    await recordAudit(deps.db, {
      actor: req.actor,
      at: now,
      action: 'caseOpened',
      subject: `case/${found.id}`,
      details: { reference: found.reference },
    });
    const previewId = queryText(req, 'nahled');
    const attempt = keptAttempt(deps.vault, req, found, officerOf(req));
    await renderDesk(deps, directory, { req, res, found, letterId: queryText(req, 'vzor'), previewId, attempt });
  };
}

/** The case the path names; a stranger's is not found, nor is an officer's own matter. */
export async function deskCase(deps: DeskDeps, req: Request): Promise<DeskCase> {
  const officer = officerOf(req);
  const found = await findDeskCase(deps, { officer, reference: textParam(req, 'ref') });
  if (!found || isOwn(found, officer)) throw new NotFound();
  return found;
}

function isOwn({ snapshot }: DeskCase, { accountId }: Officer): boolean {
  return snapshot.applicantId === accountId;
}

interface Shown {
  req: Request;
  res: Response;
  found: DeskCase;
  attempt?: Attempt | undefined;
  letterId?: string;
  previewId?: string;
}

export async function renderDesk(
  deps: DeskDeps,
  readDirectory: ReadDirectory,
  { req, res, found, attempt, letterId, previewId }: Shown,
): Promise<void> {
  const officer = officerOf(req);
  const { applicantId, organisationId } = found.snapshot;
  const [directory, present, related, caseLetters, agentNow] = await Promise.all([
    readDirectory(),
    meetAt(deps.pool, { caseId: found.id, officerId: officer.officerId, now: deps.now() }),
    findRelated(deps, { caseId: found.id, applicantId, organisationId, officer }),
    readLetters(deps, { caseId: found.id }),
    found.snapshot.mandateId === null ? null : findAgentNow(deps, { caseId: found.id }),
  ]);
  framesOurPages(res);
  const exchange = await readPanel(deps, { req, officer, found, attempt });
  const corrected = { ...found, submission: { ...found.submission, steps: exchange.steps } };
  const given = { attempt, letterId, previewId, from: fromList(req) };
  const page = deskPage({ officer, found: corrected, directory, now: deps.now(), ...given });
  const tasks = await findTasks(deps, { officer, found, directory, typed: page.typed });
  res.render('workspace/desk.njk', {
    ...page,
    tasks,
    exchange,
    related,
    present,
    caseLetters,
    agentNow,
    formKey: formKey(deps.vault, { ownerId: officer.officerId, at: placeOf(found.reference) }),
  });
}
