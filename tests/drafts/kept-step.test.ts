import { beforeEach, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { type CitizenAccount, createCitizen, createDraft } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

/** What somebody typed on a step of a form when their session was over. */

const portal = await startPortal();
const { deps, db } = portal;
const owner = await createCitizen(deps, 'Jana Nováková');
const other = await createCitizen(deps, 'Petr Svoboda');
const fields = { dogName: 'Bára <b>tajná</b>', breed: 'border kolie' };

let visitor: Visitor;
let step: string;
beforeEach(async () => {
  const { id } = await createDraft(deps, { agenda: 'ohlaseni-psa', owner });
  step = `/podani/${id}/dog`;
  visitor = await portal.visitor(owner);
});

const signIn = (page: Page, { email, password }: CitizenAccount): Promise<Page> =>
  visitor.submit(page, { form: 'form:has([name=password])', fields: { email, password } });
const send = (page: Page, more = {}): Promise<Page> =>
  visitor.submit(page, { form: '#krok-formulare', fields: { ...fields, ...more } });

describe('a step', () => {
  test('is back as it was typed after signing in, and is saved when it is sent', async () => {
    const page = await visitor.get(step);
    await db.session.deleteMany();
    const signedOut = await send(page);
    expect(signedOut.path).toContain('/prihlaseni?zpet=');
    expect(signedOut.text).toContain('Co jste vyplnili, máme uložené');
    const back = await signIn(signedOut, owner);
    expect(back.path).toBe(step);
    expect(back.$('[name=dogName]').val()).toBe(fields.dogName);
    expect(back.text).toContain('než vaše přihlášení skončilo');
    await visitor.submit(back, { form: '#krok-formulare' });
    const again = await visitor.get(step);
    expect(again.$('[name=dogName]').val()).toBe(fields.dogName);
    expect(again.text).not.toContain('než vaše přihlášení skončilo');
  });

  test('is kept as well when they have signed in again in another window', async () => {
    const page = await visitor.get(step);
    await db.session.deleteMany();
    await signIn(await visitor.get('/prihlaseni'), owner);
    const back = await send(page);
    expect(back.path).toBe(step);
    expect(back.$('[name=dogName]').val()).toBe(fields.dogName);
  });

  test('is shown to nobody else, lies sealed, and without its key is not kept', async () => {
    const page = await visitor.get(step);
    await db.session.deleteMany();
    const signedOut = await send(page);
    expect(JSON.stringify(await db.session.findMany())).not.toContain('tajná');
    const theirs = await signIn(signedOut, other);
    expect(theirs.html).not.toContain('tajná');
    await db.session.deleteMany();
    for (const klic of [undefined, 'x', 'x'.repeat(1000)]) {
      expect((await send(page, { klic })).status).toBe(404);
    }
  });
});
