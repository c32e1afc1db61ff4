import { Browser } from './browser.ts';
import { startFloor } from './child.ts';
import { type Figure, middle, type Print } from './figure.ts';
import type { FloorWork } from './floors/page.ts';
import { load } from './load.ts';

type Params = { origin: string; databaseUrl: string; print: Print };

interface Subject {
  name: string;
  path: string;
  cookie?: string;
  /** The fewest queries a program can spend on the page: who asks, and what the page shows. */
  queries: FloorWork['queries'];
}

const turns = 3;
const seconds = 4;

/**
 * Requests per second of a page, against a bare program that sends the same bytes after the fewest queries the page needs. Value and
 * floor take turns. Then, at half of that load, how far the slow requests lie from the usual ones.
 */
export async function benchPages({ origin, databaseUrl, print }: Params): Promise<void> {
  for (const subject of await subjects(origin)) {
    const { path, cookie, queries } = subject;
    const url = origin + path;
    const answer = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
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
    { name: 'home', path: '/', queries: [] },
    { name: 'agenda', path: '/sluzby/ohlaseni-psa', queries: [] },
    {
      name: 'form-step',
      path: draft,
      cookie: citizen.cookie,
      queries: [session(citizen), { text: 'SELECT * FROM draft WHERE id = $1', values: [draft.split('/')[2]] }],
    },
    {
      name: 'case',
      path: `/pripady/${reference}`,
      cookie: citizen.cookie,
      queries: [session(citizen), caseOf(reference)],
    },
    { name: 'inbox', path: '/urad', cookie: clerk.cookie, queries: [session(clerk), inbox] },
  ];
}

function session(browser: Browser): FloorWork['queries'][number] {
  const sid = decodeURIComponent(/portal=([^;]+)/.exec(browser.cookie)?.[1] ?? '')
    .slice(2)
    .split('.')[0];
  return {
    text: `SELECT s.sess, a.name, o.* FROM session s
      JOIN account a ON a.id = (s.sess->'passport'->'user'->>'accountId')::uuid
      LEFT JOIN officer o ON o.account_id = a.id WHERE s.sid = $1`,
    values: [sid],
  };
}

function caseOf(reference: string): FloorWork['queries'][number] {
  return {
    text: `SELECT c.*, d.name, d.phone, d.email, v.definition, s.content,
        (SELECT json_agg(e.*) FROM case_event e WHERE e.case_id = c.id) AS events,
        (SELECT json_agg(t.*) FROM attachment t WHERE t.case_id = c.id) AS attachments
      FROM "case" c JOIN department d ON d.id = c.department_id JOIN agenda_version v ON v.id = c.agenda_version_id
      JOIN submission s ON s.case_id = c.id WHERE c.reference = $1`,
    values: [reference],
  };
}

/** The first page of a department with its counts, as one statement. */
const inbox = {
  text: `WITH me AS (
      SELECT o.id, o.department_id FROM officer o JOIN account a ON a.id = o.account_id
      WHERE a.email = 'marie.dvorakova@hradeckralove.example')
    SELECT c.reference, c.state, c.due_on, c.summary, v.title, a.name AS officer,
      (SELECT count(*) FROM "case" WHERE department_id = me.department_id AND decided_at IS NULL AND NOT trial) AS department,
      (SELECT count(*) FROM "case" WHERE officer_id = me.id AND decided_at IS NULL AND NOT trial) AS mine,
      (SELECT count(*) FROM "case" WHERE department_id = me.department_id AND officer_id IS NULL AND decided_at IS NULL AND NOT trial)
        AS unassigned
    FROM me JOIN "case" c ON c.department_id = me.department_id AND c.decided_at IS NULL AND NOT c.trial
    JOIN agenda_version v ON v.id = c.agenda_version_id
    LEFT JOIN officer o ON o.id = c.officer_id LEFT JOIN account a ON a.id = o.account_id
    ORDER BY c.due_on, c.id LIMIT 26`,
  values: [],
};
