import type { Locator } from 'playwright-core';

/** With the keyboard alone: to it by Tab as a person goes, and Enter. */
export async function enterByKeyboard(target: Locator): Promise<void> {
  await reachByKeyboard(target);
  await target.page().keyboard.press('Enter');
}

/** To it by Tab. Fails when Tab never gets there. */
export async function reachByKeyboard(target: Locator): Promise<void> {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let stop = 0; stop < 100; stop += 1) {
    await keyboard.press('Tab');
    if ((await target.and(target.page().locator(':focus')).count()) === 1) return;
  }
  throw new Error(`the keyboard does not reach ${target.toString()}`);
}
