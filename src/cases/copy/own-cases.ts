import { attachmentName } from '../../attachments/name.ts';
import { openFile } from '../../attachments/open.ts';
import type { Actor } from '../../core/actor.ts';
import { accountOf } from '../../core/actor.ts';
import { organisationsOf } from '../../core/organisation/reach.ts';
import type { Deps } from '../../deps.ts';
import { type ArchiveEntry, archiveName, whole } from '../../documents/archive.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { findCase, type FoundCase } from '../find-case.ts';
import { findFiling } from '../find-filing.ts';
import type { Reader } from '../scope.ts';
import { printReceipt } from '../show-receipt.ts';
import { printCorrection } from '../supplement/send-receipt.ts';
import { caseDocument } from './case-document.ts';
import { olderMessages } from './messages.ts';
import { readableReferences } from './references.ts';

type CopyDeps = Pick<Deps, 'db' | 'pool' | 'vault' | 'definitions' | 'config' | 'files' | 'now'>;

/** A case in the copy of all that is its applicant's. */
export interface CopiedCase {
  id: string;
  reference: string;
  agenda: string;
  filedAt: string;
  /** On whose behalf it was filed. */
  organisation: string | null;
  folder: string;
  entries: ArchiveEntry[];
}

/**
 * All cases whoever acts may read as their applicant does, the newest first: their own, and those of organisations whose
 * filings they may read. Each is read as its page is, so nothing is in it that the page would not show.
 */
export async function* copyOwnCases(deps: CopyDeps, actor: Actor): AsyncGenerator<CopiedCase> {
  const reader: Reader = {
    accountId: accountOf(actor),
    organisations: organisationsOf(actor, 'readCases'),
    // What was done for a principal is the principal's.
    mandates: [],
    opened: [],
  };
  for await (const reference of readableReferences(deps, reader)) {
    const copied = await copyCase(deps, reader, reference);
    if (copied) yield copied;
  }
}

async function copyCase(deps: CopyDeps, reader: Reader, reference: string): Promise<CopiedCase | null> {
  const today = dayInPrague(deps.now());
  const found = await findCase(deps, { reference, reader, today });
  if (!found) return null;
  const { submission } = found;
  const folder = `pripady/${archiveName(reference)}`;
  const messages = [...found.messages.list, ...(await olderMessages(deps, found))];
  const document = await caseDocument(deps, found, messages);
  return {
    id: found.id,
    reference,
    agenda: submission.title,
    filedAt: submission.filedAt,
    organisation: submission.organisation?.name ?? null,
    folder,
    entries: [
      { path: `${folder}/pripad.json`, open: () => Promise.resolve(whole(JSON.stringify(document, null, 2))) },
      { path: `${folder}/potvrzeni.pdf`, open: () => receiptOf(deps, reader, reference) },
      ...found.corrections.map(correction => ({
        path: `${folder}/opravy/potvrzeni-${correction.number}.pdf`,
        open: async () => whole((await printCorrection(deps, correction)) ?? missing()),
      })),
      ...(await filesOf(deps, { folder, shown: shownFiles(found, messages) })),
    ],
  };
}

async function receiptOf(deps: CopyDeps, reader: Reader, reference: string): Promise<AsyncIterable<Buffer>> {
  const filing = await findFiling(deps, { reference, reader });
  return whole(filing ? await printReceipt(deps, filing) : missing());
}

function missing(): never {
  throw new Error('it is not there any more');
}

interface ShownFile {
  id: string;
  sha256: string;
  within: 'podani' | 'opravy' | 'zpravy' | 'dopisy';
}

/** The files the applicant is shown, by where they came with. */
function shownFiles(found: FoundCase, messages: FoundCase['messages']['list']): ShownFile[] {
  const within = (place: ShownFile['within'], files: { id: string; sha256: string }[]): ShownFile[] =>
    files.map(({ id, sha256 }) => ({ id, sha256, within: place }));
  return [
    ...within('podani', found.submission.attachments),
    ...within(
      'opravy',
      found.corrections.flatMap(({ attachments }) => attachments),
    ),
    ...within(
      'zpravy',
      messages.flatMap(({ files }) => files),
    ),
    ...within(
      'dopisy',
      found.letters.flatMap(({ file }) => file ?? []),
    ),
  ];
}

/** A number before its name, so that two of one name are two. */
async function filesOf(
  deps: CopyDeps,
  { folder, shown }: { folder: string; shown: ShownFile[] },
): Promise<ArchiveEntry[]> {
  const rows = await deps.db.attachment.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    select: { id: true, name: true, storageKey: true },
  });
  return shown.map(({ id, sha256, within }, index) => {
    const row = rows.find(one => one.id === id);
    const name = row ? attachmentName(deps.vault, row) : id;
    const path = `${folder}/${within}/${String(index + 1).padStart(2, '0')}-${archiveName(name)}`;
    return { path, sha256, open: async () => openFile(deps, row ?? missing()) };
  });
}
