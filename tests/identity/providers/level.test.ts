import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { begin, draftId, draftOf } from '../../drafts/walk.ts';
import { offerAgenda } from '../../drafts/offer-agenda.ts';
import { openSubmission } from '../../../src/cases/commands.ts';
import { createCitizen } from '../../support/factories.ts';
import type { Page, Visitor } from '../../support/visitor.ts';
import { bankSlug, jana, portalWithBank, signInAt } from './portal-with-bank.ts';

/** An agenda for whoever proves who they are, filled in by somebody who has not yet. */

const { portal, bank } = await portalWithBank();
const whoMayFile = { text: 'Kdo prokáže totožnost.', identity: 'substantial' as const };
const filing = { form: 'main form[action$="/odeslani"]' };

async function atSummary(visitor: Visitor): Promise<Page> {
  bank.person = { ...jana, sub: randomUUID() };
  const slug = await offerAgenda(portal, [], { whoMayFile, slug: `zkouska-${randomUUID().slice(0, 8)}` });
  const fields = { name: 'Jana Nováková', email: 'jana@example.cz' };
  return visitor.submit(await begin(visitor, slug), { fields });
}

/** Along the button of the summary to the provider. */
async function prove(visitor: Visitor, summary: Page): Promise<Page> {
  const signIn = await visitor.get(summary.$('main a:contains("Prokázat totožnost")').attr('href') ?? '');
  const from = signIn.$(`.providers a[href^="/prihlaseni/${bankSlug}"]`).attr('href') ?? '';
  return signInAt(bank, visitor, { from });
}

/** What was filed, as it was filled in before the way to the provider. */
async function answersOfCase(draft: string): Promise<unknown[]> {
  const { id, submission } = await portal.db.case.findFirstOrThrow({
    where: { draftId: draft },
    select: { id: true, submission: { select: { content: true } } },
  });
  const { steps } = openSubmission(portal.deps.vault, id, submission?.content ?? new Uint8Array());
  return steps.flatMap(({ answers }) => answers.map(({ value }) => value));
}

const filledIn = ['Jana Nováková', 'jana@example.cz'];

async function levelOfCase(draft: string): Promise<string | undefined> {
  const { applicantId } = await portal.db.case.findFirstOrThrow({ where: { draftId: draft } });
  const last = await portal.db.signIn.findFirst({ where: { accountId: applicantId ?? '' }, orderBy: { id: 'desc' } });
  return last?.level;
}

test('who is signed in by a password links the identity to that account and files', async () => {
  const visitor = await portal.visitor(await createCitizen(portal.deps));
  const summary = await atSummary(visitor);
  expect(summary.$(filing.form).length).toBe(0);
  const question = await prove(visitor, summary);
  expect([question.path, question.$('h1').text()]).toEqual([
    '/prihlaseni/poprve',
    'Patří to k\u00a0účtu, ve kterém jste?',
  ]);
  const back = await visitor.submit(question, { form: 'form[action="/prihlaseni/poprve/tento"]' });
  expect(back.path).toBe(`${draftOf(summary)}/souhrn`);
  expect((await visitor.submit(back, filing)).status).toBe(200);
  expect(await levelOfCase(draftId(summary))).toBe('substantial');
  expect(await answersOfCase(draftId(summary))).toEqual(filledIn);
});

test('who found somebody signed in links nothing without the password', async () => {
  const owner = await createCitizen(portal.deps);
  const visitor = await portal.visitor(owner);
  const summary = await atSummary(visitor);
  const { accountId } = owner.actor;
  await portal.db.signIn.updateMany({ where: { accountId }, data: { at: new Date(Date.now() - 16 * 60_000) } });
  const question = await prove(visitor, summary);
  expect(question.$('form[action="/prihlaseni/poprve/tento"]').length).toBe(0);
  await visitor.post('/prihlaseni/poprve/tento', { _csrf: String(question.$('[name=_csrf]').first().val()) });
  expect(await portal.db.accountIdentity.count({ where: { accountId } })).toBe(0);
});

test('a guest proves who they are and files what they began', async () => {
  const visitor = await portal.visitor();
  const summary = await atSummary(visitor);
  const first = await prove(visitor, summary);
  const back = await visitor.submit(first, { form: 'form[action="/prihlaseni/poprve"]' });
  expect(back.path).toBe(`${draftOf(summary)}/souhrn`);
  expect((await visitor.submit(back, filing)).status).toBe(200);
  expect(await levelOfCase(draftId(summary))).toBe('substantial');
  expect(await answersOfCase(draftId(summary))).toEqual(filledIn);
});

test('the lower level of the bank is not enough, and the form stays', async () => {
  const visitor = await portal.visitor();
  const summary = await atSummary(visitor);
  bank.person = { ...jana, sub: randomUUID(), acr: 'loa2' };
  const back = await visitor.submit(await prove(visitor, summary), { form: 'form[action="/prihlaseni/poprve"]' });
  expect(back.path).toBe(`${draftOf(summary)}/souhrn`);
  expect(back.$(filing.form).length).toBe(0);
  expect(back.text).toContain('Zbývá prokázat totožnost');
});

test('half filled in, it waits where it was left, and is finished and filed by who has proved more', async () => {
  const owner = await createCitizen(portal.deps);
  const visitor = await portal.visitor(owner);
  bank.person = { ...jana, sub: randomUUID() };
  const slug = await offerAgenda(portal, [], { whoMayFile, slug: `zkouska-${randomUUID().slice(0, 8)}` });
  const first = await begin(visitor, slug);
  const draft = draftOf(first);
  await visitor.submit(first, { fields: { name: 'Jana Nováková', email: '' } });
  const question = await signInAt(bank, visitor, {
    from: `/prihlaseni/${bankSlug}?${new URLSearchParams({ zpet: draft }).toString()}`,
  });
  const back = await visitor.submit(question, { form: 'form[action="/prihlaseni/poprve/tento"]' });
  expect(back.path).toBe(first.path);
  expect(back.$('[name=name]').val()).toBe('Jana Nováková');
  const summary = await visitor.submit(back, { fields: { email: 'jana@example.cz' } });
  expect((await visitor.submit(summary, filing)).status).toBe(200);
  expect(await answersOfCase(draftId(summary))).toEqual(filledIn);
  expect(await levelOfCase(draftId(summary))).toBe('substantial');
});
