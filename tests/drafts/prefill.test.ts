import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { offerAgenda } from './offer-agenda.ts';
import { begin, draftOf } from './walk.ts';

const portal = await startPortal();
const slug = await offerAgenda(portal, [
  {
    id: 'firm',
    title: 'Firma',
    fields: [
      { type: 'text', id: 'firmName', label: 'Název', prefill: 'organisationName' },
      { type: 'ico', id: 'ico', label: 'IČO', prefill: 'ico' },
      { type: 'address', id: 'seat', label: 'Sídlo', prefill: 'organisationAddress' },
      { type: 'organisation', id: 'whole', label: 'Organizace', ask: ['address'], prefill: 'organisation' },
      { type: 'organisation', id: 'other', label: 'Jiná organizace', required: false },
    ],
  },
]);

const profile = {
  organisationName: 'Perníkářství Dvořák, s. r. o.',
  ico: '00268810',
  'organisationAddress-street': 'Střelecká 1',
  'organisationAddress-city': 'Hradec Králové',
  'organisationAddress-zip': '500 02',
};
const seat = { street: 'Střelecká 1', city: 'Hradec Králové', zip: '500 02' };

/** Signed in, with an organisation among the details of the account. */
async function holder(): Promise<Visitor> {
  const visitor = await portal.visitor(await createCitizen(portal.deps));
  await visitor.submit('/ucet/udaje', { form: 'main form[action="/ucet/udaje"]', fields: profile });
  return visitor;
}

const marked = ({ $ }: Page) =>
  $('main .prefilled')
    .toArray()
    .map(mark => $(mark).attr('id'));

describe('the organisation in the details of an account', () => {
  it('is filled into a new draft, said to be from the account, and gives way to what is typed', async () => {
    const visitor = await holder();
    const page = await visitor.submit(await begin(visitor, slug));
    expect(valuesOf(page)).toEqual({
      firmName: 'Perníkářství Dvořák, s. r. o.',
      ico: '00268810',
      ...named('seat', seat),
      ...named('whole', { name: 'Perníkářství Dvořák, s. r. o.', ico: '00268810', ...seat }),
      ...named('other', { name: '', ico: '' }),
    });
    expect(page.$('main input[readonly], main input[disabled]').length).toBe(0);
    expect(marked(page)).toEqual(['firmName', 'ico', 'seat', 'whole'].map(id => `${id}-prefilled`));
    expect(page.$('#ico-prefilled').text()).toContain('Předvyplněno z\u00a0vašeho účtu, můžete to změnit');
    expect(page.$('#ico').attr('aria-describedby')).toContain('ico-prefilled');

    const typed = { firmName: 'Perníkářství Nová, s. r. o.', 'seat-street': 'Gočárova 2', 'whole-name': 'Spolek' };
    const summary = await visitor.submit(page, { fields: typed });
    expect(summary.path).toBe(`${draftOf(page)}/souhrn`);
    const again = await visitor.get(page.path);
    expect(valuesOf(again)).toEqual({ ...valuesOf(page), ...typed });
    expect(marked(again)).toEqual(['ico-prefilled']);
  });

  it('waits on a form of the city for those who file for a firm', async () => {
    const visitor = await holder();
    const first = await begin(visitor, 'ohlaseni-psa');
    expect(first.$('#companyName').length).toBe(0);
    await visitor.submit(first, { fields: { holderKind: 'company' } });
    const page = await visitor.get(first.path);
    expect(valuesOf(page)).toMatchObject({ companyName: profile.organisationName, companyIco: profile.ico });
    expect(marked(page)).toEqual(['companyName', 'companyIco', 'holderName'].map(id => `${id}-prefilled`));
  });
});

function named(id: string, parts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${id}-${part}`, value]));
}

function valuesOf({ $ }: Page): Record<string, string> {
  const boxes = $('main input.govuk-input').toArray();
  return Object.fromEntries(boxes.map(box => [$(box).attr('name') ?? '', $(box).attr('value') ?? '']));
}
