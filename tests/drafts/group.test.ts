import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createOfficer } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { offerAgenda } from './offer-agenda.ts';
import { plain, printed } from './printed.ts';
import { alerts, begin, draftOf } from './walk.ts';

const portal = await startPortal();
const slug = await offerAgenda(
  portal,
  [
    {
      id: 'money',
      title: 'Rozpočet',
      fields: [
        {
          type: 'group',
          id: 'budget',
          label: 'Rozpočet',
          rowLabel: 'Položka',
          max: 3,
          fields: [
            { type: 'text', id: 'item', label: 'Za co' },
            { type: 'money', id: 'price', label: 'Cena' },
            { type: 'date', id: 'on', label: 'Kdy', required: false },
          ],
        },
        {
          type: 'computed',
          id: 'total',
          label: 'Celkem',
          format: 'money',
          value: { sum: [{ var: 'budget' }, 'price'] },
        },
        { type: 'text', id: 'note', label: 'Poznámka' },
      ],
    },
  ],
  {
    fee: {
      summary: 'Podle rozpočtu',
      charge: { by: 'table', rows: [{ label: 'Základ', crowns: 450 }] },
    },
    visit: { needed: true, text: 'Přijďte.', bring: [{ text: 'občanský průkaz' }] },
  },
);

async function atGroup(): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = await portal.visitor();
  const first = await begin(visitor, slug);
  return { visitor, page: await visitor.submit(first, { fields: { name: 'Jana', email: 'jana@example.cz' } }) };
}

const rowsOf = (page: Page) => page.$('input[name=budget-rows]').val();
const add = { _pridat: 'budget' };

describe('a row', () => {
  it('is added by a button, with all that was typed saved and nothing judged', async () => {
    const { visitor, page } = await atGroup();
    expect(rowsOf(page)).toBe('1');
    const more = await visitor.submit(page, { fields: { 'budget-0-item': 'Sál', note: 'Pozor', ...add } });
    expect(more.status).toBe(200);
    expect(rowsOf(more)).toBe('2');
    expect(more.$('[name=budget-0-item]').val()).toBe('Sál');
    expect(more.$('[name=note]').val()).toBe('Pozor');
    expect(more.$('.govuk-error-message').length).toBe(0);
    expect(alerts(more)).toContain('Přidáno: Položka 2.');
  });

  it('is where the browser is led, and can take the focus', async () => {
    const { visitor, page } = await atGroup();
    const _csrf = page.$('input[name=_csrf]').val() as string;
    const sent = visitor.agent.post(page.path).type('form');
    const { headers } = await sent.send({ _csrf, 'budget-rows': '1', ...add });
    const anchor = String(headers['location']).split('#')[1] ?? '';
    expect(anchor).toBe('budget-1');
    const more = await visitor.get(page.path);
    expect(more.$(`#${anchor}`).attr('tabindex')).toBe('-1');
  });

  it('is removed by its button, and the others keep what they hold', async () => {
    const { visitor, page } = await atGroup();
    const two = await visitor.submit(page, { fields: { 'budget-0-item': 'Sál', ...add } });
    const three = await visitor.submit(two, { fields: { 'budget-1-item': 'Tisk', ...add } });
    const left = await visitor.submit(three, { fields: { 'budget-2-item': 'Jídlo', _odebrat: 'budget-1' } });
    expect(rowsOf(left)).toBe('2');
    expect([left.$('[name=budget-0-item]').val(), left.$('[name=budget-1-item]').val()]).toEqual(['Sál', 'Jídlo']);
    expect(alerts(left)).toContain('Odebráno: Položka 2.');
  });

  it('is not moved: people need not put their answers in order', async () => {
    const { visitor, page } = await atGroup();
    const two = await visitor.submit(page, { fields: { 'budget-0-item': 'Sál', ...add } });
    expect(two.$('[name=_odebrat]').length).toBe(2);
    expect(two.$('[name=_nahoru], [name=_dolu]').length).toBe(0);
  });

  it('more than the agenda takes is not offered, nor added by a made-up form', async () => {
    const { visitor, page } = await atGroup();
    const two = await visitor.submit(page, { fields: add });
    const three = await visitor.submit(two, { fields: add });
    expect(three.$('button[name=_pridat]').length).toBe(0);
    expect(three.text).toContain('nejvýš jich může být 3');
    const still = await visitor.submit(three, { fields: add });
    expect(rowsOf(still)).toBe('3');
    expect(alerts(still)).toContain('nejde');
  });

  it.each(['budget', 'budget-', 'budget--1', 'budget-99', 'neni-0', '__proto__-0', 'note-0'])(
    'that is not there cannot be removed: %s',
    async _odebrat => {
      const { visitor, page } = await atGroup();
      const answered = await visitor.submit(page, { fields: { 'budget-0-item': 'Sál', _odebrat } });
      expect(answered.status).toBeLessThan(500);
      expect((await visitor.get(page.path)).$('[name=budget-0-item]').val()).toBe('Sál');
    },
  );

  it('with a mistake is named in the list of mistakes, which leads to the very box', async () => {
    const { visitor, page } = await atGroup();
    const two = await visitor.submit(page, { fields: { 'budget-0-item': 'Sál', 'budget-0-price': '500', ...add } });
    const wrong = { 'budget-1-item': 'Tisk', 'budget-1-price': 'moc', 'budget-1-on-day': '31', note: '' };
    const refused = await visitor.submit(two, { fields: wrong });
    expect(refused.status).toBe(400);
    const links = refused.$('.govuk-error-summary a').toArray();
    expect(links.map(link => refused.$(link).attr('href'))).toEqual(['#budget-1-price', '#budget-1-on-month', '#note']);
    expect(refused.$(links[0]).text()).toMatch(/^Položka 2: /);
    for (const link of links) expect(refused.$(refused.$(link).attr('href') ?? '').is('input')).toBe(true);
    expect(refused.$('[name=budget-1-price]').val()).toBe('moc');
  });
});

describe('what is worked out', () => {
  it('stands on the step, on the summary, on the receipt, in its PDF and on the desk', async () => {
    const { visitor, page } = await atGroup();
    const two = await visitor.submit(page, { fields: { 'budget-0-item': 'Sál', 'budget-0-price': '500', ...add } });
    const fields = { 'budget-1-item': 'Tisk', 'budget-1-price': '1 250', note: 'Nic' };
    const summary = await visitor.submit(two, { fields });
    expect(summary.path).toBe(`${draftOf(page)}/souhrn`);
    expect((await visitor.get(page.path)).$('#total').text()).toBe('1\u00a0750\u00a0Kč');
    const table = summary.$('table.answer-rows');
    expect(table.find('tbody tr').length).toBe(2);
    expect(table.text()).toContain('1\u00a0250\u00a0Kč');
    const receipt = await visitor.submit(summary, { form: 'main form[action$="/odeslani"]' });
    for (const shown of [summary.text, receipt.text]) {
      const text = shown.replaceAll('\u00a0', ' ');
      expect(text).toContain('1 750 Kč');
      expect(text).toMatch(/Poplatek:? ?\s*450 Kč/);
      expect(text).toContain('občanský průkaz');
    }
    expect(receipt.$('table.answer-rows tbody tr').length).toBe(2);
    const paper = await printed(visitor, `${receipt.path}.pdf`);
    const officer = await portal.visitor(await createOfficer(portal.deps, { department: 'spravni' }));
    const desk = await officer.get(`/urad${receipt.path.replace('/potvrzeni', '')}`);
    expect(desk.$('table.answer-rows tbody tr').length).toBe(2);
    for (const text of [paper, plain(desk.text)]) {
      for (const shown of [/Tisk ?1 250 Kč/, /Celkem ?1 750 Kč/, /Poplatek ?450 Kč/, /občanský průkaz/]) {
        expect(text).toMatch(shown);
      }
    }
  });
});

describe('the key Enter', () => {
  it('presses the button that leads on, not one that removes a row', async () => {
    const { visitor, page } = await atGroup();
    const two = await visitor.submit(page, { fields: add });
    expect(two.$('main form button[type=submit]').first().attr('name')).toBeUndefined();
  });
});
