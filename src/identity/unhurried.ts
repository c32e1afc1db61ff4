import { setTimeout as delay } from 'node:timers/promises';

const atLeastMs = 300;

/** Takes at least a moment, so that nobody reads from the time whether there was anything to do. */
export async function unhurried<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, delay(atLeastMs)]);
  return result;
}
