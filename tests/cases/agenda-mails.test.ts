import { beforeAll, expect, test } from 'vitest';
import { decideCase, takeOverCase } from '../../src/cases/commands.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  createCase,
  createOfficer,
  createSketch,
  exampleEntries,
  type NewDraft,
} from '../support/factories.ts';

/** What an agenda adds to the mails of the portal, read in the letter as a whole. */

const { deps, db, setNow } = await startPortal();
setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(deps, { department: 'dopravy', name: 'Marie Dvořáková' });
const placeholders = '{{značka}}, {{agenda}}, {{jméno}}, {{odbor}}, {{podáno}}, {{termín}}';

const added = {
  filed: `Místo zatím neobsazujte. (${placeholders})`,
  assigned: `Technik se vám ozve. (${placeholders})`,
  decided: `Cedulku si vyzvedněte na přepážce. (${placeholders})`,
};

let filed: CaseRecord;
beforeAll(async () => {
  filed = await worked(await agendaWith(added));
});

test.each([
  {
    kind: 'filed' as const,
    before: /Vyřídí ho Odbor dopravy, nejpozději do .*\.$/,
    after: 'Jak je daleko, uvidíte tady:',
  },
  { kind: 'assigned' as const, before: /má na starosti Marie Dvořáková/, after: 'Jak je podání daleko, uvidíte tady:' },
  { kind: 'decided' as const, before: /je vyřízené: vyhověno\.$/, after: 'Co to pro vás znamená, uvidíte tady:' },
])('the mail $kind says what the agenda adds after the news and before the link', async ({ kind, before, after }) => {
  const paragraphs = (await mailOf(filed, kind)).split('\n\n');
  const at = paragraphs.indexOf(after);
  expect(paragraphs[at - 2]).toMatch(before);
  const [sentence = ''] = added[kind].split(' (');
  expect(unbound(paragraphs[at - 1] ?? '')).toBe(
    `${sentence} (${filed.reference}, Povolení zvláštního užívání veřejného prostranství, Petr Novotný, Odbor dopravy, ` +
      `4. května 2026, 3. června 2026)`,
  );
});

test.each(['filed', 'assigned', 'decided'] as const)(
  'the mail %s of an agenda that adds nothing has no gap in it',
  async kind => {
    const text = await mailOf(await worked(await agendaWith({})), kind);
    expect(text).not.toContain('\n\n\n');
    expect(text).not.toContain('undefined');
  },
);

/** A published agenda of its own with these paragraphs, and a filing of it. */
async function agendaWith(mails: Partial<typeof added>): Promise<NewDraft> {
  const { slug } = await createSketch(deps, definition => ({ ...definition, mails }));
  await db.agendaVersion.updateMany({ where: { agenda: { slug } }, data: { status: 'published' } });
  return { agenda: slug, entries: await exampleEntries('zabor-verejneho-prostranstvi') };
}

async function worked(draft: NewDraft): Promise<CaseRecord> {
  const record = await createCase(deps, draft);
  const by = { caseId: record.id, actor: clerk.actor, now: Temporal.Instant.from('2026-05-05T08:00:00Z') };
  await takeOverCase(deps, { ...by, expectedVersion: 1 });
  await decideCase(deps, { ...by, expectedVersion: 2, outcome: 'granted', explanation: 'Ano.' });
  return record;
}

async function mailOf({ id }: CaseRecord, kind: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({ where: { caseId: id, kind } });
  return openMessage(deps.vault, mail.id, mail.message).text;
}

/** With plain spaces, as it is written in the test. */
function unbound(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
