import { describe, expect, test } from 'vitest';
import { trackingCode } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { createCase } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const mismatch = 'Značka a sledovací kód k sobě nepatří.';

async function guestCase() {
  const filed = await createCase(deps);
  return { ...filed, code: trackingCode(deps.vault, filed.id) };
}

describe('following a case without an account', () => {
  test('the reference and the code open it in this browser, and in no other', async () => {
    const { id, reference, code } = await guestCase();
    const visitor = await portal.visitor();
    const page = await visitor.submit('/stav', { fields: { reference, code } });
    expect([page.status, page.path]).toEqual([200, `/pripady/${reference}`]);
    expect((await visitor.get(`/pripady/${reference}/potvrzeni`)).text).toContain(code);
    expect((await (await portal.visitor()).get(`/pripady/${reference}`)).status).toBe(404);
    const audit = await db.auditRecord.findFirst({ where: { subject: `case/${id}`, action: 'caseOpenedByCode' } });
    expect(audit).toMatchObject({ actorKind: 'guest' });
  });

  test('both are read as people type them', async () => {
    const { reference, code } = await guestCase();
    const typed = {
      reference: ` ${reference.toLowerCase().replaceAll('-', ' ')} `,
      code: code.toLowerCase().replaceAll('-', ''),
    };
    const page = await (await portal.visitor()).submit('/stav', { fields: typed });
    expect(page.path).toBe(`/pripady/${reference}`);
  });

  test('the link of the mail fills in the reference', async () => {
    const { reference } = await guestCase();
    const { $ } = await (await portal.visitor()).get(`/stav?znacka=${reference}`);
    expect($('#reference').val()).toBe(reference);
  });

  test('what is missing is asked for, and what was typed stays', async () => {
    const page = await (await portal.visitor()).submit('/stav', { fields: { reference: 'HK26' } });
    expect(page.status).toBe(400);
    expect(page.$('#code-error').text()).toContain('Zadejte sledovací kód');
    expect(page.$('#reference').val()).toBe('HK26');
  });
});

describe('the answer does not say what was wrong', () => {
  test.each(['wrongCode', 'noSuchCase', 'mistyped', 'anotherCode'] as const)('%s', async kind => {
    const { reference, code } = await guestCase();
    const other = await guestCase();
    const typed = {
      wrongCode: { reference, code: '0000-0000-0000' },
      noSuchCase: { reference: 'HK26-99999-X', code },
      mistyped: { reference: reference.replace(/.$/, last => (last === 'A' ? 'B' : 'A')), code },
      anotherCode: { reference, code: other.code },
    };
    const page = await (await portal.visitor()).submit('/stav', { fields: typed[kind] });
    expect(page.status).toBe(400);
    expect(page.text).toContain(mismatch);
  });
});

describe('guessing', () => {
  test('of one case’s code ends after ten attempts, from wherever they come; the right code does not count', async () => {
    const { reference, code } = await guestCase();
    const wrong = { reference, code: '0000-0000-0000' };
    await (await portal.visitor()).submit('/stav', { fields: { reference, code } });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const visitor = await portal.visitor();
      expect((await visitor.submit('/stav', { fields: wrong })).status).toBe(400);
    }
    const page = await (await portal.visitor()).submit('/stav', { fields: { reference, code } });
    expect(page.status).toBe(429);
    expect(page.text).toContain('Je to příliš mnoho pokusů za sebou.');
  });

  test('from one address ends too, whichever cases it tries', async () => {
    const strict = await startPortal({ rates: { ...deps.config.rates, statusPerAddress: 3 } });
    const visitor = await strict.visitor();
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const fields = { reference: 'HK26-99999-X', code: `0000-0000-000${attempt}` };
      statuses.push((await visitor.submit('/stav', { fields })).status);
    }
    expect(statuses).toEqual([400, 400, 400, 429]);
  });
});
