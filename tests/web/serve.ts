import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type Express } from 'express';
import { publicFiles } from '../../src/web/public-files.ts';
import { securityHeaders } from '../../src/web/security-headers.ts';
import { publicDir } from './gallery.ts';

/** A server with the portal's files and security policy, and the pages a test adds. */
export async function serve(addPages: (app: Express) => void): Promise<{ address: string; close: () => void }> {
  const app = express();
  app.use(securityHeaders({ secure: false }));
  app.use('/assets', publicFiles(publicDir));
  addPages(app);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port');
  return { address: `http://127.0.0.1:${bound.port}/`, close: () => server.close() };
}
