import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { dataFolder, runCommand, startPortalProcess } from '../support/portal-process.ts';
import type { PortalProcess } from '../support/portal-process.ts';

describe('the portal with its own database', async () => {
  // One folder for all, since making a database takes longer than anything else here.
  const environment = { DATA_DIR: await dataFolder(afterAll), DEMO: 'off' };

  test('starts in an empty folder, ends on SIGTERM, and finds its data when started again', async () => {
    const first = await startPortalProcess(environment);
    expect(first.output()).toMatch(/^The portal is ready at http:\/\/localhost:\d+\n$/);
    await leaveMark(environment.DATA_DIR, 'first');
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await serverProcess(environment.DATA_DIR)).toBeUndefined();

    await startPortalProcess(environment);
    expect(await marks(environment.DATA_DIR)).toContain('first');
  });

  test('starts again after kill -9, although its database server was left running', async () => {
    const killed = await startPortalProcess(environment);
    await leaveMark(environment.DATA_DIR, 'before the kill');
    killed.signal('SIGKILL');
    await killed.ended;
    const leftBehind = await serverProcess(environment.DATA_DIR);
    expect(leftBehind).toBeDefined();

    const next = await startPortalProcess(environment);
    expect(await marks(environment.DATA_DIR)).toContain('before the kill');
    expect(await serverProcess(environment.DATA_DIR)).not.toBe(leftBehind);
    next.signal('SIGINT');
    expect(await next.ended).toBe(0);
  });

  test('ends with a line when its database server ends under it', async () => {
    const portal = await startPortalProcess(environment);
    process.kill((await serverProcess(environment.DATA_DIR)) ?? 0, 'SIGKILL');
    expect(await portal.ended).toBe(1);
    expect(portal.output()).toContain('\nThe built-in PostgreSQL has ended; see postgres.log in DATA_DIR\n');
  });

  test('refuses a folder that another portal is using, but lets the operator work on it', async () => {
    const first = await startPortalProcess(environment);
    const second = await startPortalProcess(environment);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^DATA_DIR: another portal is running on .+\n$/);

    expect(await runCommand(['seed'], environment)).toMatchObject({ code: 0 });
    const admin = [
      'create-admin',
      '--email',
      'Spravce@example.cz',
      '--name',
      'Eva Malá',
      '--department',
      'informatiky',
    ];
    const made = await runCommand(admin, environment);
    expect(made.output).toMatch(/^spravce@example\.cz can sign in with the password (\w{4}-){3}\w{4} /);
    const again = await runCommand(admin, environment);
    expect(again).toEqual({ code: 1, output: '--email: spravce@example.cz has an account already\n' });
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });
});

describe('the portal with DATABASE_URL', () => {
  test('uses that database and starts no other', async () => {
    const DATA_DIR = await dataFolder();
    const portal = await startPortalProcess({
      DATA_DIR,
      DEMO: 'off',
      DATABASE_URL: await createDatabase({ empty: true }),
    });
    expect((await fetch(`${portal.url}/readyz`)).status).toBe(200);
    expect(await serverProcess(DATA_DIR)).toBeUndefined();
  });

  test('finishes a request in hand when it is told to end, and takes no new one', async () => {
    const portal = await startPortalProcess({ ...(await quickly()) });
    const answer = await startSending(portal);
    portal.signal('SIGTERM');
    await untilRefused(portal.url);
    const finished = await answer.finish();
    expect(finished).toBeGreaterThanOrEqual(200);
    expect(await portal.ended).toBe(0);
  });

  test('is gone at once on a second signal', async () => {
    const portal = await startPortalProcess({ ...(await quickly()) });
    const answer = await startSending(portal);
    portal.signal('SIGTERM');
    await untilRefused(portal.url);
    const impatience = setInterval(() => {
      portal.signal('SIGTERM');
    }, 100);
    expect(await portal.ended).toBe(1);
    clearInterval(impatience);
    await expect(answer.finish()).rejects.toThrow();
  });
});

describe('the demo', () => {
  test('starts with a provider of its own and ends with it', async () => {
    const portal = await startPortalProcess({
      DATA_DIR: await dataFolder(),
      DEMO: 'on',
      DATABASE_URL: await createDatabase(),
    });
    expect(portal.output()).not.toContain('oidc-provider');
    const answer = await fetch(`${portal.url}/prihlaseni/zkusebni-identita`, { redirect: 'manual' });
    const { origin } = new URL(answer.headers.get('location') ?? '');
    expect(origin).not.toBe(portal.url);
    expect((await fetch(`${origin}/.well-known/openid-configuration`)).status).toBe(200);
    portal.signal('SIGTERM');
    expect(await portal.ended).toBe(0);
    await expect(fetch(origin)).rejects.toThrow();
  });
});

describe('what cannot work is one line on stderr and exit code 1:', () => {
  const refused = async (environment: Record<string, string>): Promise<string> => {
    const portal = await startPortalProcess({ DATA_DIR: await dataFolder(), DEMO: 'off', ...environment });
    expect(await portal.ended).toBe(1);
    return portal.output();
  };

  test('a wrong setting', async () => {
    expect(await refused({ PORT: 'abc' })).toBe('PORT: "abc" is not a port number (1-65535)\n');
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const PORT = String(typeof address === 'object' ? address?.port : 0);
    expect(await refused({ PORT, DATABASE_URL: await createDatabase() })).toBe(
      `PORT: ${PORT} is taken by another program; choose another\n`,
    );
    other.close();
  });

  test('a database that does not answer, without its password', async () => {
    expect(await refused({ DATABASE_URL: 'postgresql://portal:sesame@127.0.0.1:1/portal' })).toMatch(
      /^DATABASE_URL: 127\.0\.0\.1:1\/portal cannot be reached: connect ECONNREFUSED .+\n$/,
    );
  });

  test('a database that refuses the password', async () => {
    const url = new URL(await createDatabase());
    url.password = 'wrong';
    expect(await refused({ DATABASE_URL: url.href })).toMatch(/^DATABASE_URL: .+ password authentication failed .+\n$/);
  });

  test('a database that was filled by the demo, whose people’s password is public', async () => {
    const database = { DATABASE_URL: await createDatabase() };
    const filled = await runCommand(['seed'], { ...database, DATA_DIR: await dataFolder(), DEMO: 'on' });
    expect(filled).toMatchObject({ code: 0 });
    expect(await refused(database)).toMatch(/^DEMO: the database holds the people of the demo, .+\n$/);
  });

  test('a DATA_DIR that is a file', async () => {
    const file = await dataFolder();
    await writeFile(file, '');
    expect(await refused({ DATA_DIR: file })).toMatch(/^DATA_DIR: ".+" cannot be written to \(EEXIST\)\n$/);
  });

  test('a DATA_DIR whose database another version of PostgreSQL made', async () => {
    const DATA_DIR = await dataFolder();
    await mkdir(join(DATA_DIR, 'postgres'), { recursive: true });
    await writeFile(join(DATA_DIR, 'postgres', 'PG_VERSION'), '16\n');
    expect(await refused({ DATA_DIR })).toMatch(/^DATA_DIR: .+ was made by PostgreSQL 16; this portal runs 18\.\n$/);
  });
});

/** A portal that starts without making a database of its own. */
async function quickly(): Promise<Record<string, string>> {
  return { DATA_DIR: await dataFolder(), DEMO: 'off', DATABASE_URL: await createDatabase() };
}

/** A request of which the portal has the beginning; `finish` sends the rest and gives the status of the answer. */
async function startSending(portal: PortalProcess): Promise<{ finish: () => Promise<number> }> {
  const body = 'a=1&b=2';
  const sending = request(`${portal.url}/prihlaseni`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
      expect: '100-continue', // the portal's answer to this tells that it has the request in hand
    },
  });
  const status = new Promise<number>((resolve, reject) => {
    sending.on('response', response => {
      resolve(response.resume().statusCode ?? 0);
    });
    sending.on('error', reject);
  });
  status.catch(() => undefined);
  sending.flushHeaders();
  await once(sending, 'continue');
  return {
    finish: () => {
      sending.end(body);
      return status;
    },
  };
}

async function untilRefused(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${url}/healthz`, { headers: { connection: 'close' } });
    } catch {
      return;
    }
  }
}

async function serverProcess(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text.split('\n')[0]);
}

async function leaveMark(dataDir: string, mark: string): Promise<void> {
  await query(
    dataDir,
    `insert into audit_record (at, actor_kind, action, subject, details) values (now(), 'system', 'mark', $1, '{}')`,
    [mark],
  );
}

async function marks(dataDir: string): Promise<unknown[]> {
  const rows = await query(dataDir, `select subject from audit_record where action = 'mark' order by id`);
  return rows.map(row => row['subject']);
}

async function query(dataDir: string, sql: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const password = await readFile(join(dataDir, 'postgres.password'), 'utf8');
  const postmaster = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  const client = new Client({
    host: '127.0.0.1',
    port: Number(postmaster.split('\n')[3]),
    user: 'portal',
    database: 'portal',
    password,
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
