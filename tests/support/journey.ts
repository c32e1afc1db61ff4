import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Entries } from '../../src/core/form/answers.ts';
import { typedUnder } from './typed-under.ts';

const inputs = z.array(z.object({ name: z.string(), type: z.string() }));

/** Answers the questions of the step on screen as a person would, from an example filing; the rest stays as it is. */
export async function fillStep(page: Page, entries: Entries): Promise<void> {
  for (const { name, type } of await questions(page)) {
    const typed = typedUnder(name, entries);
    if (typed === undefined) continue;
    const input = `main [name="${name}"]`;
    if (type === 'radio' || type === 'checkbox') {
      for (const value of [typed].flat()) await page.locator(`${input}[value="${value}"]`).check();
    } else if (type === 'select-one') {
      await page.locator(input).selectOption(typed);
    } else {
      await page.locator(input).fill([typed].flat().join(' '));
    }
  }
}

async function questions(page: Page): Promise<{ name: string; type: string }[]> {
  // An expression for the browser, which has other globals than this file.
  const found = `[...document.querySelectorAll('main form :is(input, textarea, select)')]`;
  const all = inputs.parse(await page.evaluate(`${found}.map(({ name, type }) => ({ name, type }))`));
  const asked = all.filter(({ name, type }) => name !== '' && type !== 'hidden' && type !== 'file');
  return [...new Map(asked.map(input => [input.name, input])).values()];
}
