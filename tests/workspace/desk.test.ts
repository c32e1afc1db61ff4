import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { attachPdf, createCase, createCitizen, createDraft, createOfficer, fileDraft } from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');

const finance = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department: finance, name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department: finance, name: 'Pavel Černý' });
const elsewhere = await createOfficer(deps, { department: 'dopravy', name: 'Petra Benešová' });
const registry = await createOfficer(deps, { department: 'kancelar-tajemnika', roles: ['registry'] });
const owner = await createCitizen(deps);
/** Handles one other agenda alone. */
const ofTrees = await createOfficer(deps, { department: finance });
const trees = await db.agenda.findUniqueOrThrow({ where: { slug: 'kaceni-drevin' } });
await db.officer.update({ where: { id: ofTrees.actor.officerId }, data: { agendaIds: [trees.id] } });

const form = (resource: string) => `main form[action$="/${resource}"]`;
const primary = (page: Page) => page.$('.desk__actions .button--primary').text();
const desk = (reference: string) => `/urad/pripady/${reference}`;

describe('the desk of a case', () => {
  test('shows what was filed, the clock with its provision, and who has it', async () => {
    const { reference } = await createCase(deps);
    const page = await (await portal.visitor(clerk)).get(desk(reference));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Ohlášení psa');
    expect(page.text).toContain('Alík');
    expect(page.$('.desk__now').text()).toContain('Lhůta: za');
    expect(page.$('.desk__why').text()).toContain('Lhůta 30\u00a0dní');
    expect(page.$('.desk__now').text()).toContain('Zatím ho nikdo nepřevzal');
  });

  test('is not found for an officer of another department, and is for the registry', async () => {
    const { reference } = await createCase(deps);
    expect((await (await portal.visitor(elsewhere)).get(desk(reference))).status).toBe(404);
    const page = await (await portal.visitor(registry)).get(desk(reference));
    expect(page.status).toBe(200);
    expect(page.$(form('rozhodnuti')).length).toBe(0);
  });

  test.each(['HK26-99999-A', 'nesmysl', '%F0%9F%90%B6'])('does not exist for the reference %s', async reference => {
    expect((await (await portal.visitor(registry)).get(desk(reference))).status).toBe(404);
  });

  test('offers only steps that can be taken', async () => {
    const visitor = await portal.visitor(clerk);
    const { reference } = await createCase(deps);
    expect(offered(await visitor.get(desk(reference)))).toEqual([
      'zpravy',
      'prevzeti',
      'prideleni',
      'postoupeni',
      'podjatost',
      'poznamky',
    ]);
    const taken = await visitor.submit(desk(reference), { form: form('prevzeti') });
    expect(offered(taken)).toEqual([
      ...['zpravy', 'vyrizovani', 'rozhodnuti', 'kroky', 'vyzva', 'ukoly', 'prideleni'],
      ...['preruseni', 'postoupeni', 'zastaveni', 'odlozeni', 'podjatost', 'poznamky'],
    ]);
    expect(primary(taken)).toBe('Začít vyřizovat');
  });

  test('puts taking over first where somebody else has the case', async () => {
    const { reference } = await createCase(deps);
    await (await portal.visitor(colleague)).submit(desk(reference), { form: form('prevzeti') });
    expect(primary(await (await portal.visitor(clerk)).get(desk(reference)))).toBe('Převzít');
  });
});

test('a case goes from hand to hand to its end, and the applicant is told what is meant for them only', async () => {
  const visitor = await portal.visitor(clerk);
  const draft = await createDraft(deps, { owner });
  const { reference } = await fileDraft(deps, draft, owner);

  let page = await visitor.submit(desk(reference), { form: form('prevzeti') });
  expect(page.text).toContain('Případ teď máte vy.');
  page = await visitor.submit(page, { form: form('vyrizovani') });
  page = await visitor.submit(page, { form: form('poznamky'), fields: { poznamka: 'Pozor, sousedi si stěžují.' } });
  expect(page.$('.notes').text()).toContain('Pozor, sousedi si stěžují.');
  page = await visitor.submit(page, {
    form: form('rozhodnuti'),
    fields: { vysledek: 'granted', oduvodneni: 'Psa jsme zapsali.' },
  });
  expect(page.$('.desk__state').text()).toContain('Vyhověno');
  page = await visitor.submit(page, { form: form('uzavreni'), fields: { zaver: 'Spis ve skříni 4.' } });
  expect(page.$('.desk__state .tag--closed').length).toBe(1);
  expect(offered(page)).toEqual(['zpravy', 'poznamky']);
  expect(page.$('.said--office').text()).toContain('Spis ve skříni 4.');

  const seen = (await (await portal.visitor(owner)).get(`/pripady/${reference}`)).text;
  expect(seen).toContain('Psa jsme zapsali.');
  expect(seen).not.toContain('sousedi');
  expect(seen).not.toContain('Spis ve skříni');
});

test('who has opened a case or its attachment is in the audit; who was refused is not', async () => {
  const draft = await createDraft(deps, { agenda: 'zadost-o-informace' });
  const attachment = await attachPdf(deps, { draftId: draft.id, slot: 'annex' });
  const { id, reference } = await fileDraft(deps, draft);
  const visitor = await portal.visitor(registry);
  await visitor.get(desk(reference));
  await visitor.agent.get(`${desk(reference)}/prilohy/${attachment}`);
  await (await portal.visitor(clerk)).get(desk(reference));
  const records = await db.auditRecord.findMany({
    where: { subject: `case/${id}`, actorKind: 'officer' },
    orderBy: { id: 'asc' },
  });
  expect(records.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['caseOpened', registry.actor.officerId],
    ['attachmentOpened', registry.actor.officerId],
  ]);
});

test('a case of an agenda somebody does not handle says so instead of offering itself', async () => {
  const { reference } = await createCase(deps);
  const page = await (await portal.visitor(ofTrees)).get(desk(reference));
  expect(page.$(form('prevzeti')).length).toBe(0);
  expect(page.$('.desk__now').text()).toContain('Tuto agendu podle svých oprávnění nevyřizujete.');
});

describe('an own matter of an officer', () => {
  test('is read as its applicant reads it, without what the office writes for itself', async () => {
    const applicant = await createOfficer(deps, {
      department: finance,
      roles: ['clerk', 'head'],
      name: 'Karel Novotný',
    });
    const { actor } = applicant;
    const asCitizen = { ...applicant, actor: { ...actor, kind: 'citizen' as const, level: 'account' as const } };
    const { id, reference } = await createCase(deps, { owner: asCitizen });
    const writer = await portal.visitor(clerk);
    const taken = await writer.submit(desk(reference), { form: form('prevzeti') });
    await writer.submit(taken, { form: form('poznamky'), fields: { poznamka: 'Ověřit v\u00a0rejstříku.' } });
    const fields = { druh: 'decision', nazev: 'Návrh rozhodnutí', text: 'Zamítáme.' };
    const written = await writer.submit(`${desk(reference)}/dopisy/novy`, { form: 'form[data-letter-form]', fields });
    await writer.submit(written, { form: 'form[data-letter-form]', fields: { krok: 'schvaleni' } });

    const visitor = await portal.visitor(applicant);
    const page = await visitor.get(desk(reference));
    expect(page.path).toBe(`/pripady/${reference}`);
    expect(page.html).not.toMatch(/rejstříku|Návrh rozhodnutí/);
    expect((await visitor.get('/urad/schvalovani')).html).not.toContain(reference);
    expect((await visitor.agent.get(written.path)).status).toBe(404);
    const hidden = { _csrf: await visitor.token(), verze: '2' };
    for (const [resource, typed] of [
      ['poznamky', { poznamka: 'Vyhovte.' }],
      ['podjatost', { 'podjatost-duvod': 'Vyhovte.' }],
      ['dopisy/novy', fields],
    ] as const) {
      const sent = await visitor.post(`${desk(reference)}/${resource}`, { ...hidden, ...typed });
      expect(sent.status, resource).toBe(404);
    }
    expect(await db.caseNote.count({ where: { caseId: id } })).toBe(1);
  });
});

describe('assigning', () => {
  test('to an officer elsewhere leads back to the inbox, since the case is out of sight', async () => {
    const visitor = await portal.visitor(clerk);
    const { reference } = await createCase(deps);
    const page = await visitor.submit(desk(reference), {
      form: form('prideleni'),
      fields: { komu: `urednik:${elsewhere.actor.officerId}`, duvod: 'Patří dopravě.' },
    });
    expect(page.path).toBe('/urad');
    expect(page.text).toContain('Případ jste předali.');
    expect((await visitor.get(desk(reference))).status).toBe(404);
    const received = await (await portal.visitor(elsewhere)).get(desk(reference));
    expect(received.text).toContain('Důvod: Patří dopravě.');
  });

  test('to a department leaves it to whoever takes it over', async () => {
    const { reference } = await createCase(deps);
    const page = await (
      await portal.visitor(registry)
    ).submit(desk(reference), {
      form: form('prideleni'),
      fields: { komu: `odbor:${elsewhere.actor.departmentId}`, duvod: 'Patří dopravě.' },
    });
    expect(page.$('.desk__now').text()).toMatch(/Zatím ho nikdo nepřevzal\s*Odbor dopravy/);
  });

  test('lists the officers under their departments', async () => {
    const { reference } = await createCase(deps);
    const { $ } = await (await portal.visitor(clerk)).get(desk(reference));
    const group = $('#komu optgroup[label="Odbor rozpočtu a financí"]').text();
    expect(group).toContain('Marie Dvořáková, referentka');
    expect(group).toContain('Pavel Černý, referentka');
    expect(group).not.toContain('Petra Benešová');
  });

  test.each([
    ['', 'Patří jinam.', 'Vyberte, komu případ předáváte.'],
    ['urednik:x', 'Patří jinam.', 'Vyberte, komu případ předáváte.'],
    [`urednik:${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`, 'Patří jinam.', 'Vybraný úředník'],
    [`odbor:${elsewhere.actor.departmentId}`, '  ', 'Napište důvod předání.'],
  ])('to „%s“ because „%s“ is refused with a sentence, and keeps what was typed', async (komu, duvod, message) => {
    const { reference } = await createCase(deps);
    const page = await (
      await portal.visitor(clerk)
    ).submit(desk(reference), {
      form: form('prideleni'),
      fields: { komu, duvod },
    });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain(message);
    expect(page.$('#duvod').val()).toBe(duvod);
    expect(page.$('details[open] #komu').length).toBe(1);
  });
});

describe('deciding', () => {
  test.each([
    [{ oduvodneni: 'Psa jsme zapsali.' }, '#vysledek', 'Vyberte, jak to dopadlo.'],
    [{ vysledek: 'granted', oduvodneni: '' }, '#oduvodneni', 'Napište odůvodnění'],
    [{ vysledek: 'maybe', oduvodneni: 'x' }, '#vysledek', 'Vyberte, jak to dopadlo.'],
  ])('with %o is refused and keeps what was typed', async (fields, input, message) => {
    const visitor = await portal.visitor(clerk);
    const { reference } = await createCase(deps);
    const taken = await visitor.submit(desk(reference), { form: form('prevzeti') });
    const page = await visitor.submit(taken, { form: form('rozhodnuti'), fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="${input}"]`).text()).toContain(message);
    expect(page.$(`#oduvodneni`).val()).toBe(fields.oduvodneni);
    expect((await db.case.findUniqueOrThrow({ where: { reference } })).state).toBe('takenOver');
  });
});

describe('two clerks at one case', () => {
  test('the second to take it over reads who was quicker, and may go on from there', async () => {
    const { reference } = await createCase(deps);
    const [first, second] = [await portal.visitor(clerk), await portal.visitor(colleague)];
    const old = await second.get(desk(reference));
    await first.submit(desk(reference), { form: form('prevzeti') });
    const page = await second.submit(old, { form: form('prevzeti') });
    expect(page.status).toBe(409);
    expect(page.$('.notification--warning').text()).toContain('Převzato (Marie Dvořáková');
    const retried = await second.submit(page, { form: form('prevzeti') });
    expect(retried.text).toContain('Případ teď máte vy.');
  });

  test('an explanation written meanwhile stays in the form', async () => {
    const { reference } = await createCase(deps);
    const [first, second] = [await portal.visitor(clerk), await portal.visitor(colleague)];
    await first.submit(desk(reference), { form: form('prevzeti') });
    const old = await second.get(desk(reference));
    await first.submit(desk(reference), { form: form('vyrizovani') });
    const fields = { vysledek: 'refused', oduvodneni: 'Dlouhé odůvodnění\no dvou řádcích.' };
    const page = await second.submit(old, { form: form('rozhodnuti'), fields });
    expect(page.status).toBe(409);
    expect(page.$('#oduvodneni').val()).toBe(fields.oduvodneni);
    expect(page.$('input[name=vysledek][checked]').attr('value')).toBe('refused');
    expect(page.$('details[open] #oduvodneni').length).toBe(1);
  });

  test('an explanation there is no more room for is given back to be copied', async () => {
    const { reference } = await createCase(deps);
    const [first, second] = [await portal.visitor(clerk), await portal.visitor(colleague)];
    const taken = await first.submit(desk(reference), { form: form('prevzeti') });
    const old = await second.get(desk(reference));
    await first.submit(taken, { form: form('rozhodnuti'), fields: { vysledek: 'granted', oduvodneni: 'Ano.' } });
    const fields = { vysledek: 'refused', oduvodneni: 'Pečlivě psané odůvodnění.' };
    const page = await second.submit(old, { form: form('rozhodnuti'), fields });
    expect(page.status).toBe(409);
    expect(page.$(form('rozhodnuti')).length).toBe(0);
    expect(page.$('.notification--warning').text()).toContain('Pečlivě psané odůvodnění.');
  });

  test('at the very same moment decide it once', async () => {
    const { reference } = await createCase(deps);
    const visitors = await Promise.all([clerk, colleague, clerk, colleague].map(who => portal.visitor(who)));
    await visitors[0]?.submit(desk(reference), { form: form('prevzeti') });
    const pages = await Promise.all(visitors.map(visitor => visitor.get(desk(reference))));
    const answers = await Promise.all(
      visitors.map((visitor, i) => {
        const page = pages[i];
        if (!page) throw new Error('a page for each visitor');
        const fields = { vysledek: 'granted', oduvodneni: `Rozhodl ${i}.` };
        return visitor.submit(page, { form: form('rozhodnuti'), fields });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const events = await db.caseEvent.count({ where: { case: { reference }, type: 'decided' } });
    expect(events).toBe(1);
  });
});

test('a form that is not the portal’s is not understood', async () => {
  const visitor = await portal.visitor(clerk);
  const { reference } = await createCase(deps);
  const _csrf = await visitor.token(desk(reference));
  for (const verze of ['', 'x', '-1', '1e9', '99999999999999999999']) {
    expect((await visitor.post(`${desk(reference)}/prevzeti`, { _csrf, verze })).status).toBe(400);
  }
});

describe('an attachment', () => {
  test('is handed to officers who see the case, under its own name', async () => {
    const draft = await createDraft(deps, { agenda: 'zadost-o-informace' });
    const id = await attachPdf(deps, { draftId: draft.id, slot: 'annex', name: 'příloha č. 1.pdf' });
    const { reference } = await fileDraft(deps, draft);
    const visitor = await portal.visitor(registry);
    const page = await visitor.get(desk(reference));
    const link = page.$('.file-upload__name a');
    expect(link.text()).toBe('příloha č. 1.pdf');
    const response = await visitor.agent.get(link.attr('href') ?? '');
    expect(response.status).toBe(200);
    expect(response.headers['content-disposition']).toContain("filename*=UTF-8''p%C5%99%C3%ADloha");
    expect((await (await portal.visitor(clerk)).get(`${desk(reference)}/prilohy/${id}`)).status).toBe(404);
  });

  test('is found under its own case only', async () => {
    const draft = await createDraft(deps, { agenda: 'zadost-o-informace' });
    const id = await attachPdf(deps, { draftId: draft.id, slot: 'annex' });
    await fileDraft(deps, draft);
    const other = await createCase(deps);
    const visitor = await portal.visitor(registry);
    expect((await visitor.get(`${desk(other.reference)}/prilohy/${id}`)).status).toBe(404);
    expect((await visitor.get(`${desk(other.reference)}/prilohy/nesmysl`)).status).toBe(404);
  });
});

describe('the preview of an attachment', () => {
  async function filedWith(format: string): Promise<{ id: string; reference: string }> {
    const draft = await createDraft(deps, { agenda: 'zadost-o-informace' });
    const id = await attachPdf(deps, { draftId: draft.id, slot: 'annex', name: 'příloha.pdf' });
    await db.attachment.update({ where: { id }, data: { format } });
    const { reference } = await fileDraft(deps, draft);
    return { id, reference };
  }

  test('lies beside the answers, in a frame of the portal’s own', async () => {
    const { id, reference } = await filedWith('pdf');
    const visitor = await portal.visitor(registry);
    const link = (await visitor.get(desk(reference))).$('.desk__show').attr('href') ?? '';
    const page = await visitor.get(link);
    expect(page.$('.preview iframe').attr('src')).toBe(`${desk(reference)}/prilohy/${id}/nahled`);
    expect(page.headers['content-security-policy']).toContain("frame-src 'self'");
  });

  test.each([
    ['pdf', 'application/pdf', "default-src 'none'"],
    ['png', 'image/png', 'sandbox'],
    ['jpg', 'image/jpeg', 'sandbox'],
  ])('of a %s is shown as what it is, and runs nothing', async (format, type, policy) => {
    const { id, reference } = await filedWith(format);
    const { headers, status } = await (
      await portal.visitor(registry)
    ).agent.get(`${desk(reference)}/prilohy/${id}/nahled`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toBe('inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain(policy);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('script-src');
  });

  test('is not there for a format that may hold anything', async () => {
    const { id, reference } = await filedWith('docx');
    const visitor = await portal.visitor(registry);
    expect((await visitor.get(`${desk(reference)}/prilohy/${id}/nahled`)).status).toBe(404);
    expect((await visitor.get(`${desk(reference)}?nahled=${id}`)).$('.preview, .desk__show').length).toBe(0);
  });

  test('of another case, or for a stranger, is not found', async () => {
    const { id } = await filedWith('pdf');
    const other = await createCase(deps);
    const visitor = await portal.visitor(registry);
    expect((await visitor.get(`${desk(other.reference)}/prilohy/${id}/nahled`)).status).toBe(404);
    expect((await visitor.get(`${desk(other.reference)}?nahled=${id}`)).$('.preview').length).toBe(0);
  });
});

/** What has nothing to do with how far the case is. */
const always = ['odhlaseni', 'souvislosti', 'zruseni', 'sledovani'];

/** The resources the page has a form for. */
function offered({ $ }: Page): string[] {
  return $('main form[method=post]')
    .toArray()
    .map(element => $(element).attr('action')?.split('/').at(-1) ?? '')
    .filter(name => !always.includes(name));
}
