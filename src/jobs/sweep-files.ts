import { attachmentsFolder } from '../attachments/intake.ts';
import type { Deps } from '../deps.ts';

const batch = 500;
const hoursToFindAnOwner = 24;

/**
 * Removes contents without a row: the process ended between storing a file and giving it to its draft. Those of the last
 * day may be on their way. Answers how many there were.
 */
export async function sweepFiles({ db, files, now }: Pick<Deps, 'db' | 'files' | 'now'>): Promise<number> {
  const before = now().subtract({ hours: hoursToFindAnOwner });
  let swept = 0;
  for await (const page of files.list(attachmentsFolder)) {
    for (let from = 0; from < page.length; from += batch) {
      for (const key of await ownerless(db, page.slice(from, from + batch))) {
        const writtenAt = await files.writtenAt(key);
        if (!writtenAt || Temporal.Instant.compare(writtenAt, before) >= 0) continue;
        await files.remove(key);
        swept += 1;
      }
    }
  }
  return swept;
}

async function ownerless(db: Deps['db'], keys: string[]): Promise<string[]> {
  const rows = await db.attachment.findMany({ where: { storageKey: { in: keys } }, select: { storageKey: true } });
  const owned = new Set(rows.map(row => row.storageKey));
  return keys.filter(key => !owned.has(key));
}
