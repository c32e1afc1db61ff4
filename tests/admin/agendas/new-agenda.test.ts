import { describe, expect, test } from 'vitest';
import { findSketch } from '../../../src/admin/agendas/sketch.ts';
import { proposeSlug } from '../../../src/admin/agendas/propose-slug.ts';
import { emptyAgenda, readTemplate, templates } from '../../../src/admin/agendas/templates.ts';
import { checkDefinition } from '../../../src/core/form/check-definition.ts';
import { gate } from '../../../src/core/form/gate.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';

const portal = await startPortal();
const { db, deps } = portal;
const visitor = await portal.visitor(
  await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
);
const address = '/sprava/agendy/nova';

const begin = (fields: Record<string, string>): Promise<Page> => visitor.submit(address, { fields });

describe('a new agenda', () => {
  test.each(['prazdna', ...templates])(
    'begins as "%s", as a sketch nobody is offered, and opens in the designer',
    async basis => {
      const slug = `zaklad-${basis}`;
      const page = await begin({ title: `Základ ${basis}`, basis });
      expect(page.path).toBe(`/sprava/agendy/${slug}/navrh`);
      expect(await findSketch(db, slug)).toMatchObject({
        number: 1,
        revision: 0,
        definition: { slug, title: `Základ ${basis}` },
      });
      expect((await visitor.get(`/sluzby/${slug}`)).status).toBe(404);
      const record = await db.auditRecord.findFirstOrThrow({ where: { subject: `agenda/${slug}` } });
      expect(record).toMatchObject({ action: 'agendaBegun' });
    },
  );

  test('begins as a copy of another one, under its own name', async () => {
    await begin({ title: 'Přihlášení kočky', slug: 'kocky', basis: 'kopie', source: 'ohlaseni-psa' });
    const copy = await findSketch(db, 'kocky');
    const original = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug: 'ohlaseni-psa' } } });
    expect(copy?.definition).toMatchObject({ slug: 'kocky', title: 'Přihlášení kočky' });
    expect(copy?.definition.steps.length).toBe((original.definition as { steps: [] }).steps.length);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no title', { title: ' ' }, 'title', 'Napište název agendy'],
    ['a title beyond measure', { title: 'á'.repeat(201) }, 'title', 'nejvýš 200'],
    ['an address with diacritics', { slug: 'kočka' }, 'slug', 'jen malá písmena'],
    ['an address that climbs', { slug: '../urad' }, 'slug', 'jen malá písmena'],
    ['a reserved address', { slug: 'nova' }, 'slug', 'jiný význam'],
    ['an address that is taken', { slug: 'ohlaseni-psa' }, 'slug', 'už má jiná agenda'],
    ['a title without a letter of ours', { title: '???' }, 'slug', 'Napište adresu'],
    ['nothing to begin with', { basis: 'telepatie' }, 'basis', 'z\u00a0čeho'],
    ['a copy of nothing', { basis: 'kopie' }, 'source', 'Vyberte agendu'],
    ['a copy of what is not there', { basis: 'kopie', source: 'nic' }, 'source', 'Vyberte agendu'],
  ])('is refused with %s, and the form stays as it was typed', async (_name, typed, field, said) => {
    const before = await db.agenda.count();
    const fields = { title: 'Pokus', basis: 'zadost', slug: '', source: '', ...typed };
    const page = await begin(fields);
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(said);
    expect(page.$('#title').val()).toBe(fields.title);
    expect(await db.agenda.count()).toBe(before);
  });

  test('begun twice at once is begun once', async () => {
    const token = { _csrf: await visitor.token(), title: 'Zároveň', slug: 'zaroven', basis: 'zadost' };
    const pages = await Promise.all([visitor.post(address, token), visitor.post(address, token)]);
    expect(pages.map(({ path }) => path).sort()).toEqual([address, '/sprava/agendy/zaroven/navrh']);
    expect(await db.agendaVersion.count({ where: { agenda: { slug: 'zaroven' } } })).toBe(1);
  });
});

test.each([
  ['Přihlášení psa', 'prihlaseni-psa'],
  ['  Žádost o byt – č. 5/2026 ', 'zadost-o-byt-c-5-2026'],
  ['Ярмарка', ''],
  ['slovo '.repeat(40), 'slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo'],
])('the address of "%s" is proposed as "%s"', (title, slug) => {
  expect(proposeSlug(title)).toBe(slug);
});

describe('the template', () => {
  test.each(templates)('"%s" lacks only what the city and the author know', name => {
    const definition = {
      ...readTemplate(name),
      department: 'spravni',
      lifeSituations: ['poplatky'],
      plan: readTemplate(name).plan.map(step => ({ ...step, department: 'spravni' })),
      translations: { en: { title: 'Trial' } },
    };
    expect(checkDefinition(definition)).toMatchObject({ ok: true });
    const context = {
      today: Temporal.PlainDate.from('2026-05-04'),
      departments: ['spravni'],
      lifeSituations: ['poplatky'],
      offeredIdentity: ['none', 'account'] as const,
    };
    const found = gate(definition, { ...context, offeredIdentity: [...context.offeredIdentity] });
    expect(found).toEqual([]);
  });

  test('from scratch asks who files, and that answer is there to reply to', () => {
    const { steps, applicant } = emptyAgenda();
    const ids = steps.flatMap(step => step.fields.map(({ id }) => id));
    expect(ids).toEqual(Object.values(applicant));
  });
});
