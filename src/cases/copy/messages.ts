import type { Deps } from '../../deps.ts';
import type { FoundCase } from '../find-case.ts';
import { readExchange } from '../read-exchange.ts';

/** The messages behind those that the page of the case begins with. */
export async function olderMessages(
  deps: Pick<Deps, 'pool' | 'vault' | 'definitions'>,
  { id, messages }: FoundCase,
): Promise<FoundCase['messages']['list']> {
  const older: FoundCase['messages']['list'] = [];
  for (let { olderThan } = messages; olderThan !== null;) {
    const next = (await readExchange(deps, { caseId: id, olderThan })).messages;
    older.push(...next.list);
    olderThan = next.olderThan;
  }
  return older;
}
