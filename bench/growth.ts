import { type Figure, middle, type Print, ratioOf } from './figure.ts';
import { benchBulk } from './growth/bulk.ts';
import { type Page, pagesOf } from './growth/pages.ts';
import { openCities } from './growth/two-cities.ts';

interface Params {
  folder: string;
  cases: number;
  print: Print;
}

const turns = 5;
const visits = 16;

/**
 * How much more a page costs with many cases than with few: the usual time of one request, in the large city against
 * the small one (the floor), taking turns. Of the lists, of the searches and of the pages of a case the slowest growth
 * stands for all.
 */
export async function benchGrowth({ folder, cases, print }: Params): Promise<void> {
  const { small, large, stop } = await openCities({ folder, cases, print });
  try {
    const few = await pagesOf(small);
    const many = await pagesOf(large);
    for (const [name, pages] of Object.entries(many)) {
      const figures: Figure[] = [];
      for (const [label, page] of Object.entries(pages)) {
        const floorPage = few[name]?.[label];
        if (!floorPage) throw new Error(`no page ${label} in the small city`);
        const figure = await compare(`${name}-${label}`, { page, floorPage });
        print(figure);
        figures.push(figure);
      }
      const slowest = figures.toSorted((a, b) => ratioOf(a) - ratioOf(b))[0];
      if (slowest) print({ ...slowest, name });
    }
    await benchBulk(large, print);
  } finally {
    await stop();
  }
}

type Comparison = { page: Page; floorPage: Page };

async function compare(name: string, { page, floorPage }: Comparison): Promise<Figure> {
  await visit(page, floorPage);
  const figures: Figure[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const times: [number, number][] = [];
    for (let i = 0; i < visits; i++) times.push(await visit(page, floorPage));
    const usual = (place: 0 | 1) => times.map(pair => pair[place]).toSorted((a, b) => a - b)[visits / 2] ?? Number.NaN;
    figures.push({ name, value: usual(0), floor: usual(1), unit: 'ms' });
  }
  return middle(figures);
}

/** One after the other, so that what else the machine does slows both. */
async function visit(page: Page, floorPage: Page): Promise<[number, number]> {
  return [await timeOf(page), await timeOf(floorPage)];
}

async function timeOf({ browser, path }: Page): Promise<number> {
  const started = performance.now();
  await browser.get(path);
  return performance.now() - started;
}
