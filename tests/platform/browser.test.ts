import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

test('the browser from npm shows a page, with Czech letters, and keeps to its policy', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(
      `data:text/html;charset=utf-8,<meta http-equiv="content-security-policy" content="script-src 'none'">
       <h1>Příliš žluťoučký kůň</h1><script>document.title = 'ran'</script>`,
    );
    expect(await page.getByRole('heading').textContent()).toBe('Příliš žluťoučký kůň');
    expect(await page.title()).toBe('');
    expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG');
  } finally {
    await browser.close();
  }
});
