import type { Pool } from 'pg';
import { get, type Route } from './route.ts';

/** For the machine that watches over the portal: is the process alive, and can it serve. */
export function healthRoutes({ pool }: { pool: Pool }): Route[] {
  return [
    get('/healthz', 'anyone', (_req, res) => void res.type('text').send('ok'), { kind: 'machine' }),
    get(
      '/readyz',
      'anyone',
      async (_req, res) => {
        const ready = await pool.query('SELECT 1').then(
          () => true,
          () => false,
        );
        res
          .status(ready ? 200 : 503)
          .type('text')
          .send(ready ? 'ready' : 'database unreachable');
      },
      { kind: 'machine' },
    ),
  ];
}
