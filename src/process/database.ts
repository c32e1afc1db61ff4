import { Client } from 'pg';
import type { Config } from '../config.ts';
import { openEmbedded } from '../database/embedded.ts';
import { StartProblem } from '../start-problem.ts';

export interface Database {
  url: string;
  /** Settles when the built-in server ends by itself, which it should not. */
  lost: Promise<void>;
  stop: () => Promise<void>;
}

const CONNECT_LIMIT_MS = 5_000;

/** The database of DATABASE_URL, or the built-in one. `share`: a command may join the server of a running portal. */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  { share = false }: { share?: boolean } = {},
): Promise<Database> {
  if (databaseUrl === undefined) return openEmbedded({ dataDir, share });
  await checkReachable(databaseUrl);
  return { url: databaseUrl, lost: new Promise(() => undefined), stop: () => Promise.resolve() };
}

async function checkReachable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { host, pathname } = new URL(url); // without the password
    throw new StartProblem(`DATABASE_URL: ${host}${pathname} cannot be reached: ${reason(error)}`);
  }
}

/** Of a host with several addresses, each refusal is in the list and the message of the whole is empty. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
