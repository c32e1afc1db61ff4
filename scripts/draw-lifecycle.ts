import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { lifecycleDocument } from './lifecycle-document.ts';

// `npm run docs`: docs/lifecycle.md, drawn from the rules themselves. A test says when it is out of date.
const file = join(import.meta.dirname, '../docs/lifecycle.md');
await writeFile(file, await format(lifecycleDocument(), { ...(await resolveConfig(file)), filepath: file }));
