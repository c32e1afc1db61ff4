import { chmod, mkdir } from 'node:fs/promises';
import { StartProblem } from '../../start-problem.ts';

const PLACE = '/var/lib/portal-obcana';

/** A folder every account can enter, for what root must keep outside a project that others cannot enter. */
export async function sharedPlace(): Promise<string> {
  try {
    await mkdir(PLACE, { recursive: true });
    await chmod(PLACE, 0o755);
    return PLACE;
  } catch {
    throw new StartProblem(
      `The portal runs as root in a folder that PostgreSQL's own account cannot enter, and ${PLACE} cannot be ` +
        'created. Move the project, run the portal as another user, or set DATABASE_URL.',
    );
  }
}
