import { dayInPrague } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import type { Deps } from '../deps.ts';
import { readOpenDraft } from './filing-store.ts';
import { newAct } from './new-submission.ts';
import { actHash } from './submission.ts';

interface Filled {
  draftId: string;
  draftVersion: number;
  definition: Definition;
  evaluation: Evaluation;
  now: Temporal.Instant;
}

/** SHA-256 of the very document that filing this draft now would make; null when it has changed or is filed meanwhile. */
export async function hashOfDraft(
  { pool, vault }: Pick<Deps, 'pool' | 'vault'>,
  { draftId, draftVersion, definition, evaluation, now }: Filled,
): Promise<string | null> {
  const wanted = { draftId, draftVersion, department: definition.department, today: dayInPrague(now) };
  const draft = await readOpenDraft(pool, { ...wanted, isNumbered: false });
  return draft ? actHash(newAct(vault, { definition, evaluation, draft })) : null;
}
