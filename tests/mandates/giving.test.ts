import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen } from '../support/factories.ts';
import { mailsTo, provenVisitor } from '../support/mandates.ts';
import { joined, representedBy } from '../support/organisations.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-11-20T10:00:00Z');

const until = { 'do-day': '31', 'do-month': '12', 'do-year': '2026' };

describe('giving a mandate in the portal', () => {
  test('writes to the agent and shows it to the principal, who has given it to nobody yet', async () => {
    const principal = await createCitizen(deps, 'Jana Zmocnitelka');
    const visitor = await provenVisitor(portal, principal);
    const agenda = await db.agenda.findUniqueOrThrow({ where: { slug: 'ohlaseni-psa' } });
    const email = 'ucetni@example.cz';
    const fields = { email, rozsah: 'agendas', sluzby: [agenda.id], ...until };
    const page = await visitor.submit('/ucet/zmocneni/nove', { fields });
    expect(page.path).toMatch(/^\/ucet\/zmocneni\/[0-9a-f-]{36}$/);
    expect(page.text).toContain(`Zmocnění jsme nabídli na ${email}`);
    expect(page.text).toContain('od 20. listopadu 2026 do 31. prosince 2026');
    expect(page.$('form[action$="/odvolani"] button').text()).toBe('Vzít nabídku zpět');
    const [mail = ''] = await mailsTo(deps, 'mandateOffered', email);
    expect(mail).toContain(
      'Jana Zmocnitelka vás na\u00a0Portálu občana chce zmocnit pro služby: '.replaceAll('\u00a0', ' '),
    );
    expect(mail).toMatch(/zmocneni\/pozvanka\?klic=[\w-]{43}/);
    const list = await visitor.get('/ucet/zmocneni');
    expect(list.text).toContain(email);
    expect(list.text).toContain('Čeká na přijetí');
    const kept = await db.mandate.findFirstOrThrow({ where: { principalId: principal.actor.accountId } });
    expect(kept).toMatchObject({
      state: 'offered',
      scope: 'agendas',
      agendaIds: [agenda.id],
      level: 'high',
      agentId: null,
    });
    expect(Buffer.from(kept.email ?? []).toString()).not.toContain('ucetni');
  });

  test('is for an organisation by those who manage its people, and by no other member', async () => {
    const owner = await createCitizen(deps, 'Rita Zástupná');
    const { organisation } = await representedBy(deps, { owner, name: 'Pekárna, s.r.o.' });
    const filer = await createCitizen(deps, 'Filip Malý');
    await joined(deps, { organisation, member: filer, role: 'filer' });
    const fields = { jmenem: organisation, email: 'ucetni2@example.cz', rozsah: 'all' };
    const page = await (await provenVisitor(portal, owner)).submit('/ucet/zmocneni/nove', { fields });
    expect(page.text).toContain('Pekárna, s.r.o.');
    expect(await db.mandate.count({ where: { principalOrganisationId: organisation } })).toBe(1);
    const refused = await (await provenVisitor(portal, filer)).submit('/ucet/zmocneni/nove', { fields });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Vyberte, kdo zmocňuje');
    expect(await db.mandate.count({ where: { principalOrganisationId: organisation } })).toBe(1);
  });

  test('needs a proved identity for what is to come; for a case of one’s own the account is enough', async () => {
    const principal = await createCitizen(deps, 'Jana Zmocnitelka');
    const visitor = await portal.visitor(principal);
    const start = await visitor.get('/ucet/zmocneni/nove');
    expect(start.text).toContain('Teď můžete zmocnit jen k jednomu podání');
    const refused = await visitor.submit(start, { fields: { email: 'zastupce@example.cz', rozsah: 'all' } });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Zatím nevíme dost jistě, kdo jste');
    const { reference } = await createCase(deps, { owner: principal });
    const form = await visitor.get(`/pripady/${reference}`);
    const link = form.$('main a[href^="/ucet/zmocneni/nove"]').attr('href') ?? '';
    const given = await visitor.submit(link, { fields: { email: 'zastupce@example.cz' } });
    expect(given.text).toContain(`pro jedno podání: ${reference}`);
    const strange = await createCase(deps, { owner: await createCitizen(deps) });
    const wrong = await visitor.submit('/ucet/zmocneni/nove', {
      fields: { email: 'zastupce@example.cz', rozsah: 'case', znacka: strange.reference },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Takové podání mezi těmi, která patří zmocniteli, není');
  });

  test('leads whoever is signed in to prove who they are, and not back to where they stand', async () => {
    const proving = await startPortal({ bankId: { issuer: 'http://127.0.0.1:1/', clientId: 'a', clientSecret: 'b' } });
    const visitor = await proving.visitor(await createCitizen(proving.deps));
    const form = await visitor.get('/ucet/zmocneni/nove');
    const link = form.$('main a[href^="/prihlaseni"]').attr('href') ?? '';
    expect((await visitor.get(link)).path).toMatch(/^\/prihlaseni/);
  });

  test('with mistakes keeps all that was typed and says what to mend', async () => {
    const principal = await createCitizen(deps);
    const visitor = await provenVisitor(portal, principal);
    const fields = {
      email: 'ucetni',
      rozsah: 'agendas',
      znacka: 'xyz',
      'od-day': '1',
      'do-day': '30',
      'do-month': '13',
    };
    const page = await visitor.submit('/ucet/zmocneni/nove', { fields });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Zadejte e-mail ve tvaru');
    expect(page.text).toContain('Vyberte aspoň jednu službu');
    expect(page.$('[name=email]').val()).toBe('ucetni');
    expect(page.$('[name=rozsah]:checked').val()).toBe('agendas');
    expect(page.$('[name=znacka]').val()).toBe('xyz');
    expect(page.$('[name=do-month]').val()).toBe('13');
    expect(page.$('.govuk-error-summary a').length).toBeGreaterThan(2);
    const self = await visitor.submit('/ucet/zmocneni/nove', { fields: { email: principal.email, rozsah: 'all' } });
    expect(self.text).toContain('sami sebe zmocnit nemůžete');
  });
});
