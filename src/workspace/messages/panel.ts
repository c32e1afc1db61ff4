import type { Request } from 'express';
import { z } from 'zod';
import {
  correctedSteps,
  correctionView,
  type CorrectionView,
  type Exchange,
  markRead,
  messageFiles,
  messageForm,
  type MessageFormView,
  messageItems,
  type MessageItem,
  readExchange,
} from '../../cases/commands.ts';
import type { Officer } from '../../core/actor.ts';
import { allowedActions } from '../../core/case/lifecycle.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../web/input.ts';
import type { DeskCase } from '../desk/find.ts';
import type { Attempt } from '../desk/attempt.ts';

/** What has gone between the office and the applicant, on the desk of the case. */
export interface ExchangePanel {
  unread: MessageItem[];
  /** The newest first. */
  read: MessageItem[];
  olderHref: string | null;
  form: MessageFormView | null;
  corrections: CorrectionView[];
  /** What was filed, with what was mended marked. */
  steps: DeskCase['submission']['steps'];
  appeals: string[];
  appealsAgainst: string | null;
}

type PanelDeps = Pick<Deps, 'pool' | 'db' | 'vault' | 'definitions' | 'now'>;

interface Shown {
  req: Request;
  officer: Officer;
  found: DeskCase;
  attempt: Attempt | undefined;
}

/** Who may answer reads for the office: from then on what the applicant wrote counts as read. */
export async function readPanel(deps: PanelDeps, { req, officer, found, attempt }: Shown): Promise<ExchangePanel> {
  const exchange = await readExchange(deps, { caseId: found.id, olderThan: olderThan(req) });
  const mayWrite = allowedActions(found.snapshot, officer).includes('write');
  if (mayWrite) await markRead(deps, { messages: exchange.messages.list, by: 'office' });
  return panel(exchange, { found, mayWrite, attempt });
}

function panel(
  { messages, corrections, appeals, appealsAgainst, agenda }: Exchange,
  { found, mayWrite, attempt }: Pick<Shown, 'found' | 'attempt'> & { mayWrite: boolean },
): ExchangePanel {
  const base = `/urad/pripady/${found.reference}`;
  const items = messageItems(messages.list, {
    side: 'office',
    applicant: found.submission.applicant.name,
    hrefOf: id => `${base}/prilohy/${id}`,
  });
  const written = attempt?.form === 'write' ? { text: attempt.typed.zprava ?? '', errors: attempt.errors } : undefined;
  return {
    unread: items.filter(({ isNew }) => isNew),
    read: items.filter(({ isNew }) => !isNew),
    olderHref: messages.olderThan && `${base}?zpravy=${messages.olderThan}#zpravy`,
    form: mayWrite ? messageForm(messageFiles(agenda), { action: `${base}/zpravy`, attempt: written }) : null,
    corrections: corrections.map(correctionView),
    steps: correctedSteps(found.submission.steps, corrections),
    appeals,
    appealsAgainst,
  };
}

const uuid = z.uuid();

/** `?zpravy=`: the message behind which older ones are wanted. */
function olderThan(req: Request): string | null {
  return uuid.safeParse(queryText(req, 'zpravy')).data ?? null;
}
