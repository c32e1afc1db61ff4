import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { beginAgenda } from '../../../../src/admin/agendas/begin-agenda.ts';
import { findSketch, saveSketch } from '../../../../src/admin/agendas/sketch.ts';
import type { Definition } from '../../../../src/core/form/definition.ts';
import { startPortal } from '../../../support/app.ts';
import { createDraft, createOfficer } from '../../../support/factories.ts';
import { everything, valueAt, withAt } from './edits.ts';

const portal = await startPortal();
const admin = await createOfficer(portal.deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);

/** A sketch of its own, made of an agenda of the seed. */
async function sketch(agenda = 'zabor-verejneho-prostranstvi'): Promise<string> {
  return sketchOf((await createDraft(portal.deps, { agenda })).definition);
}

async function sketchOf(definition: Definition): Promise<string> {
  const slug = `agenda-${randomUUID().slice(0, 8)}`;
  await beginAgenda(portal.deps, { definition: { ...definition, slug }, actor: admin.actor, now: portal.deps.now() });
  return slug;
}

async function stored(slug: string): Promise<Definition> {
  const found = await findSketch(portal.deps.db, slug);
  if (!found) throw new Error('no sketch');
  return found.definition;
}

const partOf = (slug: string, part: string) => `/sprava/agendy/${slug}/navrh/nastaveni/${part}`;
const placeOf = (slug: string, place: string) => `/sprava/agendy/${slug}/navrh/podminky/${place}`;

describe('a part of a sketch', () => {
  it('is saved, and what the form does not show stays', async () => {
    const slug = await sketch();
    const before = await stored(slug);
    const page = await visitor.submit(partOf(slug, 'zaklad'), { fields: { title: 'Nový název' } });
    expect(page.status).toBe(200);
    expect(await stored(slug)).toEqual({ ...before, title: 'Nový název' });
  });

  it.each([
    ['dopisy', { filed: 'Čekejte na nás.', 'letters-1-title': 'Výzva' }, ['mails.filed', 'letters.1.title']],
    ['jazyk-en', { text0: 'Public space', text1: 'Ask for it.' }, ['translations.en.title', 'translations.en.summary']],
    ['lide', { whoMayFile: 'Kdokoli.', department: 'spravni' }, ['whoMayFile.text', 'department']],
    [
      'poplatek',
      { 'rows-1-amount': 'Nic', 'chargeRows-1-crowns': '7' },
      ['fee.rows.1.amount', 'fee.charge.rows.1.crowns'],
    ],
  ])('%s is read again where it was written and in the exported document', async (part, typed, places) => {
    const slug = await sketch();
    const { $ } = await visitor.submit(partOf(slug, part), { fields: typed });
    const shown = Object.keys(typed).map(name =>
      $(`:is([type=text], textarea, select, :checked)[name="${name}"]`).val(),
    );
    expect(shown).toEqual(Object.values(typed));
    const exported: unknown = JSON.parse((await visitor.get(`/sprava/agendy/${slug}/verze/1/dokument.json`)).html);
    expect(places.map(place => String(valueAt(exported, place)))).toEqual(Object.values(typed));
  });

  it('gets a row more, and what was typed with it is kept', async () => {
    const slug = await sketch();
    const before = await stored(slug);
    const page = await visitor.submit(partOf(slug, 'pravo'), {
      fields: { 'law-0-text': 'Jinak řečeno', _pridat: 'law' },
    });
    expect(page.$('[name="law-rows"]').val()).toBe(String(before.law.length + 1));
    expect((await stored(slug)).law[0]?.text).toBe('Jinak řečeno');
  });

  it('loses the row whose button was pressed, and no other', async () => {
    const slug = await sketch();
    const before = await stored(slug);
    await visitor.submit(partOf(slug, 'postup'), { fields: { _odebrat: 'plan-1' } });
    expect((await stored(slug)).plan).toEqual(before.plan.toSpliced(1, 1));
  });

  it.each([
    ['prilohy', 'attachments', 'attachments'],
    ['poplatek', 'rows', 'fee.rows'],
    ['poplatek', 'chargeRows', 'fee.charge.rows'],
    ['postup', 'plan', 'plan'],
    ['dopisy', 'letters', 'letters'],
    ['pravo', 'law', 'law'],
    ['navsteva', 'bring', 'visit.bring'],
    ['pravidla', 'rules', 'rules'],
  ])('%s moves a row of %s up and down by its buttons, with all that belongs to it', async (part, group, list) => {
    const slug = await sketchOf(everything);
    const [first, second, ...others] = valueAt(await stored(slug), list) as unknown[];
    const before = await visitor.get(partOf(slug, part));
    const button = before.$(`button[name=_nahoru][value="${group}-1"]`);
    expect(button.attr('aria-label')).toMatch(/^Posunout řádek 2 nahoru: /);
    const moved = await visitor.submit(before, { fields: { _nahoru: `${group}-1` } });
    expect(valueAt(await stored(slug), list)).toEqual([second, first, ...others]);
    await visitor.submit(moved, { fields: { _dolu: `${group}-0` } });
    expect(await stored(slug)).toEqual({ ...everything, slug });
  });

  it('keeps what was typed when a row moves, and goes on at the row', async () => {
    const slug = await sketch();
    const { plan } = await stored(slug);
    const form = await visitor.get(partOf(slug, 'postup'));
    const [_csrf, revize] = ['_csrf', 'revize'].map(name => form.$(`form[data-autosave] [name=${name}]`).val());
    const answer = await visitor.agent
      .post(partOf(slug, 'postup'))
      .type('form')
      .send({ _csrf, revize, kind: 'administrative', 'plan-rows': '3', _nahoru: 'plan-2' })
      .send({ 'plan-0-title': 'První', 'plan-0-targetDays': '1', 'plan-1-title': 'Druhá', 'plan-1-targetDays': '2' })
      .send({ 'plan-2-title': 'Nová', 'plan-2-targetDays': '3' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `${partOf(slug, 'postup')}#plan-1`]);
    expect((await stored(slug)).plan).toEqual([
      { id: plan[0]?.id, title: 'První', department: '', targetDays: 1 },
      { id: plan[2]?.id, title: 'Nová', department: '', targetDays: 3 },
      { id: plan[1]?.id, title: 'Druhá', department: '', targetDays: 2 },
    ]);
  });

  it('moves a row past an empty one, which is gone', async () => {
    const slug = await sketch();
    const { plan } = await stored(slug);
    const empty = { 'plan-1-title': '', 'plan-1-department': '', 'plan-1-targetDays': '' };
    await visitor.submit(partOf(slug, 'postup'), { fields: { ...empty, _nahoru: 'plan-2' } });
    expect((await stored(slug)).plan).toEqual(plan.toSpliced(1, 1));
  });

  it.each(['law-0', 'law-99', 'law-', 'law', 'constructor-1', 'plan-1', '../x', ''])(
    'is only saved when the row to be moved up is %j',
    async _nahoru => {
      const slug = await sketch();
      const before = await stored(slug);
      const page = await visitor.submit(partOf(slug, 'pravo'), { fields: { 'law-0-text': 'Jinak', _nahoru } });
      expect(page.status).toBe(200);
      expect(await stored(slug)).toEqual(withAt(before, 'law.0.text', 'Jinak'));
    },
  );

  it.each([
    ['a row', 'postup', { _odebrat: 'plan-1' }, 'plan.owner.title'],
    ['a text that may be left out', 'poplatek', { note: '' }, 'fee.note'],
  ])('that loses %s loses its translation too, which could not be published', async (_what, part, fields, key) => {
    const en = { title: 'Permit', [key]: 'In English' };
    const slug = await sketchOf({ ...everything, translations: { en } });
    await visitor.submit(partOf(slug, part), { fields });
    expect((await stored(slug)).translations).toEqual({ en: { title: 'Permit' } });
    expect((await visitor.get(`/sprava/agendy/${slug}/verze/1/zverejneni`)).text).not.toContain('Překlad');
  });

  it('that is wrong stays where it was typed though a row was to move', async () => {
    const slug = await sketch();
    const before = await stored(slug);
    const page = await visitor.submit(partOf(slug, 'postup'), {
      fields: { 'plan-0-targetDays': 'brzy', 'plan-1-title': 'Jinak', _nahoru: 'plan-1' },
    });
    expect(page.status).toBe(400);
    expect(page.$('[name="plan-0-targetDays"]').val()).toBe('brzy');
    expect(page.$('[name="plan-1-title"]').val()).toBe('Jinak');
    expect(await stored(slug)).toEqual(before);
  });

  it('that is wrong is refused with what was typed, and nothing is saved', async () => {
    const slug = await sketch();
    const before = await stored(slug);
    const page = await visitor.submit(partOf(slug, 'postup'), { fields: { 'plan-0-targetDays': 'brzy' } });
    expect(page.status).toBe(400);
    expect(page.$('[name="plan-0-targetDays"]').val()).toBe('brzy');
    expect(page.$('.govuk-error-summary').text()).toContain('Zadejte celé číslo');
    expect(await stored(slug)).toEqual(before);
  });

  it('with an address that is none is refused', async () => {
    const slug = await sketch();
    const page = await visitor.submit(partOf(slug, 'pravo'), { fields: { 'law-0-url': 'javascript:alert(1)' } });
    expect(page.status).toBe(400);
    expect((await stored(slug)).law[0]?.url).not.toContain('javascript');
  });

  it('saved by somebody else meanwhile is not overwritten, and what was typed is shown', async () => {
    const slug = await sketch();
    const path = partOf(slug, 'zaklad');
    const form = await visitor.get(path);
    const { revision, definition } = (await findSketch(portal.deps.db, slug)) ?? {};
    if (revision === undefined || !definition) throw new Error('no sketch');
    const other = await createOfficer(portal.deps, {
      department: 'informatiky',
      roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
      name: 'Eva Jiná',
    });
    await saveSketch(portal.deps, { slug, revision, definition, actor: other.actor, now: portal.deps.now() });
    const page = await visitor.submit(form, { fields: { title: 'Můj název' } });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Eva Jiná');
    // Only what differs, under the name of its box.
    expect(page.$('.govuk-summary-list').text().replaceAll(/\s+/g, ' ').trim()).toBe('Název službyMůj název');
    expect((await stored(slug)).title).toBe(definition.title);
  });

  it.each(['neni', 'constructor', 'jazyk-de', 'jazyk-en-'])('%s is not there', async part => {
    expect((await visitor.get(partOf(await sketch(), part))).status).toBe(404);
  });
});

describe('a condition of a row', () => {
  it('is taken from a question by its words', async () => {
    const slug = await sketch();
    const path = placeOf(slug, 'attachments.0.when');
    await visitor.submit(path, { fields: { 'podminka-nova': 'limitsTraffic', akce: 'podminka-pridat' } });
    expect((await stored(slug)).attachments[0]?.when).toEqual({ '==': [{ var: 'limitsTraffic' }, true] });
    expect((await visitor.get(partOf(slug, 'prilohy'))).text).toContain('„Omezíte chodce nebo auta?“ je „Ano“');
  });

  it('that is no JSON Logic is refused, and shown as it was typed', async () => {
    const slug = await sketch();
    const page = await visitor.submit(placeOf(slug, 'attachments.0.when'), {
      fields: { 'podminka-json': '{"==": [', akce: 'podminka-json' },
    });
    expect(page.status).toBe(400);
    expect(page.$('[name="podminka-json"]').val()).toBe('{"==": [');
  });

  it.each([
    'attachments.99.when',
    'attachments.0.label',
    'visit.bring.0.text',
    '__proto__.0.when',
    'fee.charge.crowns',
  ])('at %s is not there', async place => {
    expect((await visitor.get(placeOf(await sketch('zadost-o-informace'), place))).status).toBe(404);
  });
});
