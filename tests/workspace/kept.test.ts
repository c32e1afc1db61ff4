import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer, type OfficerAccount } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');

const department = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department, name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department, name: 'Pavel Černý' });

const form = (resource: string) => `main form[action$="/${resource}"]`;
const desk = (reference: string) => `/urad/pripady/${reference}`;
const written = { vysledek: 'refused', oduvodneni: 'Pečlivě psané odůvodnění.' };

/** A case taken over, its desk open, and then the session is over. */
async function overtaken(): Promise<{ reference: string; visitor: Visitor; old: Page }> {
  const { reference } = await createCase(deps);
  const visitor = await portal.visitor(clerk);
  const old = await visitor.submit(desk(reference), { form: form('prevzeti') });
  await db.session.deleteMany();
  return { reference, visitor, old };
}

const signIn = (page: Page, visitor: Visitor, { email, password }: OfficerAccount): Promise<Page> =>
  visitor.submit(page, { form: 'form:has([name=password])', fields: { email, password } });

describe('what was typed when the session was over', () => {
  test('is back in its form after signing in, and nothing was done meanwhile', async () => {
    const { reference, visitor, old } = await overtaken();
    const signedOut = await visitor.submit(old, { form: form('rozhodnuti'), fields: written });
    expect(signedOut.path).toContain('/prihlaseni');
    expect(signedOut.text).toContain('Co jste napsali, máme uložené');
    const page = await signIn(signedOut, visitor, clerk);
    expect(page.path).toBe(desk(reference));
    expect(page.$('details[open] #oduvodneni').val()).toBe(written.oduvodneni);
    expect(page.$('input[name=vysledek][checked]').attr('value')).toBe('refused');
    expect(page.$('.notification--warning').text()).toContain('než vaše přihlášení skončilo');
    expect((await db.case.findUniqueOrThrow({ where: { reference } })).state).toBe('takenOver');

    const sent = await visitor.submit(page, { form: form('rozhodnuti') });
    expect(sent.$('.desk__state').text()).toContain('Zamítnuto');
    expect((await visitor.get(desk(reference))).html).not.toContain('než vaše přihlášení skončilo');
  });

  test('is kept sealed: the session shows none of it', async () => {
    const { visitor, old } = await overtaken();
    await visitor.submit(old, { form: form('rozhodnuti'), fields: written });
    const sessions = JSON.stringify(await db.session.findMany());
    expect(sessions).toContain('keptForms');
    expect(sessions).not.toContain('Pečlivě');
  });

  test('is not shown to a colleague who signs in at the same computer', async () => {
    const { reference, visitor, old } = await overtaken();
    const signedOut = await visitor.submit(old, { form: form('rozhodnuti'), fields: written });
    const page = await signIn(signedOut, visitor, colleague);
    expect(page.path).toBe(desk(reference));
    expect(page.html).not.toContain('Pečlivě');
  });

  test('is given back to be copied where others have decided the case meanwhile', async () => {
    const { reference, visitor, old } = await overtaken();
    const signedOut = await visitor.submit(old, { form: form('rozhodnuti'), fields: written });
    const quicker = await portal.visitor(colleague);
    const fields = { vysledek: 'granted', oduvodneni: 'Ano.' };
    await quicker.submit(desk(reference), { form: form('rozhodnuti'), fields });
    const page = await signIn(signedOut, visitor, clerk);
    expect(page.text).toContain('Vyhověno (Pavel Černý');
    expect(page.$('blockquote').text()).toContain(written.oduvodneni);
  });

  test('is kept as well when the officer has signed in again in another window', async () => {
    const { reference, visitor, old } = await overtaken();
    await signIn(await visitor.get('/prihlaseni'), visitor, clerk);
    const page = await visitor.submit(old, { form: form('poznamky'), fields: { poznamka: 'Volal soused.' } });
    expect(page.path).toBe(desk(reference));
    expect(page.$('#poznamka').val()).toBe('Volal soused.');
    expect(await db.caseNote.count({ where: { case: { reference } } })).toBe(0);
  });

  test('of a message that was to go with a file is its text', async () => {
    const { reference, visitor, old } = await overtaken();
    const message = { form: form('zpravy'), fields: { zprava: 'Dobrý den, posílám plán.' } };
    const file = { field: 'soubory', filename: 'plan.pdf', content: '%PDF-1.7' };
    const signedOut = await visitor.submit(old, { ...message, file });
    expect(signedOut.path).toContain('/prihlaseni');
    const page = await signIn(signedOut, visitor, clerk);
    expect(page.$('#zprava').text()).toContain('Dobrý den, posílám plán.');
    expect(await db.caseMessage.count({ where: { case: { reference } } })).toBe(0);
    expect(await db.attachment.count({ where: { message: { case: { reference } } } })).toBe(0);

    const again = await visitor.submit(old, { ...message, file });
    expect(again.$('#zprava').text()).toContain('Dobrý den, posílám plán.');
    await visitor.submit(again, { form: form('zpravy'), file });
    expect(await db.caseMessage.count({ where: { case: { reference } } })).toBe(1);
    expect((await visitor.get(desk(reference))).$('#zprava').text().trim()).toBe('');
  });
});

test.each(['', 'x', 'A'.repeat(400)])('a form that is not the portal’s leaves nothing behind: key „%s“', async klic => {
  const { reference } = await createCase(deps);
  const visitor = await portal.visitor();
  const page = await visitor.post(`${desk(reference)}/poznamky`, { klic, verze: '1', poznamka: 'Podvržená poznámka.' });
  expect(page.path).toBe('/prihlaseni');
  const signedIn = await signIn(page, visitor, clerk);
  expect((await visitor.get(desk(reference))).html).not.toContain('Podvržená');
  expect(signedIn.status).toBe(200);
});
