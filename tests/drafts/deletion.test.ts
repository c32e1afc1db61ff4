import { expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { samples } from '../attachments/samples.ts';
import { storedFiles } from './stored-files.ts';
import { alerts, begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();

it('a draft is deleted with its files after asking, and its pages are gone', async () => {
  const visitor = await portal.visitor();
  const first = await begin(visitor, 'zadost-o-informace');
  const file = { field: 'file', content: samples.pdf, filename: 'psík.pdf' };
  await visitor.submit(`${draftOf(first)}/prilohy`, { form: '#annex-slot form[enctype]', file });
  expect(await storedFiles(portal.deps)).toHaveLength(1);

  const question = await visitor.get(`${draftOf(first)}/smazat`);
  expect(question.$('h1').text()).toContain('Smazat');
  expect(await portal.db.draft.count({ where: { id: draftId(first) } })).toBe(1);
  const done = await visitor.submit(question);
  expect(done.path).toBe('/');
  expect(alerts(done)).toContain('smazané');

  expect(await portal.db.draft.count({ where: { id: draftId(first) } })).toBe(0);
  expect(await storedFiles(portal.deps)).toHaveLength(0);
  expect((await visitor.get(first.path)).status).toBe(404);
});

it('an account ends among its filings', async () => {
  const visitor = await portal.visitor(await createCitizen(portal.deps));
  const first = await begin(visitor, 'zadost-o-informace');
  const done = await visitor.submit(`${draftOf(first)}/smazat`);
  expect(done.path).toBe('/moje');
});
