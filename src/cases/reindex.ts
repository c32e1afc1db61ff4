import type { Deps } from '../deps.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { mendedTokens, searchTokens } from './search-tokens.ts';
import { openSubmission } from './submission.ts';
import { openSummary } from './summary.ts';
import { openCorrection } from './supplement/correction.ts';

type ReindexDeps = Pick<Deps, 'db' | 'vault'>;

const batch = 200;

/** Makes the words anew that cases are found by, of all of them. Answers how many there are. */
export async function reindexCases(deps: ReindexDeps): Promise<number> {
  let total = 0;
  for (let last: string | undefined = ''; last !== undefined;) {
    const done = await reindexBatch(deps, last);
    total += done.length;
    last = done.at(-1);
  }
  return total;
}

async function reindexBatch({ db, vault }: ReindexDeps, after: string): Promise<string[]> {
  const cases = await db.case.findMany({
    where: { trial: false, ...(after && { id: { gt: after } }) },
    select: {
      id: true,
      reference: true,
      departmentId: true,
      state: true,
      filedAt: true,
      summary: true,
      submission: { select: { content: true } },
      corrections: { select: { id: true, content: true } },
    },
    orderBy: { id: 'asc' },
    take: batch,
  });
  const rows = cases.map(({ id, submission, corrections, ...found }) => {
    const content = submission ? openSubmission(vault, id, submission.content) : { title: '', steps: [] };
    const summary = openSummary(vault, id, found.summary);
    const filedAt = found.filedAt.toTemporalInstant();
    const filed = searchTokens(vault, { ...found, filedAt, summary, content });
    const mended = corrections.flatMap(sent =>
      mendedTokens(vault, openCorrection(vault, sent.id, sent.content).answers),
    );
    return Prisma.sql`(${id}::uuid, ${[...new Set([...filed, ...mended])]}::bigint[])`;
  });
  if (rows.length > 0) {
    await db.$executeRaw`
      INSERT INTO case_search (case_id, tokens) VALUES ${Prisma.join(rows)}
      ON CONFLICT (case_id) DO UPDATE SET tokens = EXCLUDED.tokens`;
  }
  return cases.map(({ id }) => id);
}
