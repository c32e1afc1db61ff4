import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Entries, Entry } from '../../src/core/form/answers.ts';

const inputs = z.array(z.object({ name: z.string(), type: z.string() }));

/** Answers the questions of the step on screen as a person would, from an example filing; the rest stays as it is. */
export async function fillStep(page: Page, entries: Entries): Promise<void> {
  for (const { name, type } of await questions(page)) {
    const typed = typedInto(name, entries);
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

/** The entry behind an input: `born-day` is the part `day` of the entry `born`. */
function typedInto(name: string, entries: Entries): string | string[] | undefined {
  const whole = entries[name];
  if (typeof whole === 'string' || Array.isArray(whole)) return whole;
  const dash = name.lastIndexOf('-');
  const parts: Entry | undefined = dash > 0 ? entries[name.slice(0, dash)] : undefined;
  return typeof parts === 'object' && !Array.isArray(parts) ? parts[name.slice(dash + 1)] : undefined;
}
