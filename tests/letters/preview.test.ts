import { beforeAll, describe, expect, test } from 'vitest';
import { takeOverCase } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { complaints } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createCase, createOfficer } from '../support/factories.ts';
import { served } from '../support/served.ts';

/** A letter shown as it is being written. */

const portal = await startPortal({ demo: true });
const { deps } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });

describe.each([
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
])('with a script, $width wide', viewport => {
  let origin: string;
  beforeAll(async () => {
    origin = await served(portal.app);
  });

  test('what is typed is seen at once, and nothing is wider than the page', async () => {
    const { id, reference } = await createCase(deps);
    await takeOverCase(deps, { caseId: id, expectedVersion: 1, actor: clerk.actor, now: deps.now() });
    const browser = await launchBrowser();
    // The policy of the portal would refuse axe, which is not the portal's.
    const page = await browser.newPage({ baseURL: origin, viewport, bypassCSP: true });
    await page.goto('/prihlaseni');
    await page.fill('#email', clerk.email);
    await page.fill('#password', clerk.password);
    await page.press('#password', 'Enter');
    await page.waitForURL(url => url.pathname !== '/prihlaseni');
    await page.goto(`/urad/pripady/${reference}/dopisy/novy`);
    await page.fill('#nazev', 'Rozhodnutí o\u00a0úlevě');
    await page.fill('#text', '# Výrok\n\n- první\n- druhý');
    await page.getByRole('heading', { name: 'Výrok' }).waitFor();
    expect(await page.locator('#nahled li').count()).toBe(2);
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Uložit' }).click();
    await page.getByText('Dopis je uložený.').waitFor();
    expect(await complaints(page)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await browser.close();
  });
});
