import { copyOwnCases } from '../../cases/commands.ts';
import type { Actor } from '../../core/actor.ts';
import { accountOf } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import { type ArchiveEntry, type ArchiveProblem, whole } from '../../documents/archive.ts';
import { NotFound } from '../../web/errors.ts';
import { accountDocument } from './account-document.ts';
import { copyDrafts } from './drafts.ts';
import { copyMails } from './mails.ts';

/** What the index at the end of the archive tells. */
export interface Contents {
  at: Temporal.Instant;
  cases: {
    reference: string;
    agenda: string;
    filedAt: Temporal.Instant;
    organisation: string | null;
    folder: string;
  }[];
  drafts: { agenda: string; folder: string }[];
  hasMails: boolean;
  problems: { path: string; problem: ArchiveProblem }[];
}

interface Copy {
  actor: Actor;
  /** Filled as the archive is written. */
  contents: Contents;
  /** The index in HTML, of what is in it by then. */
  printIndex: (contents: Contents) => Promise<string>;
}

/**
 * All that the portal keeps of whoever asks and that they may read, file by file; at the end the index, which knows what
 * could not be read.
 */
export async function* entriesOf(deps: Deps, { actor, contents, printIndex }: Copy): AsyncGenerator<ArchiveEntry> {
  const accountId = accountOf(actor);
  if (accountId === null) throw new NotFound();
  yield json('ucet.json', () => accountDocument(deps, accountId));
  for await (const { agenda, folder, entries } of copyDrafts(deps, accountId)) {
    contents.drafts.push({ agenda, folder });
    yield* entries;
  }
  const readable = new Set<string>();
  for await (const { id, entries, filedAt, ...about } of copyOwnCases(deps, actor)) {
    readable.add(id);
    contents.cases.push({ ...about, filedAt: Temporal.Instant.from(filedAt) });
    yield* entries;
  }
  // The mails of an officer are the office's.
  const email = actor.kind === 'citizen' ? await emailOf(deps, accountId) : null;
  if (email !== null) {
    contents.hasMails = true;
    const mails = copyMails(deps, { email, mayRead: caseId => readable.has(caseId) });
    yield { path: 'e-maily.json', open: () => Promise.resolve(mails) };
  }
  const index = await printIndex(contents);
  yield { path: 'PREHLED.html', open: () => Promise.resolve(whole(index)) };
}

function json(path: string, make: () => Promise<object>): ArchiveEntry {
  return { path, open: async () => whole(JSON.stringify(await make(), null, 2)) };
}

async function emailOf({ db }: Deps, id: string): Promise<string | null> {
  return (await db.account.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;
}
