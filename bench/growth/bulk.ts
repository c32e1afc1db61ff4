import { Browser } from '../browser.ts';
import { type Figure, middle, type Print } from '../figure.ts';
import { changeBare } from '../floors/bulk.ts';
import type { City } from './two-cities.ts';

const list = 'pohled=odbor&na-strance=500';
const turns = 3;

/**
 * Five hundred cases handed over at once by a clerk, from the click until the page says that all are done; against a bare
 * program that changes the same cases.
 */
export async function benchBulk({ origin, databaseUrl }: City, print: Print): Promise<void> {
  const clerk = await Browser.signedIn(origin, 'marie.dvorakova@hradeckralove.example');
  const figures: Figure[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const { html } = await clerk.get(`/urad?${list}`);
    const boxes = values(html, /name="pripad" value="([^"]+)"/g);
    // Each time to somebody else, since nothing is handed over to who has it.
    const officer = values(html, /<option value="(urednik:[^"]+)">Úředník/g)[turn * 5];
    if (officer === undefined || boxes.length !== 500) throw new Error(`a list of ${boxes.length}`);
    const references = boxes.map(box => box.split('.')[0] ?? '');
    const floor = await changeBare({ databaseUrl, references, concurrency: 8 });
    figures.push({ name: 'bulk', value: await handOver(clerk, { html, boxes, officer }), floor, unit: 'ms' });
  }
  print(middle(figures));
}

interface Step {
  html: string;
  boxes: string[];
  officer: string;
}

async function handOver(clerk: Browser, { html, boxes, officer }: Step): Promise<number> {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const form = new URLSearchParams({ _csrf: token, krok: 'prideleni', komu: officer, duvod: 'Rozdělení práce.' });
  for (const box of boxes) form.append('pripad', box);
  const started = performance.now();
  const path = await clerk.post(`/urad/hromadne?${list}`, form);
  for (;;) {
    const { html: page } = await clerk.get(path);
    if (!page.includes('data-running')) {
      const done = page.split('>Hotovo<').length - 1;
      if (done < boxes.length * 0.9) throw new Error(`only ${done} of ${boxes.length} were done`);
      return performance.now() - started;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

function values(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].flatMap(([, value]) => value ?? []);
}
