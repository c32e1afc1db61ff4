import { attachmentName } from '../../attachments/name.ts';
import { openFile } from '../../attachments/open.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { evaluate } from '../../core/form/evaluate.ts';
import { freezeContent } from '../../core/form/freeze-content.ts';
import type { Deps } from '../../deps.ts';
import { type ArchiveEntry, archiveName, whole } from '../../documents/archive.ts';
import { openEntries } from '../../vault/draft-entries.ts';

type Needs = Pick<Deps, 'db' | 'vault' | 'definitions' | 'files' | 'now'>;

/** What somebody has begun and not filed. */
export interface CopiedDraft {
  agenda: string;
  folder: string;
  entries: ArchiveEntry[];
}

const page = 50;

/** Each draft with what was typed in it and its files, one after another. */
export async function* copyDrafts(deps: Needs, accountId: string): AsyncGenerator<CopiedDraft> {
  let after: string | undefined;
  for (;;) {
    const rows = await deps.db.draft.findMany({
      where: { accountId, filedAt: null, trial: false, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: page,
      include: { attachments: { orderBy: { createdAt: 'asc' } }, organisation: { select: { ico: true, name: true } } },
    });
    for (const row of rows) yield await copyDraft(deps, row);
    after = rows.at(-1)?.id;
    if (rows.length < page) return;
  }
}

interface Row {
  id: string;
  agendaVersionId: string;
  entries: Uint8Array;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  organisation: { ico: string; name: string } | null;
  attachments: { id: string; name: Uint8Array<ArrayBuffer>; storageKey: string; sha256: Uint8Array }[];
}

async function copyDraft(deps: Needs, draft: Row): Promise<CopiedDraft> {
  const definition = await deps.definitions.of(draft.agendaVersionId);
  const typed = openEntries(deps.vault, draft.id, draft.entries);
  const evaluation = evaluate(definition, typed, { today: dayInPrague(deps.now()) });
  const folder = `rozepsana/${archiveName(definition.slug)}-${draft.id.slice(0, 8)}`;
  const document = {
    agenda: { slug: definition.slug, title: definition.title },
    organisation: draft.organisation,
    createdAt: draft.createdAt.toISOString(),
    updatedAt: draft.updatedAt.toISOString(),
    expiresAt: draft.expiresAt.toISOString(),
    answers: freezeContent(definition, evaluation).steps,
    typed,
  };
  const files = draft.attachments.map((file, index): ArchiveEntry => ({
    path: `${folder}/${String(index + 1).padStart(2, '0')}-${archiveName(attachmentName(deps.vault, file))}`,
    sha256: Buffer.from(file.sha256).toString('hex'),
    open: () => openFile(deps, file),
  }));
  const json = { path: `${folder}/podani.json`, open: () => Promise.resolve(whole(JSON.stringify(document, null, 2))) };
  return { agenda: definition.title, folder, entries: [json, ...files] };
}
