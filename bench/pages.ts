import { Browser } from './browser.ts';
import { startFloor } from './child.ts';
import { type Figure, middle, type Print } from './figure.ts';
import { load } from './load.ts';
import { statementsOf } from './statements.ts';

type Params = { origin: string; dataDir: string; databaseUrl: string; print: Print };

interface Subject {
  name: string;
  path: string;
  /** Of whom it shows something; public pages are kept and ask nothing. */
  cookie?: string;
}

const turns = 3;
const seconds = 4;

/**
 * Requests per second of a page, against a bare program that asks the database the same and sends the same bytes. Value and
 * floor take turns. Then, at half of that load, how far the slow requests lie from the usual ones.
 */
export async function benchPages({ origin, dataDir, databaseUrl, print }: Params): Promise<void> {
  for (const subject of await subjects(origin)) {
    const { path, cookie } = subject;
    const url = origin + path;
    const answer = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const queries = cookie ? await statementsOf({ dataDir, databaseUrl, path, cookie }) : [];
    const kept = ['content-type', 'content-security-policy', 'cache-control'];
    const headers = Object.fromEntries(kept.flatMap(name => [[name, answer.headers.get(name) ?? '']]));
    const floor = await startFloor('page', { body: await answer.text(), headers, databaseUrl, queries });
    const visit = { url, ...(cookie ? { cookie } : {}) };

    await load({ ...visit, seconds: 2 });
    await load({ url: floor.origin, seconds: 1 });
    const figures: Figure[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const bare = await load({ url: floor.origin, seconds });
      const full = await load({ ...visit, seconds });
      figures.push({ name: subject.name, value: full.perSecond, floor: bare.perSecond, unit: 'requests/s' });
    }
    await floor.stop();
    const figure = middle(figures);
    print(figure);
    const half = await load({ ...visit, seconds, perSecond: Math.floor(figure.value / 2) });
    // A time: the ratio is floor / value, so that higher is better here too; 0.2 is the budget.
    print({ name: `${subject.name}-p50-of-p99`, value: half.p50, floor: half.p99, unit: 'ms/ms at half load' });
  }
}

async function subjects(origin: string): Promise<Subject[]> {
  const citizen = await Browser.signedIn(origin, 'jana.novakova@example.cz');
  const clerk = await Browser.signedIn(origin, 'marie.dvorakova@hradeckralove.example');
  const draft = await citizen.submit('/sluzby/ohlaseni-psa/podat', {});
  const { html } = await citizen.get('/moje');
  const reference = /href="\/pripady\/([^"/]+)"/.exec(html)?.[1];
  if (!reference) throw new Error('the demo has no case of this citizen');
  return [
    { name: 'home', path: '/' },
    { name: 'agenda', path: '/sluzby/ohlaseni-psa' },
    { name: 'form-step', path: draft, cookie: citizen.cookie },
    { name: 'case', path: `/pripady/${reference}`, cookie: citizen.cookie },
    { name: 'inbox', path: '/urad', cookie: clerk.cookie },
  ];
}
