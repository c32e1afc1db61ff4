import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { textParam } from '../../web/input.ts';
import { findSketch, type Sketch } from '../agendas/sketch.ts';

export interface Designing {
  sketch: Sketch;
  req: Request;
  res: Response;
}

/** Opens the version of an agenda that is being written. Where there is none, the agenda's page offers to begin one. */
export function withSketch(
  { db }: Pick<Deps, 'db'>,
  handler: (designing: Designing) => Promise<void> | void,
): RequestHandler {
  return async (req, res) => {
    const slug = textParam(req, 'slug');
    const sketch = await findSketch(db, slug);
    if (sketch) await handler({ sketch, req, res });
    else res.redirect(303, `/sprava/agendy/${encodeURIComponent(slug)}`);
  };
}
