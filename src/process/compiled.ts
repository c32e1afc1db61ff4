import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Keeps what is imported from here on compiled for the next start; loading code is the greater part of one. */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'));
}
