import { createHash } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentContext } from '../../src/attachments/intake.ts';
import {
  approveLetter,
  askApproval,
  decideCase,
  editLetter,
  issueLetter,
  type LetterCommand,
  returnLetter,
  takeOverCase,
  writeLetter,
} from '../../src/cases/commands.ts';
import { changeCase } from '../../src/cases/change-case.ts';
import { hasWrittenDecision } from '../../src/cases/letters/issue-letter.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { offerAgenda } from '../drafts/offer-agenda.ts';
import { startPortal } from '../support/app.ts';
import { type CaseRecord, createCase, createCitizen, createOfficer } from '../support/factories.ts';
import { mailsOf } from '../support/mails-of.ts';
import { waitingFor } from '../support/waiting-for.ts';

/** Letters of the office in a case, from the first word to the applicant. */

const portal = await startPortal();
const { deps } = portal;
const { db, files, vault } = deps;
const now = Temporal.Instant.from('2026-05-04T08:00:00Z');
portal.setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const head = await createOfficer(deps, { department: 'rozpoctu-a-financi', roles: ['head'] });
const owner = await createCitizen(deps, 'Jana Nováková');
const text = 'Dobrý den,\n\n# Výrok\n\nžádosti **vyhovujeme**.\n\n- první bod\n- druhý bod';

/** What leads from a case that is worked to one that an appeal has returned. */
const returned: Action[] = [
  { type: 'decide', outcome: 'refused', explanation: 'Nejde to.' },
  { type: 'recordService', delivery: { way: 'inPerson', sentOn: '2026-05-04', takenOn: '2026-05-04' } },
  { type: 'appeal', reference: 'HK26-00001-X', isLate: false },
  { type: 'settleAppeal', result: 'returned', reason: 'Krajský úřad rozhodnutí zrušil.' },
];

let found: CaseRecord;
beforeEach(async () => {
  found = await createCase(deps, { owner });
  await takeOverCase(deps, { caseId: found.id, expectedVersion: 1, actor: clerk.actor, now });
});

async function begun(kind: 'letter' | 'decision' = 'decision', title = 'Rozhodnutí'): Promise<LetterCommand> {
  const result = await writeLetter(deps, { caseId: found.id, kind, title, text, actor: clerk.actor, now });
  if (!result.ok) throw new Error(result.message);
  return { caseId: found.id, letterId: result.id, expectedVersion: 1, actor: clerk.actor, now };
}

async function pdfOf(letterId: string): Promise<Buffer> {
  const { id, storageKey } = await db.attachment.findFirstOrThrow({ where: { letterId } });
  const chunks: Buffer[] = [];
  for await (const chunk of vault.openFlow(await files.read(storageKey), contentContext(id))) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

describe('issuing', () => {
  test('is one event with the hash of the PDF that is kept, and a mail that does not say what it is about', async () => {
    const letter = await begun();
    expect(await issueLetter(deps, letter)).toEqual({ ok: true });
    const stored = await db.caseLetter.findUniqueOrThrow({ where: { id: letter.letterId } });
    const pdf = await pdfOf(letter.letterId);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(stored).toMatchObject({ state: 'issued', issuedAt: new Date('2026-05-04T08:00:00Z') });
    expect(Buffer.from(stored.pdfHash ?? []).toString('hex')).toBe(sha256);
    expect(await db.caseEvent.count({ where: { caseId: found.id, type: 'letterIssued' } })).toBe(1);
    const [mail] = await mailsOf(portal, { caseId: found.id, kinds: ['letterIssued'] });
    expect(mail?.text).not.toContain('Rozhodnutí');
  });

  test('makes a tagged PDF of who writes to whom about what', async () => {
    const letter = await begun();
    await issueLetter(deps, letter);
    const pdf = await getDocumentProxy(new Uint8Array(await pdfOf(letter.letterId)));
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent();
    const words = items
      .map(item => ('str' in item ? item.str : ''))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    for (const part of [
      'Magistrát města Hradec Králové',
      found.reference,
      'Odbor rozpočtu a financí',
      'Marie Dvořáková',
      '4. května 2026',
      'Rozhodnutí',
      'Výrok',
      'žádosti vyhovujeme .',
      '• první bod',
    ]) {
      expect(words.replaceAll('**', '').replaceAll(' .', '.')).toContain(part.replaceAll(' .', '.'));
    }
    expect(words).not.toMatch(/podeps|podpis|pečeť/i);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(JSON.stringify(await page.getStructTree())).toContain('"LBody"');
  });

  test('of a second decision is refused, of a second letter is not', async () => {
    const first = await begun();
    const second = await begun();
    const letter = await begun('letter');
    await issueLetter(deps, first);
    expect(await issueLetter(deps, second)).toEqual({
      ok: false,
      message: 'Rozhodnutí v\u00a0tomto případu už je vydané. Vydat druhé nejde.',
    });
    expect(await db.attachment.count({ where: { letterId: second.letterId } })).toBe(0);
    expect(await issueLetter(deps, letter)).toEqual({ ok: true });
    expect(await issueLetter(deps, await begun('letter'))).toEqual({ ok: true });
  });

  test('of two decisions at once lets one through', async () => {
    const both = [await begun(), await begun()];
    const results = await Promise.all(both.map(letter => issueLetter(deps, letter)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('of a changed letter says what it is now', async () => {
    const letter = await begun();
    await editLetter(deps, { ...letter, kind: 'decision', title: 'Jinak', text: 'Jinak.' });
    expect(await issueLetter(deps, letter)).toEqual({
      ok: false,
      conflict: { version: 2, title: 'Jinak', text: 'Jinak.' },
    });
  });
});

describe('what was issued', () => {
  test('stays: neither the portal nor the database lets it change', async () => {
    const letter = await begun();
    await issueLetter(deps, letter);
    const edited = await editLetter(deps, { ...letter, expectedVersion: 2, kind: 'decision', title: 'X', text: 'X' });
    expect(edited).toEqual({ ok: false, message: 'Dopis už je vydaný, měnit ho nejde.' });
    const where = { id: letter.letterId };
    await expect(db.caseLetter.update({ where, data: { version: 9 } })).rejects.toThrow();
    await expect(db.caseLetter.delete({ where })).rejects.toThrow();
  });
});

describe('approval', () => {
  test('is asked for, given back with a reason, asked again and given', async () => {
    const letter = await begun();
    await askApproval(deps, letter);
    const byHead = { ...letter, actor: head.actor, expectedVersion: 2 };
    expect(await approveLetter(deps, { ...byHead, actor: clerk.actor })).toMatchObject({ ok: false });
    expect(await returnLetter(deps, { ...byHead, reason: 'Chybí poučení.' })).toEqual({ ok: true });
    await askApproval(deps, { ...letter, expectedVersion: 3 });
    expect(await approveLetter(deps, { ...byHead, expectedVersion: 4 })).toEqual({ ok: true });
    expect(await db.caseLetter.findUniqueOrThrow({ where: { id: letter.letterId } })).toMatchObject({
      state: 'approved',
      approverId: head.actor.officerId,
      returned: null,
    });
  });

  test('of a decision counts once: after an appeal has returned the case another is due', async () => {
    const approved = async (): Promise<LetterCommand> => {
      const letter = await begun();
      await askApproval(deps, letter);
      await approveLetter(deps, { ...letter, actor: head.actor, expectedVersion: 2 });
      return { ...letter, expectedVersion: 3 };
    };
    const first = await approved();
    expect(await hasWrittenDecision(db, vault, found.id)).toBe(true);
    for (const action of returned) {
      const actor = action.type === 'appeal' ? owner.actor : clerk.actor;
      const command = { caseId: found.id, expectedVersion: null, actor, now };
      expect(await changeCase(deps, command, action)).toMatchObject({ ok: true });
    }
    expect(await hasWrittenDecision(db, vault, found.id)).toBe(false);
    const second = await approved();
    expect(await hasWrittenDecision(db, vault, found.id)).toBe(true);
    expect(await issueLetter(deps, second)).toEqual({ ok: true });
    expect(await issueLetter(deps, first)).toMatchObject({ ok: false });
  });

  test('that is taken back just as somebody decides does not count', async () => {
    const department = 'rozpoctu-a-financi';
    const agenda = await offerAgenda({ db }, [], { department, decision: { approval: true } });
    const entries = { name: 'Jana Nováková', email: 'jana@example.cz' };
    found = await createCase(deps, { owner, agenda, entries });
    const command = { caseId: found.id, expectedVersion: 1, actor: clerk.actor, now };
    await takeOverCase(deps, command);
    const letter = await begun();
    await askApproval(deps, letter);
    await approveLetter(deps, { ...letter, actor: head.actor, expectedVersion: 2 });
    const client = await deps.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM "case" WHERE id = $1 FOR UPDATE', [found.id]);
    const deciding = decideCase(deps, { ...command, expectedVersion: 2, outcome: 'granted', explanation: 'Ano.' });
    await expect.poll(async () => waitingFor(client)).toBe(1);
    await client.query(`UPDATE case_letter SET state = 'draft' WHERE id = $1`, [letter.letterId]);
    await client.query('COMMIT');
    client.release();
    expect(await deciding).toMatchObject({ ok: false, refusal: { code: 'decisionNotApproved' } });
    expect(await db.case.findUniqueOrThrow({ where: { id: found.id } })).toMatchObject({ outcome: null });
  });
});
