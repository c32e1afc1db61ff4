import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildAssets } from './build-assets.ts';

// What git does not keep. npm runs this after an install; `npm run build` repeats it after a change of the schema or look.
const root = join(import.meta.dirname, '..');
await Promise.all([generateClient(), buildAssets(root)]);

/**
 * The database client from prisma/schema.prisma. Prisma would download its native schema engine, which generating does
 * not run; naming any file that exists keeps it from doing so.
 */
async function generateClient(): Promise<void> {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const environment = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1', // no telemetry
  };
  await promisify(execFile)(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: root, env: environment });
}
