import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const findings = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What axe has against the page, in words that name the place. The page's context has to bypass its CSP. */
export async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = findings.parse(await page.evaluate(`axe.run(${JSON.stringify({ runOnly: standards })})`));
  return results.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}
