import { createHash } from 'node:crypto';

/** Ten characters that change with the content, so that a browser may keep the file for a year. */
export function contentVersion(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}
