import { describe, expect, test } from 'vitest';
import { changeCase } from '../../src/cases/commands.ts';
import { trackingCode } from '../../src/cases/tracking.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { acceptPower } from '../../src/mandates/office/decide.ts';
import { resignMandate, revokeMandate } from '../../src/mandates/own/end.ts';
import { begunDraft, fileByButton, filedUnder, type Pair, pair } from '../support/acting-under.ts';
import { startPortal } from '../support/app.ts';
import {
  askToMend,
  attachPdf,
  type CaseRecord,
  createCase,
  createCitizen,
  createOfficer,
  fileDraft,
  type OfficerAccount,
} from '../support/factories.ts';
import { actingUnder, broughtPower, empowered, mailsTo, offeredMandate } from '../support/mandates.ts';
import type { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const zabor = 'zabor-verejneho-prostranstvi';

/** Ends it, in each of the ways in which a mandate ends. */
const endings: Record<string, (all: Pair) => Promise<unknown>> = {
  'is revoked': ({ mandateId, principal }) => revokeMandate(deps, { mandateId, actor: principal.actor }),
  'is resigned': ({ mandateId, agent }) => resignMandate(deps, { mandateId, actor: agent.actor }),
  'runs out': ({ mandateId }) => {
    const day = new Date('2020-01-01');
    return db.mandate.update({ where: { id: mandateId }, data: { fromOn: day, untilOn: day } });
  },
};

/** A case with a message of the office, an attachment and a call to mend it; addresses of all of it. */
async function fullCase(all: Pair): Promise<CaseRecord & { addresses: string[] }> {
  portal.setNow('2026-05-04T08:00:00Z');
  const draft = await begunDraft(portal, all, zabor);
  const [slot] = draft.definition.attachments;
  const attachment = await attachPdf(deps, { draftId: draft.id, slot: slot?.id ?? '' });
  const actor = await actingUnder(deps, all.agent, all.mandateId);
  const filed = await fileDraft(deps, draft, { ...all.agent, actor });
  const officer = await createOfficer(deps, { department: 'dopravy' });
  const item = { kind: 'attachment' as const, id: slot?.id ?? '', label: 'Plánek', problem: 'Nejde přečíst.' };
  await askToMend(deps, filed, { officer, items: [item] });
  const path = `/pripady/${filed.reference}`;
  return {
    ...filed,
    addresses: [
      ...[path, `${path}/potvrzeni`, `${path}/potvrzeni.pdf`, `${path}/doplneni`, `${path}/doplneni/souhrn`],
      ...[`${path}/nahledy`, `${path}/zpetvzeti`, `${path}/nahlednuti`, `/prilohy/${attachment}`],
    ],
  };
}

async function statuses(visitor: Visitor, addresses: string[]): Promise<number[]> {
  const found: number[] = [];
  for (const address of addresses) found.push((await visitor.agent.get(address)).status);
  return found;
}

describe.each(Object.entries(endings))('when the mandate %s', (_how, end) => {
  test('the agent loses page, receipt, supplement, files, messages and drafts at once; the principal keeps all', async () => {
    const all = await pair(portal, { from: Temporal.PlainDate.from('2026-01-01') });
    const { addresses, reference } = await fullCase(all);
    const draft = await begunDraft(portal, all);
    const own = [...addresses, `/podani/${draft.id}/souhrn`];
    expect(await statuses(all.agentVisitor, own)).not.toContain(404);
    const page = await all.agentVisitor.get(`/pripady/${reference}`);
    await end(all);
    expect(await statuses(all.agentVisitor, own)).toEqual(own.map(() => 404));
    const written = await all.agentVisitor.submit(page, { form: 'form[action$=zpravy]', fields: { zprava: 'Tajně.' } });
    expect(written.status).toBe(404);
    expect((await all.agentVisitor.get('/moje')).html).not.toContain(reference);
    expect(await statuses(all.principalVisitor, own)).not.toContain(404);
  });

  test('nor does the tracking code let the agent in, whether it was used before or is used now', async () => {
    const all = await pair(portal, { from: Temporal.PlainDate.from('2026-01-01') });
    const filed = await filedUnder(portal, all);
    const track = { reference: filed.reference, code: trackingCode(deps.vault, filed.id) };
    const asGuest = await portal.visitor();
    // Also before it ends the code opens nothing, so nothing stays open in any browser.
    for (const visitor of [all.agentVisitor, asGuest]) {
      expect((await visitor.submit('/stav', { form: 'main form', fields: track })).status).toBe(400);
    }
    await end(all);
    for (const visitor of [all.agentVisitor, asGuest]) {
      const tried = await visitor.submit('/stav', { form: 'main form', fields: track });
      expect(tried.text).toContain('Značka a sledovací kód k sobě nepatří');
      expect((await visitor.get(`/pripady/${filed.reference}`)).status).toBe(404);
    }
  });

  test('while a draft is open, the agent is told what became of it and the principal finishes it', async () => {
    const all = await pair(portal, { from: Temporal.PlainDate.from('2026-01-01') });
    const draft = await begunDraft(portal, all);
    const [step] = draft.definition.steps;
    const open = await all.agentVisitor.get(`/podani/${draft.id}/${step?.id ?? ''}`);
    const summary = await all.agentVisitor.get(`/podani/${draft.id}/souhrn`);
    await end(all);
    const saved = await all.agentVisitor.submit(open);
    expect(saved.status).toBe(404);
    expect(saved.text).toContain('Nic se neztratilo: rozepsané podání zůstalo zmocniteli');
    const tried = await all.agentVisitor.submit(summary, { form: 'form[action$=odeslani]' });
    expect(tried.text).toContain('Nic se neztratilo');
    expect(await db.case.count({ where: { draftId: draft.id } })).toBe(0);
    expect((await all.principalVisitor.get('/moje')).html).toContain(`/podani/${draft.id}`);
    expect((await fileByButton(all.principalVisitor, draft.id)).path).toMatch(/potvrzeni$/);
  });

  test('mails about the case go to the principal alone; before, to the agent', async () => {
    const all = await pair(portal, { from: Temporal.PlainDate.from('2026-01-01') });
    const filed = await filedUnder(portal, all);
    const clerk = await clerkOf(filed);
    await step(filed, clerk, { type: 'takeOver' });
    expect(await mailsTo(deps, 'assigned', all.agent.email)).toHaveLength(1);
    expect(await mailsTo(deps, 'assigned', all.principal.email)).toEqual([]);
    await end(all);
    await step(filed, clerk, { type: 'start' });
    expect(await mailsTo(deps, 'stateChanged', all.principal.email)).toHaveLength(1);
    expect(await mailsTo(deps, 'stateChanged', all.agent.email)).toEqual([]);
  });
});

describe('a mandate for one case', () => {
  test('lets the agent into it as long as it holds, and no code does before or after', async () => {
    const principal = await createCitizen(deps, 'Jana Zmocnitelka');
    const agent = await createCitizen(deps, 'Petra Zmocněná');
    const filed = await createCase(deps, { owner: principal });
    const path = `/pripady/${filed.reference}`;
    const visitor = await portal.visitor(agent);
    expect((await visitor.get(path)).status).toBe(404);
    const mandateId = await empowered(deps, { principal, agent, reference: filed.reference });
    const receipt = await visitor.get(`${path}/potvrzeni`);
    const code = trackingCode(deps.vault, filed.id);
    expect(receipt.status).toBe(200);
    expect(receipt.html).not.toContain(code);
    expect(
      (await visitor.submit(path, { form: 'form[action$=zpravy]', fields: { zprava: 'Dobrý den.' } })).status,
    ).toBe(200);
    const principalPage = await (await portal.visitor(principal)).get(path);
    expect(principalPage.text).toContain('Petra Zmocněná (zmocněnec)');
    await revokeMandate(deps, { mandateId, actor: principal.actor });
    const track = { form: 'main form', fields: { reference: filed.reference, code } };
    for (const tried of [visitor, await portal.visitor()]) {
      expect((await tried.submit('/stav', track)).status).toBe(400);
      expect((await tried.get(path)).status).toBe(404);
    }
  });

  test('of a guest leaves the guest the code, and a former agent none of it', async () => {
    const agent = await createCitizen(deps, 'Petra Zmocněná');
    const filed = await createCase(deps);
    const id = await broughtPower(deps, { agent, reference: filed.reference });
    const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
    await acceptPower(deps, { mandateId: id, actor: registry.actor, isAccount: false });
    const path = `/pripady/${filed.reference}`;
    const visitor = await portal.visitor(agent);
    expect((await visitor.get(path)).status).toBe(200);
    await resignMandate(deps, { mandateId: id, actor: agent.actor });
    const track = {
      form: 'main form',
      fields: { reference: filed.reference, code: trackingCode(deps.vault, filed.id) },
    };
    expect((await visitor.submit('/stav', track)).status).toBe(400);
    const guest = await portal.visitor();
    expect((await guest.submit('/stav', track)).path).toBe(path);
  });

  test('is one at a time (§ 33(1)), and only of a case that is the principal’s', async () => {
    const principal = await createCitizen(deps);
    const [first, second] = [await createCitizen(deps), await createCitizen(deps)];
    const { reference } = await createCase(deps, { owner: principal });
    const waiting = await offeredMandate(deps, { principal, agent: second, reference });
    const mandateId = await empowered(deps, { principal, agent: first, reference });
    const late = await (await portal.visitor(second)).submit(waiting.link, { form: '#prijmout' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('V téže věci může být jen jeden');
    await expect(offeredMandate(deps, { principal, agent: second, reference })).rejects.toThrow('inHand');
    await revokeMandate(deps, { mandateId, actor: principal.actor });
    expect((await (await portal.visitor(second)).submit(waiting.link, { form: '#prijmout' })).status).toBe(200);
    await expect(offeredMandate(deps, { principal: first, agent: second, reference })).rejects.toThrow('noCase');
  });
});

/** An officer of the department that has the case. */
async function clerkOf({ id }: CaseRecord): Promise<OfficerAccount> {
  const { department } = await db.case.findUniqueOrThrow({
    where: { id },
    select: { department: { select: { slug: true } } },
  });
  return createOfficer(deps, { department: department.slug });
}

async function step({ id: caseId }: CaseRecord, { actor }: OfficerAccount, action: Action): Promise<void> {
  const result = await changeCase(deps, { caseId, expectedVersion: null, actor, now: deps.now() }, action);
  expect(result).toEqual({ ok: true });
}
