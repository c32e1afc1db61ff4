import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { assignCase, decideCase, openSummary, takeOverCase } from '../../src/cases/commands.ts';
import { reindexCases } from '../../src/cases/reindex.ts';
import { isCommon } from '../../src/workspace/inbox/common-words.ts';
import { startPortal } from '../support/app.ts';
import {
  askToMend,
  type CaseRecord,
  createCase,
  createCitizen,
  createOfficer,
  exampleEntries,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps } = portal;
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const outsider = await createOfficer(deps, { department: 'dopravy' });
const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
let alik: CaseRecord;
let zeryk: CaseRecord;

beforeAll(async () => {
  const dog = await exampleEntries('ohlaseni-psa');
  alik = await createCase(deps, { entries: { ...dog, dogName: 'Alík Veliký' } });
  zeryk = await createCase(deps, { entries: { ...dog, dogName: 'Žeryk' } });
});

test.each(['žeryk', 'ZERYK', 'Žeryx', 'Žerk', 'Žeyrk'])('a subject is found by %s', async typed => {
  expect(await found(clerk, typed)).toEqual([zeryk.reference]);
});

test('of several words a case has to have every one', async () => {
  expect(await found(clerk, 'alík veliký')).toEqual([alik.reference]);
  expect(await found(clerk, 'alík žeryk')).toEqual([]);
});

test('the applicant and words of the answers find the case, the newest first', async () => {
  const applicant = await applicantOf(alik);
  expect(await found(clerk, applicant)).toEqual([zeryk.reference, alik.reference]);
});

test('a part of a reference finds it, with and without hyphens', async () => {
  const digits = alik.reference.slice(5, 10);
  expect(await found(clerk, digits)).toEqual([alik.reference]);
  expect(await found(clerk, alik.reference.slice(0, 10).replace('-', ''))).toEqual([alik.reference]);
});

test('nobody finds what they may not see, not even that it is there', async () => {
  expect(await found(outsider, 'žeryk')).toEqual([]);
  expect(await found(registry, 'žeryk')).toEqual([zeryk.reference]);
});

test('a search within a list keeps to the list', async () => {
  const page = await (await portal.visitor(clerk)).get('/urad?pohled=moje&hledat=zeryk');
  expect(references(page)).toEqual([]);
});

test('of words too short to be looked for nothing is found, and the page says so', async () => {
  const page = await search(clerk, 'ž');
  expect(page.status).toBe(200);
  expect(page.text).toContain('Takový případ tu není.');
});

test('no word of a filing can be read in the index', async () => {
  const rows = await deps.db.caseSearch.findMany();
  expect(rows.length).toBe(2);
  // Below nought are the marks of the department, of open cases, of both together and of the day.
  for (const { tokens } of rows) expect(tokens.filter(token => token < 0n)).toHaveLength(4);
});

test('cases from before the index are found after it is made anew', async () => {
  const before = await deps.db.caseSearch.findMany({ orderBy: { caseId: 'asc' } });
  await deps.db.caseSearch.deleteMany();
  expect(await found(clerk, 'žeryk')).toEqual([]);
  expect(await reindexCases(deps)).toBe(2);
  expect(await found(clerk, 'žeryk')).toEqual([zeryk.reference]);
  expect(await deps.db.caseSearch.findMany({ orderBy: { caseId: 'asc' } })).toEqual(before);
});

test('what the applicant mended finds the case beside what was filed, also after the index is made anew', async () => {
  const owner = await createCitizen(deps);
  const filed = await createCase(deps, { owner });
  const items = [{ kind: 'answer' as const, id: 'chipNumber', label: 'Číslo čipu', problem: 'Není v\u00a0registru.' }];
  await askToMend(deps, filed, { officer: clerk, items });
  const visitor = await portal.visitor(owner);
  const page = await visitor.get(`/pripady/${filed.reference}/doplneni`);
  const summary = await visitor.submit(page, {
    form: 'form#oprava-podani',
    fields: { chipNumber: '203098100000017' },
  });
  expect(await found(clerk, '203098100000017')).toEqual([]);
  await visitor.submit(summary, { form: 'form[action$="/odeslani"]' });
  expect(await found(clerk, '203098100000017')).toEqual([filed.reference]);
  await reindexCases(deps);
  expect(await found(clerk, `203098100000017 ${filed.reference}`)).toEqual([filed.reference]);
});

test('a case that was handed over is found in its new department, and no longer in the old one', async () => {
  const filed = await createCase(deps);
  const number = filed.reference.slice(5, 10);
  const { departmentId } = outsider.actor;
  const command = { caseId: filed.id, expectedVersion: 1, actor: clerk.actor, now: deps.now() };
  expect(await assignCase(deps, { ...command, to: { departmentId }, reason: 'Patří dopravě.' })).toEqual({
    ok: true,
  });
  expect(await found(outsider, number)).toEqual([filed.reference]);
  expect(await found(clerk, number)).toEqual([]);
});

test('within a list a case is found as long as it is open, and among the closed ones later', async () => {
  const dog = await exampleEntries('ohlaseni-psa');
  const filed = await createCase(deps, { entries: { ...dog, dogName: 'Zbrklík' } });
  const list = async (state: string) => {
    const page = await (await portal.visitor(clerk)).get(`/urad?pohled=odbor&hledat=zbrklik${state}`);
    return references(page);
  };
  expect(await list('')).toEqual([filed.reference]);
  const command = { caseId: filed.id, expectedVersion: null, actor: clerk.actor, now: deps.now() };
  await takeOverCase(deps, command);
  expect(await decideCase(deps, { ...command, outcome: 'granted', explanation: 'Vyhověno.' })).toEqual({ ok: true });
  expect(await list('')).toEqual([]);
  expect(await list('&stav=vyrizene')).toEqual([filed.reference]);
});

test('of a word that many cases have, a list shows all its cases, page by page and back', async () => {
  const dog = await exampleEntries('ohlaseni-psa');
  const filed = new Set<string>();
  for (let i = 0; i < 30; i += 1) {
    filed.add((await createCase(deps, { entries: { ...dog, dogName: 'Rekonvalescent' } })).reference);
  }
  await deps.pool.query('ANALYZE case_search');
  expect(await isCommon(deps.pool, deps.vault, 'rekonvalescent')).toBe(true);
  const visitor = await portal.visitor(clerk);
  const first = await visitor.get('/urad?pohled=odbor&hledat=rekonvalescent');
  expect(references(first)).toHaveLength(25);
  const second = await visitor.get(String(first.$('a[rel=next]').attr('href')));
  expect(new Set([...references(first), ...references(second)])).toEqual(filed);
  const back = await visitor.get(String(second.$('a[rel=prev]').attr('href')));
  expect(references(back)).toEqual(references(first));
  expect(await isCommon(deps.pool, deps.vault, 'ž')).toBe(false);
  expect(references(await visitor.get('/urad?pohled=odbor&hledat=rekonvalescent+zbrklik'))).toEqual([]);
});

test('an old case is found as well as a new one', async () => {
  const now = Date.now();
  const dog = await exampleEntries('ohlaseni-psa');
  const filed: string[] = [];
  for (const days of [400, 200, 50, 20, 1]) {
    portal.setNow(new Date(now - days * 86_400_000).toISOString());
    filed.unshift((await createCase(deps, { entries: { ...dog, dogName: 'Pamětník' } })).reference);
  }
  portal.setNow(new Date(now).toISOString());
  expect(await found(clerk, 'pamětník')).toEqual(filed);
});

test('marks are made alike by the portal and by the migrations that marked what was filed before', async () => {
  const marks = await deps.pool.query<{ tokens: string[]; marks: string[] }>(`
    SELECT x.tokens, ARRAY[day, department] || CASE WHEN decided_at IS NULL
      THEN ARRAY[-(1::bigint << 60), department - (1::bigint << 61)] ELSE '{}' END AS marks FROM case_search x JOIN "case" c ON c.id = x.case_id,
      LATERAL (SELECT -1 - floor(extract(epoch FROM c.filed_at) / 86400)::bigint AS day) d,
      LATERAL (SELECT -(('x' || right(replace(c.department_id::text, '-', ''), 15))::bit(60)::bigint | (1::bigint << 59))
        AS department) e`);
  expect(marks.rows.length).toBeGreaterThan(2);
  for (const { tokens, marks: expected } of marks.rows) {
    expect(tokens.filter(token => token.startsWith('-')).toSorted()).toEqual(expected.toSorted());
  }
});

test('a list is saved under a name, shared within the department, and deleted by its owner', async () => {
  const visitor = await portal.visitor(clerk);
  const list = '/urad?pohled=odbor&hledat=zeryk';
  const unnamed = await visitor.submit(list, { form: 'form.inbox__save', fields: { nazev: ' ' } });
  expect(unnamed.status).toBe(400);
  expect(unnamed.text).toContain('Napište, jak se má seznam jmenovat.');
  expect(references(unnamed)).toEqual([zeryk.reference]);
  const saved = await visitor.submit(unnamed, { form: 'form.inbox__save', fields: { nazev: 'Moji psi' } });
  const link = saved.$('.side-nav__link:contains("Moji psi")').attr('href') ?? '';
  const colleague = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Pavel Černý' });
  expect(references(await (await portal.visitor(colleague)).get(link))).toEqual([zeryk.reference]);
  expect((await (await portal.visitor(outsider)).get(link)).status).toBe(404);
  const page = await visitor.submit(link, { form: 'form.inbox__save' });
  expect(page.html).not.toContain('Moji psi');
});

test('what is saved lies sealed in the database', async () => {
  const visitor = await portal.visitor(outsider);
  await visitor.submit('/urad?pohled=odbor&hledat=novak', { form: 'form.inbox__save', fields: { nazev: 'Novák' } });
  const [row] = await deps.db.inboxView.findMany({ where: { officerId: outsider.actor.officerId } });
  expect(Buffer.from(row?.content ?? []).toString('latin1')).not.toMatch(/novak/i);
});

test('no address of the inbox brings the portal down', async () => {
  const { agent } = await portal.visitor(registry);
  const names = fc.constantFrom(
    ...['pohled', 'stav', 'agenda', 'odbor', 'urednik', 'termin-od', 'podano-do', 'razeni', 'na-strance', 'po', 'pred'],
    ...['hledat', 'hledat[]', 'x'],
  );
  const values = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'hledani',
      'vse',
      '-podani',
      'uzavrene',
      '2026-02-31',
      '500',
      "'; --",
      '{}',
      '\u0000',
      'a '.repeat(90),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 6 }), async pairs => {
      const { status } = await agent.get(`/urad?${new URLSearchParams(pairs).toString()}`);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 60 },
  );
});

async function applicantOf({ id }: CaseRecord): Promise<string> {
  const { summary } = await deps.db.case.findUniqueOrThrow({ where: { id } });
  return openSummary(deps.vault, id, summary).applicantName;
}

async function search(officer: OfficerAccount, text: string): Promise<Page> {
  return (await portal.visitor(officer)).get(`/urad?pohled=hledani&hledat=${encodeURIComponent(text)}`);
}

async function found(officer: OfficerAccount, text: string): Promise<string[]> {
  return references(await search(officer, text));
}

function references({ $ }: Page): string[] {
  return $('.inbox tbody th')
    .toArray()
    .map(cell => $(cell).find('a').text());
}
