import { fileCase, type FileCaseResult } from '../../src/cases/file-case.ts';
import type { Actor } from '../../src/core/actor.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import type { Deps } from '../../src/deps.ts';
import type { DraftRecord } from './factories.ts';

/** Tries to file a draft as it is, and gives what came of it. */
export async function filing(deps: Deps, draft: DraftRecord, actor: Actor): Promise<FileCaseResult> {
  const now = deps.now();
  const { version: draftVersion } = await deps.db.draft.findUniqueOrThrow({ where: { id: draft.id } });
  const evaluation = evaluate(draft.definition, draft.entries, { today: dayInPrague(now) });
  return fileCase(deps, { draftId: draft.id, draftVersion, actor, definition: draft.definition, evaluation, now });
}
