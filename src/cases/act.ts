import { accountOf, type Actor } from '../core/actor.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import type { Deps } from '../deps.ts';
import { agentFor, filerOf } from './filed-under.ts';
import { readOpenDraft } from './filing-store.ts';
import { newAct } from './new-submission.ts';
import { actHash } from './submission.ts';

interface Filled {
  draftId: string;
  draftVersion: number;
  definition: Definition;
  evaluation: Evaluation;
  /** Who would file it. */
  actor: Actor;
  now: Temporal.Instant;
}

/** SHA-256 of the very document that filing this draft now would make; null when it has changed or is filed meanwhile. */
export async function hashOfDraft(
  { pool, vault }: Pick<Deps, 'pool' | 'vault'>,
  { draftId, draftVersion, definition, evaluation, actor, now }: Filled,
): Promise<string | null> {
  const wanted = {
    draftId,
    draftVersion,
    accountId: accountOf(actor),
    department: definition.department,
    today: dayInPrague(now),
  };
  const draft = await readOpenDraft(pool, { ...wanted, isNumbered: false });
  const held = draft ? filerOf(draft, actor) : null;
  if (!draft || held === 'stranger') return null;
  return actHash(newAct(vault, { definition, evaluation, draft, agent: agentFor(held, actor) }));
}
