import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartProblem } from '../../start-problem.ts';

/** A system account by its numbers; undefined means the account the portal itself runs under. */
export type SystemAccount = { uid: number; gid: number } | undefined;

const run = promisify(execFile);
const NAME = 'postgres';

/** The account PostgreSQL runs under. It refuses to run as root, so root lends it an account of its own. */
export async function serverAccount(): Promise<SystemAccount> {
  if (process.getuid?.() !== 0) return undefined;
  return (await lookUp()) ?? (await create());
}

/** Whether the account can run the program, or enter the folder; and so all folders above it. */
export async function canReach(account: SystemAccount, path: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

async function lookUp(): Promise<SystemAccount> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<SystemAccount> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]).catch(
    () => undefined,
  );
  const account = await lookUp();
  if (account) return account;
  throw new StartProblem(
    'The portal runs as root, PostgreSQL must not, and the system account "postgres" could not be created. ' +
      'Run the portal as another user, or set DATABASE_URL.',
  );
}
