import type { Page } from 'playwright-core';
import type { Entries, Entry } from '../../src/core/form/answers.ts';

/** Fills in the questions of the step on screen as a person would: by what is visible, from an example filing. */
export async function fillStep(page: Page, entries: Entries): Promise<void> {
  const done = new Set<string>();
  // A choice can make further questions appear, so the page is looked at anew after each.
  for (let question = await nextQuestion(page, done); question; question = await nextQuestion(page, done)) {
    done.add(question.name);
    const typed = typedInto(question.name, entries);
    if (typed === undefined) continue;
    if (question.type === 'radio' || question.type === 'checkbox') {
      for (const value of [typed].flat()) {
        await page.locator(`main [name="${question.name}"][value="${value}"]`).check();
      }
    } else {
      await page.locator(`main [name="${question.name}"]`).fill([typed].flat().join(' '));
    }
  }
}

async function nextQuestion(page: Page, done: Set<string>): Promise<{ name: string; type: string } | undefined> {
  const inputs = await page
    .locator(
      'main form input:visible, main form textarea:visible, main form input[type=radio], main form input[type=checkbox]',
    )
    .evaluateAll(elements =>
      elements.map(element => ({
        name: element.getAttribute('name') ?? '',
        type: element.getAttribute('type') ?? 'text',
      })),
    );
  return inputs.find(({ name, type }) => name !== '' && type !== 'file' && !done.has(name));
}

/** The entry behind an input: `born-day` is the part `day` of the entry `born`. */
function typedInto(name: string, entries: Entries): string | string[] | undefined {
  const whole = entries[name];
  if (typeof whole === 'string' || Array.isArray(whole)) return whole;
  const dash = name.lastIndexOf('-');
  const parts: Entry | undefined = dash > 0 ? entries[name.slice(0, dash)] : undefined;
  return typeof parts === 'object' && !Array.isArray(parts) ? parts[name.slice(dash + 1)] : undefined;
}
