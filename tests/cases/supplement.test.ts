import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { changeCase, openEvent, trackingCode, writeMessage } from '../../src/cases/commands.ts';
import { correctionText } from '../../src/cases/supplement/correction.ts';
import type { CorrectionItem } from '../../src/core/case/corrections.ts';
import { cleanUp } from '../../src/jobs/clean-up.ts';
import { startPortal } from '../support/app.ts';
import {
  askToMend,
  attachPdf,
  attachToCorrection,
  type CaseRecord,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  fileDraft,
} from '../support/factories.ts';
import { lastMailTo } from '../support/mail.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Petra Malá' });
const roads = await createOfficer(deps, { department: 'dopravy', name: 'Ivo Zedník' });

const chip: CorrectionItem = {
  kind: 'answer',
  id: 'chipNumber',
  label: 'Číslo čipu',
  problem: 'Čip s tímto číslem není v registru.',
};
const plan: CorrectionItem = {
  kind: 'attachment',
  id: 'sitePlan',
  label: 'Situační plánek',
  problem: 'Plánek nejde přečíst.',
};
const pdf = (words = '') => Buffer.from(`%PDF-1.7\n${words}%%EOF\n`);
const form = 'form#oprava-podani';
const pathOf = ({ reference }: CaseRecord) => `/pripady/${reference}`;
const stateOf = async ({ id }: CaseRecord) => (await db.case.findUniqueOrThrow({ where: { id } })).state;

async function dog(items: CorrectionItem[] = [chip]): Promise<CaseRecord> {
  const filed = await createCase(deps, { owner });
  await askToMend(deps, filed, { officer: clerk, items });
  return filed;
}

async function street(): Promise<CaseRecord> {
  const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
  await attachPdf(deps, { draftId: draft.id, slot: 'sitePlan', name: 'rozmazaný.pdf' });
  const filed = await fileDraft(deps, draft, owner);
  await askToMend(deps, filed, { officer: roads, items: [plan] });
  return filed;
}

const open = (visitor: Visitor, filed: CaseRecord) => visitor.get(`${pathOf(filed)}/doplneni`);
const type = (visitor: Visitor, page: Page, chipNumber: string) =>
  visitor.submit(page, { form, fields: { chipNumber } });
const send = (visitor: Visitor, summary: Page) => visitor.submit(summary, { form: 'form[action$="/odeslani"]' });
const names = ({ $ }: Page) =>
  $(`${form} [name]`)
    .toArray()
    .map(input => $(input).attr('name') ?? '')
    .filter(name => !name.startsWith('_') && name !== 'klic');

describe('a call to mend the filing', () => {
  test('is said on the page of the case: what, why, until when, what follows, and one way on', async () => {
    const filed = await dog();
    const page = await (await portal.visitor(owner)).get(pathOf(filed));
    const ask = page.$('.ask').text();
    for (const words of [chip.label, chip.problem, '25. května 2026', 'za 21 dní', 'řízení zastavíme']) {
      expect(ask.replaceAll('\u00a0', ' ')).toContain(words);
    }
    expect(page.$('.ask .button').attr('href')).toBe(`${pathOf(filed)}/doplneni`);
    expect(page.$('main .button--primary').length).toBe(2);
  });

  test('opens only what was asked, filled in with what was filed; the rest is to be read', async () => {
    const filed = await dog();
    const page = await open(await portal.visitor(owner), filed);
    expect(names(page)).toEqual(['chipNumber']);
    expect(page.$('#chipNumber').val()).toBe('203 003 400 123 456');
    expect(page.$('details').text()).toContain('Alík');
    expect(page.$('.mend').text()).toContain(chip.problem);
  });

  test('is answered with a correction: new answers beside the old ones, for both sides, with a receipt', async () => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const summary = await type(visitor, await open(visitor, filed), '203003400999999');
    expect(summary.path).toBe(`${pathOf(filed)}/doplneni/souhrn`);
    expect(summary.$('.answer-rows').text()).toMatch(/203003400123456\s+203003400999999/);
    const sent = await send(visitor, summary);
    expect([sent.status, sent.path]).toEqual([200, pathOf(filed)]);
    expect(sent.$('.correction').text().replaceAll('\u00a0', ' ')).toMatch(
      /Původně\s+Opraveno 4\. května\s+Číslo čipu\s+203003400123456\s+203003400999999/,
    );
    expect(sent.$('.ask').length).toBe(0);
    expect(sent.text).toContain('Doplnili jste podání');
    expect(await stateOf(filed)).toBe('inProgress');
    const desk = await (await portal.visitor(clerk)).get(`/urad${pathOf(filed)}`);
    expect(desk.$('.correction').text()).toMatch(/203003400123456\s+203003400999999/);
    expect(desk.text.replaceAll('\u00a0', ' ')).toMatch(
      /Původně: 203003400123456\s*Opraveno 4\. května: 203003400999999/,
    );
    expect((await lastMailTo(portal, 'marie.dvorakova@example.cz')).text).toContain('Doplnili jste podání');

    const href = sent.$('a[href$="/potvrzeni.pdf"]').attr('href') ?? '';
    const receipt = await visitor.agent.get(href).buffer();
    expect(receipt.headers['content-type']).toBe('application/pdf');
    expect((await visitor.agent.get(href).buffer()).body).toEqual(receipt.body);
    expect(await wordsOf(receipt.body as Buffer)).toContain('Původně: 203003400123456 Opraveno: 203003400999999');
  });

  test('leaves the filing as it was, and ties the correction to it and to the history by their hashes', async () => {
    const filed = await dog();
    const before = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
    const visitor = await portal.visitor(owner);
    await send(visitor, await type(visitor, await open(visitor, filed), '203003400999999'));
    expect(await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } })).toEqual(before);
    const correction = await db.caseCorrection.findFirstOrThrow({ where: { caseId: filed.id } });
    const text = correctionText(deps.vault, correction.id, correction.content);
    const hash = createHash('sha256').update(text).digest('hex');
    expect(Buffer.from(correction.contentHash).toString('hex')).toBe(hash);
    expect(JSON.parse(text)).toMatchObject({ submission: Buffer.from(before.contentHash).toString('hex'), number: 1 });
    const event = await db.caseEvent.findFirstOrThrow({ where: { caseId: filed.id, type: 'supplemented' } });
    expect(openEvent(deps.vault, filed.id, event)).toMatchObject({
      data: { correctionId: correction.id, sha256: hash },
    });
    for (const sql of ['update case_correction set at = now()', 'delete from case_correction']) {
      await expect(deps.pool.query(sql)).rejects.toThrow('what was recorded stays');
    }
    const verified = await visitor.submit('/overeni', { fields: { reference: filed.reference, hash } });
    expect(verified.text).toContain('Otisk souhlasí');
  });

  test('is answered with a file: the new one goes to the case, the old one stays', async () => {
    const filed = await street();
    const visitor = await portal.visitor(owner);
    const page = await open(visitor, filed);
    expect(page.$('.mend__filed').text()).toContain('rozmazaný.pdf');
    const uploaded = await visitor.submit(page, {
      form,
      fields: { _nahrat: 'sitePlan' },
      file: { field: 'sitePlan', content: pdf(), filename: 'čitelný.pdf' },
    });
    expect(uploaded.text).toContain('čitelný.pdf');
    // Somebody leaves and comes back: the file waits.
    const back = await portal.visitor(owner);
    const later = await open(back, filed);
    expect(later.$('.file-upload__name').text()).toContain('čitelný.pdf');
    const waiting = later.$('.file-upload__name a').attr('href') ?? '';
    expect((await back.agent.get(waiting)).status).toBe(200);
    const sent = await send(back, await back.submit(later, { form }));
    expect(sent.$('.correction a').text()).toBe('čitelný.pdf');
    expect((await visitor.agent.get(sent.$('.correction a').attr('href') ?? '')).status).toBe(200);
    expect(sent.text).toContain('rozmazaný.pdf');
    expect((await visitor.agent.get(waiting)).status).not.toBe(200);
  });

  test('of a guest is answered by whoever opened it with its code', async () => {
    const filed = await createCase(deps);
    await askToMend(deps, filed, { officer: clerk, items: [chip] });
    const guest = await portal.visitor();
    const code = trackingCode(deps.vault, filed.id);
    await guest.submit('/stav', { fields: { reference: filed.reference, code } });
    const sent = await send(guest, await type(guest, await open(guest, filed), '203003400999999'));
    expect(sent.$('.correction').length).toBe(1);
  });

  test('is not for whoever has only the code of what an account has filed, nor for strangers', async () => {
    const filed = await dog();
    const guest = await portal.visitor();
    const code = trackingCode(deps.vault, filed.id);
    await guest.submit('/stav', { fields: { reference: filed.reference, code } });
    expect((await open(guest, filed)).status).toBe(403);
    const stranger = await portal.visitor(await createCitizen(deps, 'Petr Svoboda'));
    expect((await open(stranger, filed)).status).toBe(404);
    const request = { _csrf: await stranger.token(), chipNumber: '1' };
    expect((await stranger.post(`${pathOf(filed)}/doplneni`, request)).status).toBe(404);
    expect((await stranger.post(`${pathOf(filed)}/doplneni/odeslani`, request)).status).toBe(404);
  });
});

describe('while it is being mended', () => {
  test.each([
    ['nothing', '', 'Zadejte'],
    ['nonsense', 'nevím', ''],
  ])('%s typed is refused, and stays', async (_what, chipNumber, sentence) => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const page = await type(visitor, await open(visitor, filed), chipNumber);
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary a[href="#chipNumber"]').text()).toContain(sentence);
    expect(page.$('#chipNumber').val()).toBe(chipNumber);
    expect((await open(visitor, filed)).$('#chipNumber').val()).toBe(chipNumber);
    expect((await visitor.get(`${pathOf(filed)}/doplneni/souhrn`)).path).toBe(`${pathOf(filed)}/doplneni`);
  });

  test('that was sent signed out is back in its boxes after signing in', async () => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const page = await open(visitor, filed);
    await db.session.deleteMany();
    const signedOut = await type(visitor, page, '203000000000099');
    expect(signedOut.text).toContain('Co jste vyplnili, máme uložené');
    const fields = { email: owner.email, password: owner.password };
    const back = await visitor.submit(signedOut, { form: 'form:has([name=password])', fields });
    expect(back.path).toBe(`${pathOf(filed)}/doplneni`);
    expect(back.$('[name=chipNumber]').val()).toBe('203000000000099');
    expect(back.text).toContain('než vaše přihlášení skončilo');
    const summary = await visitor.submit(back, { form });
    expect(summary.path).toBe(`${pathOf(filed)}/doplneni/souhrn`);
    expect((await open(visitor, filed)).text).not.toContain('než vaše přihlášení skončilo');
  });

  test('sending it unchanged is refused with a way to say that it is right', async () => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const page = await visitor.submit(await open(visitor, filed), { form });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain('Zatím jste nic nezměnili');
  });

  test('an answer may bring up further questions, which are asked then', async () => {
    const filed = await dog([{ ...chip, id: 'holderKind', label: 'Na koho psa hlásíte?' }]);
    const visitor = await portal.visitor(owner);
    const asked = await visitor.submit(await open(visitor, filed), { form, fields: { holderKind: 'company' } });
    expect(asked.path).toBe(`${pathOf(filed)}/doplneni`);
    expect(asked.text).toContain('Podle vaší odpovědi se tu ještě ptáme:');
    expect(names(asked).length).toBeGreaterThan(2);
    const refused = await visitor.submit(asked, { form });
    expect(refused.status).toBe(400);
    expect(refused.$('[name=holderKind]:checked').val()).toBe('company');
  });

  test('nothing typed for another question counts', async () => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const fields = { chipNumber: '203003400999999', dogName: 'Rek' };
    const summary = await visitor.submit(await open(visitor, filed), { form, fields });
    expect(summary.text).not.toContain('Rek');
    const sent = await send(visitor, summary);
    expect(sent.text).not.toContain('Rek');
  });

  test.each([
    ['none', undefined, 'Nahrajte soubor'],
    ['one nobody accepts', Buffer.from('MZ program'), 'Tento soubor neumíme přijmout'],
    ['an empty one', Buffer.alloc(0), 'Vybraný soubor je prázdný'],
  ])('a file is needed, and %s is refused with a sentence', async (_what, content, sentence) => {
    const filed = await street();
    const visitor = await portal.visitor(owner);
    const file = content && { field: 'sitePlan', content, filename: 'plán.pdf' };
    const page = await visitor.submit(await open(visitor, filed), { form, ...(file && { file }) });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary a[href="#sitePlan"]').text()).toContain(sentence);
  });

  test('a file sent alone, as a script does, is kept; one too many is told', async () => {
    const filed = await street();
    const visitor = await portal.visitor(owner);
    const slot = (await open(visitor, filed)).$('#sitePlan-slot').attr('data-upload') ?? '';
    const token = await visitor.token();
    const upload = (words: string) =>
      visitor.upload(slot, [['_csrf', token]], { field: 'file', content: pdf(words), filename: 'plán.pdf' });
    const answers: Page[] = [];
    for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) answers.push(await upload(words));
    expect(answers[0]?.text).toContain('Soubor je nahraný.');
    expect(answers.at(-1)?.status).toBe(400);
    expect(answers.at(-1)?.text).toMatch(/nejvýš|jen jeden soubor/);
    const other = await visitor.upload(slot.replace('sitePlan', 'jiny'), [['_csrf', token]], {
      field: 'file',
      content: pdf(),
      filename: 'x.pdf',
    });
    expect(other.status).toBe(404);
  });

  test('a file can be taken away again', async () => {
    const filed = await street();
    const visitor = await portal.visitor(owner);
    const file = { field: 'sitePlan', content: pdf(), filename: 'omyl.pdf' };
    const page = await visitor.submit(await open(visitor, filed), { form, fields: { _nahrat: 'sitePlan' }, file });
    const id = page.$('[name=_odebratSoubor]').attr('value') ?? '';
    const removed = await visitor.submit(page, { form, fields: { _odebratSoubor: id } });
    expect(removed.text).toContain('Soubor jsme odebrali.');
    expect(removed.text).not.toContain('omyl.pdf');
    expect(await db.attachment.count({ where: { id } })).toBe(0);
  });

  test('what cannot be typed is answered by a message instead', async () => {
    const filed = await dog([{ ...chip, id: 'nic-takoveho', label: 'Osobní schůzka' }]);
    const page = await open(await portal.visitor(owner), filed);
    expect(page.status).toBe(200);
    expect(names(page)).toEqual([]);
    expect(page.$(`main a[href="${pathOf(filed)}#zpravy"]`).length).toBe(1);
  });

  test('it can be left for later', async () => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const fields = { chipNumber: '2030', _pozdeji: '1' };
    const page = await visitor.submit(await open(visitor, filed), { form, fields });
    expect(page.path).toBe(pathOf(filed));
    expect((await open(visitor, filed)).$('#chipNumber').val()).toBe('2030');
  });

  test('what the browser asks for after a choice shows further questions and judges nothing', async () => {
    const filed = await dog([{ ...chip, id: 'holderKind', label: 'Na koho psa hlásíte?' }]);
    const visitor = await portal.visitor(owner);
    const path = `${pathOf(filed)}/doplneni/otazky`;
    const page = await visitor.post(path, { _csrf: await visitor.token(), holderKind: 'company' });
    expect(page.status).toBe(200);
    expect(page.$('[data-question]').length).toBeGreaterThan(1);
    expect(page.$('.govuk-error-message').length).toBe(0);
  });
});

describe('sent at the wrong moment', () => {
  const prepare = async () => {
    const filed = await dog();
    const visitor = await portal.visitor(owner);
    const summary = await type(visitor, await open(visitor, filed), '203003400999999');
    return { filed, visitor, summary };
  };
  const corrections = ({ id }: CaseRecord) => db.caseCorrection.count({ where: { caseId: id } });

  test('twice is once', async () => {
    const { filed, visitor, summary } = await prepare();
    await send(visitor, summary);
    const again = await send(visitor, summary);
    expect([again.status, again.path]).toEqual([200, pathOf(filed)]);
    expect(await corrections(filed)).toBe(1);
  });

  test('of many at the same moment one is taken, and all end at the case', async () => {
    const { filed, visitor, summary } = await prepare();
    const pages = await Promise.all(Array.from({ length: 5 }, () => send(visitor, summary)));
    expect(pages.map(({ status, path }) => [status, path])).toEqual(pages.map(() => [200, pathOf(filed)]));
    expect(await corrections(filed)).toBe(1);
    expect(await db.caseEvent.count({ where: { caseId: filed.id, type: 'supplemented' } })).toBe(1);
  });

  test('after something was changed in another window, it is shown again', async () => {
    const { filed, visitor, summary } = await prepare();
    await type(visitor, await open(visitor, filed), '203003400888888');
    const again = await send(visitor, summary);
    expect(again.status).toBe(409);
    expect(again.text).toContain('Oprava se mezitím změnila');
    expect(again.text).toContain('203003400888888');
    expect(await corrections(filed)).toBe(0);
  });

  test('a message written meanwhile does not stand in the way', async () => {
    const { filed, visitor, summary } = await prepare();
    const message = { caseId: filed.id, actor: clerk.actor, now: deps.now(), text: 'Spěchá to.', files: [] };
    await writeMessage(deps, message);
    expect((await send(visitor, summary)).$('.correction').length).toBe(1);
  });

  test('after a newer call it is not taken for an answer to that one', async () => {
    const { filed, visitor, summary } = await prepare();
    const act = (action: Parameters<typeof changeCase>[2]) =>
      changeCase(deps, { caseId: filed.id, expectedVersion: null, actor: clerk.actor, now: deps.now() }, action);
    await act({ type: 'resume', reason: 'Spletli jsme se.' });
    const until = Temporal.PlainDate.from('2026-06-01');
    await act({ type: 'requestSupplement', items: [chip], until, consequence: 'Zastavíme.', suspends: false });
    expect((await send(visitor, summary)).status).toBe(409);
    expect(await corrections(filed)).toBe(0);
  });

  test('too late: the page says so, gives back what was typed and offers a message', async () => {
    const { filed, visitor, summary } = await prepare();
    const page = await open(visitor, filed);
    const missed = Temporal.Instant.from('2026-05-26T08:00:00Z');
    const command = { caseId: filed.id, expectedVersion: null, actor: { kind: 'system' as const }, now: missed };
    expect(await changeCase(deps, command, { type: 'supplementMissed' })).toEqual({ ok: true });
    const late = await type(visitor, page, '203003400777777');
    expect(late.status).toBe(409);
    expect(late.text).toContain('Na doplnění jsme čekali do 25. května 2026');
    expect(late.text).toContain('203003400777777');
    expect(late.$('main a.button').attr('href')).toBe(`${pathOf(filed)}#zpravy`);
    expect((await send(visitor, summary)).status).toBe(409);
    const told = await open(visitor, filed);
    expect(told.path).toBe(pathOf(filed));
    expect(told.text).toContain('Doplnění nepřišlo do 25. května 2026');
    expect(told.$('form[action$="/zpravy"]').length).toBe(1);
    expect(await corrections(filed)).toBe(0);
  });

  test('a second call begins with what the first one mended', async () => {
    const { filed, visitor, summary } = await prepare();
    await send(visitor, summary);
    const until = Temporal.PlainDate.from('2026-06-01');
    const call = {
      type: 'requestSupplement' as const,
      items: [chip],
      until,
      consequence: 'Zastavíme.',
      suspends: true,
    };
    const command = { caseId: filed.id, expectedVersion: null, actor: clerk.actor, now: deps.now() };
    expect(await changeCase(deps, command, call)).toEqual({ ok: true });
    const page = await open(visitor, filed);
    expect(page.$('#chipNumber').val()).toBe('203003400999999');
    const sent = await send(visitor, await type(visitor, page, '203003400111111'));
    expect(sent.$('.correction').length).toBe(2);
    expect(sent.$('.correction').last().text()).toMatch(/203003400999999\s+203003400111111/);
  });
});

test('what was begun and not sent goes a month after the office stopped waiting, with its files', async () => {
  const [waiting, over] = [await street(), await street()];
  for (const { id } of [waiting, over]) await attachToCorrection(deps, { caseId: id, slot: 'sitePlan' });
  const command = { caseId: over.id, expectedVersion: null, actor: roads.actor, now: deps.now() };
  await changeCase(deps, command, { type: 'resume', reason: 'Přinesli ho osobně.' });
  const later = (days: number) => ({ ...deps, now: () => deps.now().add({ hours: 24 * days }) });
  expect(await cleanUp(later(29))).toMatchObject({ corrections: 0 });
  const stored = await db.attachment.findFirstOrThrow({ where: { correctionDraftId: over.id } });
  expect((await cleanUp(later(31))).corrections).toBeGreaterThan(0);
  expect(await db.correctionDraft.count({ where: { caseId: over.id } })).toBe(0);
  expect(await deps.files.writtenAt(stored.storageKey)).toBeUndefined();
  expect(await db.attachment.count({ where: { correctionDraftId: waiting.id } })).toBe(1);
});

test('whatever the applicant does, what was filed stays to the byte', async () => {
  const steps = fc.array(fc.constantFrom('message', 'mend', 'late', 'inspect', 'withdraw'), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(steps, async acts => {
      const filed = await dog();
      const before = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
      const visitor = await portal.visitor(owner);
      const page = await open(visitor, filed);
      for (const act of acts) await perform(visitor, { act, filed, page });
      expect(await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } })).toEqual(before);
      const text = deps.vault.open(before.content, `submission/${filed.id}/content`);
      expect(createHash('sha256').update(text).digest()).toEqual(Buffer.from(before.contentHash));
    }),
    { numRuns: 6 },
  );
});

async function perform(
  visitor: Visitor,
  { act, filed, page }: { act: string; filed: CaseRecord; page: Page },
): Promise<void> {
  const _csrf = await visitor.token();
  if (act === 'message') await visitor.post(`${pathOf(filed)}/zpravy`, { _csrf, zprava: 'Dobrý den.' });
  else if (act === 'inspect') await visitor.post(`${pathOf(filed)}/nahlednuti`, { _csrf, kdy: 'kdykoli' });
  else if (act === 'withdraw') await visitor.post(`${pathOf(filed)}/zpetvzeti`, { _csrf });
  else if (act === 'late') await type(visitor, page, 'cokoli');
  else {
    const summary = await type(visitor, page, '203003400999999');
    if (summary.path.endsWith('souhrn')) await send(visitor, summary);
  }
}

async function wordsOf(bytes: Buffer): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { items } = await (await document.getPage(1)).getTextContent();
  return items
    .map(item => ('str' in item ? item.str : ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
