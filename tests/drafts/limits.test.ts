import { afterEach, describe, expect, it } from 'vitest';
import { samples } from '../attachments/samples.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { begin, draftOf } from './walk.ts';

const rates = {
  signInPerAddress: 100,
  signInPerAccount: 100,
  registerPerAddress: 100,
  resetPerAddress: 100,
  resetPerAccount: 100,
  statusPerAddress: 100,
  draftsPerAddress: 3,
  uploadsPerAddress: 2,
  messagesPerAddress: 100,
  looksPerOfficer: 100,
};
const { db, deps, visitor } = await startPortal({ rates });
afterEach(() => db.rateLimit.deleteMany());

describe('one address', () => {
  it('begins only so many forms, with an account or without', async () => {
    for (const person of [undefined, undefined, await createCitizen(deps)])
      expect((await begin(await visitor(person), 'zadost-o-informace')).status).toBe(200);
    const drafts = await db.draft.count();
    const page = await begin(await visitor(), 'zadost-o-informace');
    expect(page.status).toBe(429);
    expect(page.$('h1').text()).toBe('Chvíli prosím počkejte');
    expect(await db.draft.count()).toBe(drafts);
  });

  it('sends only so many files, and is told why not more', async () => {
    const guest = await visitor();
    const draft = draftOf(await begin(guest, 'zadost-o-informace'));
    const upload = (content: Buffer) =>
      guest.submit(`${draft}/prilohy`, {
        form: '#annex-slot form[enctype]',
        file: { field: 'file', content, filename: 'x' },
      });
    expect((await upload(samples.pdf)).status).toBe(200);
    expect((await upload(samples.jpg)).status).toBe(200);
    const page = await upload(samples.png);
    expect(page.status).toBe(429);
    expect(page.$('[data-reason]').text()).toMatch(/za 15\sminut/);
    expect(await db.attachment.count()).toBe(2);
  });
});
