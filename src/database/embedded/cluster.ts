import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdtemp, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartProblem } from '../../start-problem.ts';
import { canReach, serverAccount } from './account.ts';
import type { SystemAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { sharedPlace } from './place.ts';

/** A data folder of PostgreSQL and what is needed to run it. */
export interface Cluster {
  folder: string;
  postgres: string;
  account: SystemAccount;
  superuserPassword: string;
}

const MAJOR = '18';

/** Opens the cluster DATA_DIR/postgres; creates it, with Czech collation, where there is none. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const link = join(dataDir, 'postgres');
  const account = await accountFor(link);
  const binaries = await findBinaries(account);
  const superuserPassword = await readPassword(join(dataDir, 'postgres.password'));
  if (!(await present(link))) {
    await create({ link, initdb: binaries.initdb, account, password: superuserPassword });
  }
  const folder = await realpath(link).catch(() => {
    throw new StartProblem(
      `DATA_DIR: ${link} points to a folder that no longer exists. Put it back, or remove the link.`,
    );
  });
  await check(folder, account);
  return { folder, postgres: binaries.postgres, account, superuserPassword };
}

/** An existing cluster is run by its owner, whoever that is; PostgreSQL accepts nobody else. */
async function accountFor(link: string): Promise<SystemAccount> {
  const owner = await stat(link).catch(() => undefined);
  if (!owner || process.getuid?.() !== 0 || owner.uid === 0) return serverAccount();
  return { uid: owner.uid, gid: owner.gid };
}

/** Kept next to the cluster, readable by the portal alone, so that nothing else on the machine signs in. */
async function readPassword(file: string): Promise<string> {
  const drawn = randomBytes(24).toString('base64url');
  await writeFile(file, drawn, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return (await readFile(file, 'utf8')).trim();
}

/** Built aside and put in place when complete, so that a start that was cut short leaves no half of a cluster. */
async function create(params: {
  link: string;
  initdb: string;
  account: SystemAccount;
  password: string;
}): Promise<void> {
  const { link, initdb, account, password } = params;
  const inside = !account || (await canReach(account, dirname(link)));
  const draft = await mkdtemp(inside ? `${link}.` : join(await sharedPlace(), 'data-'));
  if (account) await chown(draft, account.uid, account.gid);
  await initialise({ folder: draft, initdb, account, password });
  try {
    await (inside ? rename(draft, link) : symlink(draft, link));
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!(await present(link))) throw error; // otherwise another portal has just created it
  }
}

async function check(folder: string, account: SystemAccount): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined || (account && !(await canReach(account, folder)))) {
    throw new StartProblem(
      `DATA_DIR: ${folder} cannot be read by PostgreSQL. Start the portal as the user who created it.`,
    );
  }
  if (version.trim() !== MAJOR) {
    throw new StartProblem(`DATA_DIR: ${folder} was made by PostgreSQL ${version.trim()}; this portal runs ${MAJOR}.`);
  }
}

async function present(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
