import { randomUUID } from 'node:crypto';
import type { Entries } from '../core/form/answers.ts';
import type { Definition } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { sealEntries } from '../vault/draft-entries.ts';
import { expiryFrom } from './draft.ts';

interface Start {
  versionId: string;
  accountId: string | null;
  /** An administrator tries the agenda out; the office never gets it. */
  isTrial?: boolean;
}

/** A new draft; what the account knows of the person is already filled in (§ 4 of act 12/2020). */
export async function startDraft(
  deps: AppDeps,
  { versionId, accountId, isTrial = false }: Start,
): Promise<{ id: string }> {
  const { db, vault, now, definitions } = deps;
  const id = randomUUID();
  const entries =
    accountId === null ? {} : await knownEntries(deps, { accountId, definition: await definitions.of(versionId) });
  const at = new Date(now().epochMilliseconds);
  await db.draft.create({
    data: {
      id,
      agendaVersionId: versionId,
      accountId,
      trial: isTrial,
      entries: sealEntries(vault, id, entries),
      visited: [],
      createdAt: at,
      updatedAt: at,
      expiresAt: expiryFrom(now()),
    },
  });
  return { id };
}

async function knownEntries(
  { db }: AppDeps,
  { accountId, definition }: { accountId: string; definition: Definition },
): Promise<Entries> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { name: true, email: true, phone: true },
  });
  if (!account) return {};
  const { name, email, phone } = definition.applicant;
  const known: [string | undefined, string | null][] = [
    [name, account.name],
    [email, account.email],
    [phone, account.phone],
  ];
  return Object.fromEntries(
    known.filter((pair): pair is [string, string] => pair[0] !== undefined && pair[1] !== null),
  );
}
