import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const visitor = await portal.visitor(await createOfficer(deps, { department: 'informatiky', roles: ['admin'] }));

test('the administrator sees what waits, what fails and why, and never what is said or to whom', async () => {
  const waiting = await createCase(deps);
  const failing = await createCase(deps);
  const sent = await createCase(deps);
  await db.mail.updateMany({
    where: { caseId: failing.id },
    data: { attempts: 3, lastError: 'connect ECONNREFUSED', lastAttemptAt: new Date() },
  });
  await db.mail.updateMany({ where: { caseId: sent.id }, data: { attempts: 1, sentAt: new Date() } });

  const { $, text, html } = await visitor.get('/sprava/posta');
  const counts = $('.facts__value')
    .toArray()
    .map(value => $(value).text());
  expect(counts).toEqual(['1', '1', '1']);
  const rows = $('tbody tr')
    .toArray()
    .map(row => $(row).text().replace(/\s+/g, ' '));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain(failing.reference);
  expect(rows[0]).toContain('Nedaří se 3 connect ECONNREFUSED');
  expect(rows[1]).toContain(waiting.reference);
  expect(text).not.toContain(sent.reference);
  expect(html).not.toContain('marie.dvorakova@example.cz');
});

test('the overview says when mail does not go out', async () => {
  const { $ } = await visitor.get('/sprava');
  expect($('.facts__item--urgent').text()).toContain('E-maily, které se nedaří odeslat');
});
