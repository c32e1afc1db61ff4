import { describe, expect, test } from 'vitest';
import { openSubmission } from '../../src/cases/submission.ts';
import { trackingCode } from '../../src/cases/tracking.ts';
import { revokeMandate } from '../../src/mandates/own/end.ts';
import { actUnder, begunDraft, fileByButton, filedUnder, pair } from '../support/acting-under.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createDraft, createOfficer } from '../support/factories.ts';
import { filing } from '../support/filing.ts';
import { actingUnder, empowered, mailsTo } from '../support/mandates.ts';
import { joined, representedBy } from '../support/organisations.ts';
import { waitingFor } from '../support/waiting-for.ts';

const portal = await startPortal();
const { deps, db } = portal;
const psa = 'ohlaseni-psa';

describe('the switch', () => {
  test('offers principals and cannot be missed on any page while acting for one', async () => {
    const { agentVisitor, principalVisitor, mandateId } = await pair(portal);
    expect((await principalVisitor.get('/moje')).$('.acting')).toHaveLength(0);
    const page = await actUnder(agentVisitor, mandateId);
    expect(page.text).toContain('Teď v celém portálu jednáte za zmocnitele: Jana Zmocnitelka.');
    for (const path of ['/', '/sluzby', '/ucet', '/ucet/zmocneni', '/moje', `/sluzby/${psa}/podat`, '/neni-tu']) {
      const { $ } = await agentVisitor.get(path);
      expect($('.acting--other .acting__who').text(), path).toBe('Jednám za: Jana Zmocnitelka (jako zmocněnec)');
    }
  });

  test('takes nobody to a principal of somebody else', async () => {
    const { mandateId } = await pair(portal);
    const stranger = await portal.visitor(await createCitizen(deps));
    const organizace = `zmocneni:${mandateId}`;
    const answer = await stranger.post('/jednam-za', { _csrf: await stranger.token('/ucet'), organizace });
    expect(answer.status).toBe(404);
  });

  test('ends with the mandate, at once, and says so', async () => {
    const { agentVisitor, principal, mandateId } = await pair(portal);
    await actUnder(agentVisitor, mandateId);
    await revokeMandate(deps, { mandateId, actor: principal.actor });
    const page = await agentVisitor.get('/moje');
    expect(page.text).toContain('Zmocnění skončilo, za zmocnitele už jednat nemůžete. Od teď jednáte za sebe.');
    expect(page.$('.acting')).toHaveLength(0);
  });
});

describe('a draft begun under a mandate', () => {
  test('belongs to the principal, keeps who began it and tells the agent nothing of the principal but the name', async () => {
    const all = await pair(portal);
    await db.account.update({ where: { id: all.principal.actor.accountId }, data: { phone: '+420777123456' } });
    await actUnder(all.agentVisitor, all.mandateId);
    const step = await all.agentVisitor.submit(`/sluzby/${psa}/podat`);
    expect(step.text).toContain('vyplňujete jako zmocněnec. Patří zmocniteli: Jana Zmocnitelka');
    expect(step.html).not.toContain(all.principal.email);
    expect(step.html.replaceAll(/\D/g, '')).not.toContain('777123456');
    const { id } = await begunDraft(portal, all);
    const { accountId: actedById } = all.agent.actor;
    const { accountId } = all.principal.actor;
    expect(await db.draft.findUnique({ where: { id } })).toMatchObject({
      accountId,
      actedById,
      mandateId: all.mandateId,
    });
    const mine = await all.principalVisitor.get('/moje');
    expect(mine.html).toContain(`/podani/${id}`);
    expect(mine.text).toContain('Začal zmocněnec: Petra Zmocněná.');
    expect((await all.principalVisitor.get(`/podani/${id}/souhrn`)).text).toContain(
      'za vás začal vyplňovat zmocněnec: Petra Zmocněná',
    );
    await all.agentVisitor.submit('/moje', { form: '.acting form', fields: { organizace: '' } });
    expect((await all.agentVisitor.get('/moje')).html).not.toContain(`/podani/${id}`);
  });

  test('is not begun where the mandate does not cover the agenda', async () => {
    const { agentVisitor, mandateId } = await pair(portal, { agendas: ['zadost-o-informace'] });
    await actUnder(agentVisitor, mandateId);
    expect((await agentVisitor.get('/sluzby/zadost-o-informace/podat')).$('main form')).toHaveLength(1);
    const page = await agentVisitor.get(`/sluzby/${psa}/podat`);
    expect(page.text).toContain('Na tuto službu zmocnění nemáte');
    expect(page.$('main form')).toHaveLength(0);
    const _csrf = await agentVisitor.token('/moje');
    expect((await agentVisitor.post(`/sluzby/${psa}/podat`, { _csrf })).status).toBe(409);
    expect(await db.draft.count({ where: { mandateId } })).toBe(0);
  });

  test('of an organisation is for those who file for it, and the agent acts as an organisation by the role in it', async () => {
    const owner = await createCitizen(deps, 'Rita Zástupná');
    const { organisation } = await representedBy(deps, { owner, name: 'Pekárna, s.r.o.' });
    const agent = await createCitizen(deps, 'Petra Účetní');
    const { organisation: agentOrganisation } = await representedBy(deps, { owner: agent, name: 'Účtárna, s.r.o.' });
    const mandateId = await empowered(deps, { principal: owner, organisation, agent, agentOrganisation });
    const employee = await createCitizen(deps, 'Eva Zaměstnaná');
    const reader = await createCitizen(deps, 'Rudolf Čtenář');
    await joined(deps, { organisation: agentOrganisation, member: employee, role: 'filer' });
    await joined(deps, { organisation: agentOrganisation, member: reader, role: 'reader' });
    const agentVisitor = await portal.visitor(employee);
    const { id, reference, draftId } = await filedUnder(portal, { agent: employee, agentVisitor, mandateId });
    expect(await db.draft.findUnique({ where: { id: draftId } })).toMatchObject({ accountId: null });
    expect(await db.case.findUnique({ where: { id } })).toMatchObject({
      ...{ organisationId: organisation, applicantId: null, mandateId, actedById: employee.actor.accountId },
    });
    const firm = await portal.visitor(owner);
    expect((await firm.get(`/pripady/${reference}`)).text).toContain(
      'Podal zmocněnec: Eva Zaměstnaná, Účtárna, s.r.o.',
    );
    expect(await mailsTo(deps, 'filedInName', owner.email)).toHaveLength(1);
    const reading = await portal.visitor(reader);
    const page = await reading.get(`/pripady/${reference}`);
    expect(page.status).toBe(200);
    expect(page.$('form[action$=zpravy]')).toHaveLength(0);
    await actUnder(reading, mandateId);
    expect((await reading.get(`/sluzby/${psa}/podat`)).$('main form')).toHaveLength(0);
    const draft = await begunDraft(portal, { agent: employee, agentVisitor, mandateId });
    expect((await reading.get(`/podani/${draft.id}/souhrn`)).status).toBe(404);
    expect((await firm.get(`/podani/${draft.id}/souhrn`)).status).toBe(200);
    await firm.submit('/moje', { form: '.acting form', fields: { organizace: organisation } });
    expect((await firm.get('/moje')).html).toContain(`/podani/${draft.id}`);
    expect((await fileByButton(firm, draft.id)).path).toMatch(/potvrzeni$/);
  });
});

describe('filing under a mandate', () => {
  test('makes a case of the principal that says who acted: on receipt, page, mail and desk', async () => {
    const all = await pair(portal);
    const filed = await filedUnder(portal, all);
    expect(await db.case.findUnique({ where: { id: filed.id } })).toMatchObject({
      ...{ applicantId: all.principal.actor.accountId, organisationId: null },
      ...{ mandateId: all.mandateId, actedById: all.agent.actor.accountId },
    });
    const said = 'Podal zmocněnec: Petra Zmocněná. Jménem: Jana Zmocnitelka.';
    for (const visitor of [all.agentVisitor, all.principalVisitor]) {
      expect((await visitor.get(`/pripady/${filed.reference}/potvrzeni`)).text).toContain(said);
      const page = await visitor.get(`/pripady/${filed.reference}`);
      expect(page.text).toContain(said);
      expect(page.text).toContain('teď v tomto podání jedná zmocněnec: Petra Zmocněná');
    }
    expect((await all.principalVisitor.get('/moje')).text).toContain('zmocněncem: Petra Zmocněná');
    const officer = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
    const desk = await (await portal.visitor(officer)).get(`/urad/pripady/${filed.reference}`);
    expect(desk.text).toContain('Petra Zmocněná');
    expect(desk.text).toContain('Jedná jménem: Jana Zmocnitelka');
    const mails = await db.mail.findMany({ where: { caseId: filed.id }, select: { kind: true } });
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['filed', 'filedInName']);
    const [told = ''] = await mailsTo(deps, 'filedInName', all.principal.email);
    expect(told).toContain('Petra Zmocněná');
    expect(told).toContain(filed.reference);
  });

  test('says who acted in the mail of receipt, and neither it nor the receipt tells the code', async () => {
    const all = await pair(portal);
    const filed = await filedUnder(portal, all);
    const code = trackingCode(deps.vault, filed.id);
    const { applicant } = await submissionOf(filed.id);
    const text = (await mailsTo(deps, 'filed', applicant.email)).find(one => one.includes(filed.reference)) ?? '';
    expect(text).toContain('Podává: Petra Zmocněná (zmocněnec)\nJménem: Jana Zmocnitelka');
    expect(text).not.toContain(code);
    for (const visitor of [all.agentVisitor, all.principalVisitor]) {
      expect((await visitor.get(`/pripady/${filed.reference}/potvrzeni`)).html).not.toContain(code);
      expect((await visitor.agent.get(`/pripady/${filed.reference}/potvrzeni.pdf`)).status).toBe(200);
    }
  });

  test('is refused when the mandate was revoked, ran out or does not cover the agenda; the draft stays', async () => {
    const covered = await pair(portal, { agendas: [psa] });
    const draft = await begunDraft(portal, covered);
    const actor = await actingUnder(deps, covered.agent, covered.mandateId);
    const change = (data: object) => db.mandate.update({ where: { id: covered.mandateId }, data });
    const other = await db.agenda.findUniqueOrThrow({ where: { slug: 'zadost-o-informace' } });
    const own = await db.agenda.findUniqueOrThrow({ where: { slug: psa } });
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    for (const data of [
      { agendaIds: [other.id] },
      { agendaIds: [own.id], fromOn: yesterday, untilOn: yesterday },
      { untilOn: null, state: 'revoked' as const },
    ]) {
      await change(data);
      // As who began when it still held: what they may is decided by the statement that files.
      expect(await filing(deps, draft, actor)).toEqual({ ok: false, reason: 'mandateOver' });
    }
    expect(await db.draft.findUnique({ where: { id: draft.id } })).toMatchObject({ filedAt: null });
    await change({ state: 'active' });
    expect(await filing(deps, draft, actor)).toMatchObject({ ok: true });
  });

  test('of an appeal is a part of the case, so who may act in that case may file it and nobody else', async () => {
    const principal = await createCitizen(deps, 'Jana Zmocnitelka');
    const { id: appealsCaseId, reference } = await createCase(deps, { owner: principal });
    const { agent, agentVisitor } = await pair(portal);
    const mandateId = await empowered(deps, { principal, agent, reference });
    const draft = await createDraft(deps, { owner: principal });
    const { accountId: actedById } = agent.actor;
    await db.draft.update({ where: { id: draft.id }, data: { mandateId, actedById } });
    const actor = await actingUnder(deps, agent, mandateId);
    // For one case it covers nothing new.
    expect(await filing(deps, draft, actor)).toEqual({ ok: false, reason: 'mandateOver' });
    await db.draft.update({ where: { id: draft.id }, data: { appealsCaseId } });
    expect(await filing(deps, draft, actor)).toMatchObject({ ok: true });
    const filed = await db.case.findUniqueOrThrow({ where: { draftId: draft.id } });
    expect(filed).toMatchObject({ applicantId: principal.actor.accountId, mandateId, actedById });
    expect((await agentVisitor.get(`/pripady/${filed.reference}`)).status).toBe(200);
  });

  test('is followed by what the agent does later, and the principal reads who did it', async () => {
    const all = await pair(portal);
    const { reference } = await filedUnder(portal, all);
    const path = `/pripady/${reference}`;
    await all.agentVisitor.submit(path, { form: 'form[action$=zpravy]', fields: { zprava: 'Posíláme podklady.' } });
    const withdrawn = await all.agentVisitor.submit(`${path}/zpetvzeti`, { form: 'main form' });
    expect(withdrawn.path).toBe(path);
    const page = await all.principalVisitor.get(path);
    expect(page.text).toContain('Petra Zmocněná (zmocněnec)');
    expect(page.text).toContain('Jménem žadatele to udělal zmocněnec: Petra Zmocněná.');
  });

  test('waits for whoever is just revoking it, and is refused then', async () => {
    const all = await pair(portal);
    const draft = await begunDraft(portal, all);
    const actor = await actingUnder(deps, all.agent, all.mandateId);
    const client = await deps.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`UPDATE mandate SET state = 'revoked' WHERE id = $1`, [all.mandateId]);
      const trying = filing(deps, draft, actor);
      await expect.poll(() => waitingFor(client)).toBe(1);
      await client.query('COMMIT');
      expect(await trying).toEqual({ ok: false, reason: 'mandateOver' });
    } finally {
      client.release();
    }
    expect(await db.case.count({ where: { draftId: draft.id } })).toBe(0);
  });

  test('by the principal of what an agent began is theirs, also when the mandate is over', async () => {
    const all = await pair(portal);
    const draft = await begunDraft(portal, all);
    await revokeMandate(deps, { mandateId: all.mandateId, actor: all.principal.actor });
    const receipt = await fileByButton(all.principalVisitor, draft.id);
    expect(receipt.path).toMatch(/potvrzeni$/);
    expect(receipt.text).not.toContain('Podal zmocněnec');
    const filed = await db.case.findUniqueOrThrow({ where: { draftId: draft.id } });
    expect(filed).toMatchObject({ applicantId: all.principal.actor.accountId, actedById: null });
    expect((await all.agentVisitor.get(`/pripady/${filed.reference}`)).status).toBe(404);
    expect(await mailsTo(deps, 'filedInName', all.principal.email)).toEqual([]);
  });
});

async function submissionOf(caseId: string) {
  const { content } = await db.submission.findUniqueOrThrow({ where: { caseId } });
  return openSubmission(deps.vault, caseId, content);
}
