import type { Deps } from '../../src/deps.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { seedMandates } from './demo/mandates.ts';
import { seedOffice } from './demo/office.ts';
import { seedPeople } from './demo/people.ts';
import { stories } from './demo/stories.ts';
import { storyId, tellStory } from './demo/tell.ts';
import { seedUnfinishedDraft } from './demo/unfinished.ts';

/**
 * People and cases to try the portal out with. The cases are filed and worked by the same code as any other, only
 * earlier, so their histories, mails and audit records are real. A start that was cut short goes on where it ended.
 */
export async function seedDemo(deps: Deps): Promise<void> {
  await openQueues(deps.boss);
  const people = await seedPeople(deps);
  const begun = await deps.db.case.findMany({
    where: { draftId: { in: stories.map((_story, i) => storyId(i)) } },
    select: { id: true, draftId: true, version: true },
  });
  const told = new Map(begun.map(found => [found.draftId, found]));
  for (const [i, story] of stories.entries()) {
    const found = told.get(storyId(i));
    if (!found || found.version <= story.steps.length) await tellStory(deps, { number: i, story, people, found });
  }
  await seedUnfinishedDraft(deps, people);
  await seedOffice(deps, people);
  await seedMandates(deps, people);
}
