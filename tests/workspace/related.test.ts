import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');

const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const registry = await createOfficer(deps, { department: 'kancelar-tajemnika', roles: ['registry'] });

const elsewhere = await createCase(deps, { agenda: 'zabor-verejneho-prostranstvi' });

const form = (resource: string) => `main form[action$="/${resource}"]`;
const desk = (reference: string) => `/urad/pripady/${reference}`;

describe('other cases of the same applicant', () => {
  test('are listed where the officer sees them, and only counted where not', async () => {
    const owner = await createCitizen(deps);
    const { reference } = await createCase(deps, { owner });
    const seen = await createCase(deps, { owner, agenda: 'odhlaseni-psa' });
    const hidden = await createCase(deps, { owner, agenda: 'zabor-verejneho-prostranstvi' });
    const page = await (await portal.visitor(clerk)).get(desk(reference));
    const related = page.$('#souvislosti').text();
    expect(related).toContain(seen.reference);
    expect(related).not.toContain(hidden.reference);
    expect(related).not.toContain('prostranství');
    expect(related).toContain('A\u00a0další v\u00a0jiných odborech: 1.');
    const all = await (await portal.visitor(registry)).get(desk(reference));
    expect(all.$('#souvislosti').text()).toContain(hidden.reference);
  });

  test('are none of a filing without an account, and no trial is among them', async () => {
    const { reference } = await createCase(deps);
    await createCase(deps);
    expect((await (await portal.visitor(clerk)).get(desk(reference))).$('.related').length).toBe(0);
  });
});

describe('linking two cases', () => {
  test('shows it with the reason at both desks, until it is taken back; both are audited', async () => {
    const [one, two] = [await createCase(deps), await createCase(deps)];
    const visitor = await portal.visitor(clerk);
    const fields = { 'souvislost-znacka': two.reference.toLowerCase(), 'souvislost-duvod': 'Týž pes, jiný držitel.' };
    const page = await visitor.submit(desk(one.reference), { form: form('souvislosti'), fields });
    expect(page.$('#souvislosti').text()).toContain(two.reference);
    const other = await visitor.get(desk(two.reference));
    expect(other.$('#souvislosti').text()).toContain(one.reference);
    expect(other.$('.related__why').text()).toBe('Týž pes, jiný držitel.');
    const undone = await visitor.submit(other, { form: form('zruseni') });
    expect(undone.$('.related').length).toBe(0);
    const audited = await db.auditRecord.findMany({ where: { action: { in: ['casesLinked', 'casesUnlinked'] } } });
    expect(audited.map(({ action, subject }) => [action, subject])).toEqual([
      ['casesLinked', `case/${one.id}`],
      ['casesUnlinked', `case/${two.id}`],
    ]);
    expect(JSON.stringify(audited.map(({ details }) => details))).not.toContain('držitel');
  });

  test('to a case that went out of sight since then says no more than that there is one', async () => {
    const [one, two] = [await createCase(deps), await createCase(deps, { agenda: 'zabor-verejneho-prostranstvi' })];
    const fields = { 'souvislost-znacka': two.reference, 'souvislost-duvod': 'Stejné místo.' };
    await (await portal.visitor(clerk)).get('/urad');
    await (await portal.visitor(registry)).submit(desk(one.reference), { form: form('souvislosti'), fields });
    const page = await (await portal.visitor(clerk)).get(desk(one.reference));
    expect(page.$('#souvislosti').text()).toContain('Případ, který nevidíte');
    expect(page.$('#souvislosti').text()).not.toContain(two.reference);
  });

  test.each([
    ['', 'Souvisí.', 'souvislost-znacka', 'Napište značku'],
    ['nesmysl', 'Souvisí.', 'souvislost-znacka', 'Takový případ nevidíte'],
    [elsewhere.reference, 'Souvisí.', 'souvislost-znacka', 'Takový případ nevidíte'],
    ['itself', 'Souvisí.', 'souvislost-znacka', 'sebou samým'],
    ['itself', ' ', 'souvislost-duvod', 'jak spolu případy souvisejí'],
  ])('„%s“ because „%s“ is refused at %s', async (typed, why, field, message) => {
    const { reference } = await createCase(deps);
    const fields = { 'souvislost-znacka': typed === 'itself' ? reference : typed, 'souvislost-duvod': why };
    const page = await (await portal.visitor(clerk)).submit(desk(reference), { form: form('souvislosti'), fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(message);
    expect(page.$('#souvislost-znacka').val()).toBe(fields['souvislost-znacka']);
  });

  test('a second time is refused with a sentence', async () => {
    const [one, two] = [await createCase(deps), await createCase(deps)];
    const visitor = await portal.visitor(clerk);
    const link = { 'souvislost-duvod': 'Týž pes.' };
    await visitor.submit(desk(one.reference), {
      form: form('souvislosti'),
      fields: { ...link, 'souvislost-znacka': two.reference },
    });
    const page = await visitor.submit(desk(two.reference), {
      form: form('souvislosti'),
      fields: { ...link, 'souvislost-znacka': one.reference },
    });
    expect(page.text).toContain('už propojené jsou');
    expect(await db.caseLink.count({ where: { OR: [{ caseId: one.id }, { otherId: one.id }] } })).toBe(1);
  });
});
