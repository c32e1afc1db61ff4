import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { renderCase } from './render-case.ts';
import { withCase } from './with-case.ts';

export function showCase(deps: Deps): RequestHandler {
  return withCase(deps, (found, req, res) => renderCase(deps, found, { req, res }));
}
