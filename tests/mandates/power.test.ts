import { describe, expect, test } from 'vitest';
import { revokeMandate } from '../../src/mandates/own/end.ts';
import { actUnder, filedUnder } from '../support/acting-under.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer } from '../support/factories.ts';
import { broughtPower, mailsTo } from '../support/mandates.ts';
import { freshIco, representedBy } from '../support/organisations.ts';
import type { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const pdf = {
  field: 'plnaMoc',
  filename: 'plná moc.pdf',
  content: '%PDF-1.7\n%%EOF\n',
  contentType: 'application/pdf',
};

const typed = {
  zmocnitel: 'Božena Starší',
  'narozeni-day': '2',
  'narozeni-month': '3',
  'narozeni-year': '1941',
  adresa: 'Dlouhá 1, 500 03 Hradec Králové',
  rozsah: 'all',
};

/** An officer of the registry, with an address of their own. */
async function registry() {
  const officer = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
  return { officer, visitor: await portal.visitor(officer) };
}

async function agentOf(name = 'Petra Zmocněná') {
  const agent = await createCitizen(deps, name);
  return { agent, agentVisitor: await portal.visitor(agent) };
}

function bring(visitor: Visitor, fields: Record<string, string> = {}) {
  return visitor.submit('/ucet/zmocneni/plna-moc', { fields: { ...typed, ...fields }, file: pdf });
}

const last = () => db.mandate.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { attachments: true } });

describe('a power of attorney on paper', () => {
  test('is uploaded, sealed, and waits: nobody acts by it, and the registry is told', async () => {
    const { officer } = await registry();
    const { agent, agentVisitor } = await agentOf();
    const page = await bring(agentVisitor);
    expect(page.text).toContain('Plnou moc jsme přijali ke kontrole');
    expect(page.text).toContain('Úřad kontroluje');
    expect(page.$('form[action$="/vypoved"] button').text()).toBe('Vzít plnou moc zpět');
    const kept = await last();
    expect(kept).toMatchObject({
      origin: 'power',
      state: 'waiting',
      principalId: null,
      agentId: agent.actor.accountId,
    });
    expect(kept.attachments).toHaveLength(1);
    expect(Buffer.from(kept.principal ?? []).toString()).not.toContain('Božena');
    const [file] = kept.attachments;
    const stored = await deps.files.read(file?.storageKey ?? '');
    expect(Buffer.concat(await stored.toArray()).toString()).not.toContain('%PDF');
    const download = await agentVisitor.agent.get(`/ucet/zmocneni/${kept.id}/plna-moc`);
    expect(download.headers['content-disposition']).toContain('attachment');
    expect(await mailsTo(deps, 'powerToCheck', officer.email)).toHaveLength(1);
    expect((await agentVisitor.get('/moje')).$('.acting')).toHaveLength(0);
  });

  test('with mistakes keeps what was typed, and no file that is no document or picture', async () => {
    const { agentVisitor } = await agentOf();
    const before = await db.mandate.count();
    const fields = { ...typed, zmocnitel: '', adresa: 'Krátká 2', ico: '123' };
    const page = await agentVisitor.submit('/ucet/zmocneni/plna-moc', {
      fields,
      file: { ...pdf, content: 'jen text' },
    });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Zadejte jméno nebo název zmocnitele');
    expect(page.text).toContain('Tento soubor neumíme přijmout. Nahrajte PDF, JPG nebo PNG');
    expect(page.$('[name=adresa]').val()).toBe('Krátká 2');
    expect(page.$('[name=narozeni-year]').val()).toBe('1941');
    const without = await agentVisitor.submit('/ucet/zmocneni/plna-moc', {
      ...{ fields: typed, file: { ...pdf, content: '' } },
    });
    expect(without.status).toBe(400);
    expect(await db.mandate.count()).toBe(before);
    expect(await db.attachment.count({ where: { mandateId: { not: null }, mandate: null } })).toBe(0);
  });

  test('accepted by a clerk lets the agent act for somebody who is not in the portal, who is mailed', async () => {
    const { officer, visitor } = await registry();
    const { agent, agentVisitor } = await agentOf();
    await bring(agentVisitor, { emailZmocnitele: 'bozena@example.cz' });
    const { id } = await last();
    const list = await visitor.get('/urad/plne-moci');
    expect(list.html).toContain(`/urad/plne-moci/${id}`);
    const page = await visitor.get(`/urad/plne-moci/${id}`);
    expect(page.text).toContain('Božena Starší');
    expect((await visitor.agent.get(`/urad/plne-moci/${id}/soubor`)).status).toBe(200);
    expect(await db.auditRecord.count({ where: { action: 'powerOpened', subject: `mandate/${id}` } })).toBe(1);
    await visitor.submit(page, { form: 'form[action$=prijeti]' });
    expect(await db.mandate.findUnique({ where: { id } })).toMatchObject({
      ...{ state: 'active', decidedById: officer.actor.officerId, principalId: null },
    });
    expect(await mailsTo(deps, 'powerAccepted', agent.email)).toHaveLength(1);
    expect(await mailsTo(deps, 'powerAccepted', 'bozena@example.cz')).toHaveLength(1);
    const again = await visitor.submit(page, { form: 'form[action$=prijeti]' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Mezitím už o plné moci rozhodl někdo jiný');

    const acting = await actUnder(agentVisitor, id);
    expect(acting.$('.acting__who').text()).toContain('Božena Starší (jako zmocněnec)');
    const filed = await filedUnder(portal, { agent, agentVisitor, mandateId: id });
    expect(await db.case.findUnique({ where: { id: filed.id } })).toMatchObject({ applicantId: null, mandateId: id });
    expect((await mailsTo(deps, 'filedInName', 'bozena@example.cz'))[0]).toContain(filed.reference);
    await agentVisitor.submit(`/ucet/zmocneni/${id}`, { form: 'form[action$=vypoved]' });
    expect((await agentVisitor.get(`/pripady/${filed.reference}`)).status).toBe(404);
    expect(await mailsTo(deps, 'mandateResigned', 'bozena@example.cz')).toHaveLength(1);
  });

  test('refused with a reason is read by the agent; without one it is not refused', async () => {
    const { visitor } = await registry();
    const { agent, agentVisitor } = await agentOf();
    const id = await broughtPower(deps, { agent });
    const page = await visitor.get(`/urad/plne-moci/${id}`);
    const empty = await visitor.submit(page, { form: 'form[action$=odmitnuti]' });
    expect(empty.status).toBe(400);
    expect(empty.text).toContain('Napište důvod');
    await visitor.submit(page, {
      form: 'form[action$=odmitnuti]',
      fields: { reason: 'Chybí úřední ověření podpisu.' },
    });
    expect(await mailsTo(deps, 'powerRejected', agent.email)).toHaveLength(1);
    expect((await agentVisitor.get(`/ucet/zmocneni/${id}`)).text).toContain('Chybí úřední ověření podpisu.');
    expect((await agentVisitor.get('/moje')).$('.acting')).toHaveLength(0);
  });

  test('of somebody whose account is not known surely enough gives it to that account when the clerk says so', async () => {
    const { visitor } = await registry();
    const principal = await createCitizen(deps, 'Božena Starší');
    for (const [ucet, principalId] of [
      ['no', null],
      ['yes', principal.actor.accountId],
    ] as const) {
      const { agent } = await agentOf();
      const id = await broughtPower(deps, { agent, principal: { email: principal.email } });
      const page = await visitor.get(`/urad/plne-moci/${id}`);
      expect(page.text).toContain(`Je účet Božena Starší (${principal.email}) účtem zmocnitele?`);
      await visitor.submit(page, { form: 'form[action$=prijeti]', fields: { ucet } });
      expect((await db.mandate.findUniqueOrThrow({ where: { id } })).principalId).toBe(principalId);
    }
    const own = await portal.visitor(principal);
    expect((await own.get('/ucet/zmocneni')).text).toContain('Petra Zmocněná');
  });

  test('of an organisation is the one with that number, and its people see it and may revoke it', async () => {
    const { visitor } = await registry();
    const owner = await createCitizen(deps, 'Rita Zástupná');
    const ico = freshIco();
    const { organisation } = await representedBy(deps, { owner, ico, name: 'Pekárna, s.r.o.' });
    const { agent } = await agentOf();
    const id = await broughtPower(deps, { agent, principal: { name: 'Pekarna', ico, birthDate: null } });
    await visitor.submit(`/urad/plne-moci/${id}`, { form: 'form[action$=prijeti]' });
    expect((await db.mandate.findUniqueOrThrow({ where: { id } })).principalOrganisationId).toBe(organisation);
    expect(await mailsTo(deps, 'powerAccepted', owner.email)).toHaveLength(1);
    expect(await revokeMandate(deps, { mandateId: id, actor: { ...owner.actor, memberships: [] } })).toBe(false);
    const page = await (await portal.visitor(owner)).submit(`/ucet/zmocneni/${id}`, { form: 'form[action$=odvolani]' });
    expect(page.text).toContain('Zmocnění jste odvolali');
  });

  test('for one case is of whose the case is; a case that is not there is no case', async () => {
    const { visitor } = await registry();
    const principal = await createCitizen(deps, 'Božena Starší');
    const { reference } = await createCase(deps, { owner: principal });
    const { agentVisitor } = await agentOf();
    const wrong = await bring(agentVisitor, { rozsah: 'case', znacka: 'HK26-99999-A' });
    expect(wrong.status).toBe(400);
    await bring(agentVisitor, { rozsah: 'case', znacka: reference });
    const { id } = await last();
    expect((await agentVisitor.get(`/pripady/${reference}`)).status).toBe(404);
    await visitor.submit(`/urad/plne-moci/${id}`, { form: 'form[action$=prijeti]' });
    expect((await db.mandate.findUniqueOrThrow({ where: { id } })).principalId).toBe(principal.actor.accountId);
    expect((await agentVisitor.get(`/pripady/${reference}`)).status).toBe(200);
  });

  test('is decided by nobody about themselves', async () => {
    const { officer, visitor } = await registry();
    const { agent } = await agentOf();
    const id = await broughtPower(deps, { agent });
    await db.mandate.update({ where: { id }, data: { madeById: officer.actor.accountId } });
    for (const form of ['form[action$=prijeti]', 'form[action$=odmitnuti]']) {
      const page = await visitor.submit(`/urad/plne-moci/${id}`, { form, fields: { reason: 'Nechci.' } });
      expect(page.status).toBe(409);
      expect(page.text).toContain('O vlastní plné moci rozhodovat nemůžete');
    }
  });
});

test('the database lets no power of attorney be valid that nobody has checked', async () => {
  const { agent } = await agentOf();
  const id = await broughtPower(deps, { agent });
  await expect(db.mandate.update({ where: { id }, data: { state: 'active' } })).rejects.toThrow(
    'mandate_by_power_is_checked',
  );
});
