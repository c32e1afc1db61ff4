import { execFile } from 'node:child_process';
import { chown, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartProblem } from '../../start-problem.ts';
import type { SystemAccount } from './account.ts';
import { ctype, serverEnvironment } from './environment.ts';

const run = promisify(execFile);

/** Makes a cluster in the empty folder, for Czech: sorted by ICU, kept in UTF-8, opened by the password only. */
export async function initialise(params: {
  folder: string;
  initdb: string;
  account: SystemAccount;
  password: string;
}): Promise<void> {
  const { folder, initdb, account, password } = params;
  const passwordFile = `${folder}.pw`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const flags = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=cs-CZ',
    `--locale=${ctype()}`,
    '--no-instructions',
  ];
  try {
    await run(initdb, flags, { ...account, cwd: '/', env: serverEnvironment() });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new StartProblem(`The built-in PostgreSQL could not create its data folder ${folder}: ${lastLine(error)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function lastLine(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return (
    output
      .trim()
      .split('\n')
      .findLast(line => line.includes('error')) ??
    output.trim().split('\n').at(-1) ??
    ''
  );
}
