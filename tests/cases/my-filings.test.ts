import { describe, expect, test } from 'vitest';
import { changeCase, decideCase, takeOverCase } from '../../src/cases/commands.ts';
import { dayInPrague, formatDate } from '../../src/core/czech/format.ts';
import { startPortal } from '../support/app.ts';
import {
  askToMend,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  type CaseRecord,
} from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });

async function decide(filed: CaseRecord): Promise<void> {
  const by = { caseId: filed.id, actor: clerk.actor, now: deps.now() };
  await takeOverCase(deps, { ...by, expectedVersion: 1 });
  await decideCase(deps, { ...by, expectedVersion: 2, outcome: 'granted', explanation: 'Ano.' });
}

const listed = ({ $ }: Page, section: string): string[] =>
  $(`section[aria-labelledby="${section}"] .link-list__link`)
    .toArray()
    .map(link => $(link).attr('href')?.split('/').at(-1) ?? '');

describe('my filings', () => {
  test('say so when there are none, and where to begin', async () => {
    const page = await (await portal.visitor(await createCitizen(deps))).get('/moje');
    expect(page.text).toContain('Zatím jste nic nepodali');
    expect(page.$('main a[href="/sluzby"]').length).toBe(1);
  });

  test('say of each whose turn it is and until when', async () => {
    const owner = await createCitizen(deps);
    const [mended, stopped] = [await createCase(deps, { owner }), await createCase(deps, { owner })];
    const until = dayInPrague(deps.now()).add({ days: 14 });
    const item = { kind: 'answer' as const, id: 'chipNumber', label: 'Číslo čipu', problem: 'Není v registru.' };
    await askToMend(deps, mended, { officer: clerk, items: [item], until });
    await askToMend(deps, stopped, { officer: clerk, items: [item], until });
    const by = { caseId: stopped.id, expectedVersion: null, actor: clerk.actor, now: deps.now() };
    await changeCase(deps, by, { type: 'resume', reason: 'Doneseno osobně.' });
    await changeCase(deps, by, { type: 'suspend', reason: 'Čekáme na jiný úřad.' });
    const { $ } = await (await portal.visitor(owner)).get('/moje');
    const lineOf = (reference: string) => $(`.link-list__item:contains("${reference}")`).text();
    expect(lineOf(mended.reference)).toContain(`Doplňte ho do\u00a0${formatDate(until)}, tedy za\u00a014\u00a0dní.`);
    expect(lineOf(mended.reference)).toContain('Čeká na vás');
    expect(lineOf(stopped.reference)).toContain('Řízení je přerušené a\u00a0lhůta stojí.');
  });

  test('are begun, running and finished ones, and nobody else’s', async () => {
    const owner = await createCitizen(deps);
    const draft = await createDraft(deps, { owner });
    const running = await createCase(deps, { owner });
    const finished = await createCase(deps, { owner });
    await decide(finished);
    await createCase(deps, { owner: await createCitizen(deps) });
    await createDraft(deps);

    const page = await (await portal.visitor(owner)).get('/moje');
    expect(
      page
        .$('section[aria-labelledby="rozepsana"] a')
        .toArray()
        .map(link => page.$(link).attr('href')),
    ).toEqual([`/podani/${draft.id}`, `/podani/${draft.id}/smazat`]);
    expect(page.text).toContain('Naposledy vyplněno: Platba a potvrzení');
    expect(listed(page, 'vyrizuji-se')).toEqual([running.reference]);
    expect(listed(page, 'vyrizena')).toEqual([finished.reference]);
    expect(page.text).toContain('Vyhověno');
  });

  test('say of one that waits for the applicant until when to mend it, and promise no other day', async () => {
    const owner = await createCitizen(deps);
    const filed = await createCase(deps, { owner });
    const by = { caseId: filed.id, actor: clerk.actor, now: deps.now() };
    await takeOverCase(deps, { ...by, expectedVersion: 1 });
    const until = dayInPrague(deps.now()).add({ days: 15 });
    await changeCase(
      deps,
      { ...by, expectedVersion: 2 },
      {
        type: 'requestSupplement',
        items: [{ kind: 'answer', id: 'chipNumber', label: 'Číslo čipu', problem: 'Chybí.' }],
        until,
        consequence: 'Jinak řízení zastavíme.',
        suspends: true,
      },
    );
    const { $ } = await (await portal.visitor(owner)).get('/moje');
    const text = $('section[aria-labelledby="vyrizuji-se"]').text();
    expect(text).toContain(`Doplňte ho do\u00a0${formatDate(until)}, tedy `);
    expect(text).not.toContain('Vyřídíme do');
  });

  test('leave out drafts that have expired', async () => {
    const owner = await createCitizen(deps);
    const { id } = await createDraft(deps, { owner });
    await db.draft.update({ where: { id }, data: { expiresAt: new Date(0) } });
    expect((await (await portal.visitor(owner)).get('/moje')).text).toContain('Zatím jste nic nepodali');
  });

  test('come twenty a page, each once', async () => {
    const owner = await createCitizen(deps);
    const filed = [];
    for (let i = 0; i < 23; i += 1) filed.push(await createCase(deps, { owner }));
    const visitor = await portal.visitor(owner);
    const first = await visitor.get('/moje');
    const second = await visitor.get(first.$('a[rel="next"]').attr('href') ?? '');
    const all = [...listed(first, 'vyrizuji-se'), ...listed(second, 'vyrizuji-se')];
    expect(all).toEqual(filed.map(({ reference }) => reference).reverse());
    expect(second.$('a[rel="next"]').length).toBe(0);
    expect(second.$('a[rel="prev"]').attr('href')).toBe('/moje');
  });

  test('a page after somebody else’s case is empty', async () => {
    const owner = await createCitizen(deps);
    await createCase(deps, { owner });
    const other = await createCase(deps);
    const page = await (await portal.visitor(owner)).get(`/moje?bezi=${other.reference}`);
    expect(listed(page, 'vyrizuji-se')).toEqual([]);
  });
});
