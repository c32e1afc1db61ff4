import type { RequestHandler } from 'express';
import { formBody } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath } from './draft.ts';
import { attachmentsStop, summaryStop } from './journey.ts';
import { withDraftAsShown } from './with-draft.ts';

/** "Rozumím" on the summary or among the attachments; on a step it is a button of the step, which saves it. */
export function confirmChanges(deps: AppDeps): RequestHandler {
  return withDraftAsShown(deps, async (draft, req, res) => {
    await forgetChanges(deps, draft.id);
    const { stranka } = formBody(req);
    res.redirect(303, draftPath(draft, stranka === attachmentsStop ? attachmentsStop : summaryStop));
  });
}

/** The person has read what a newer version of the agenda changed. Nothing that would be filed is different by that. */
export async function forgetChanges({ db }: AppDeps, draftId: string): Promise<void> {
  await db.draft.updateMany({ where: { id: draftId, filedAt: null }, data: { changes: [] } });
}
