import type { Request } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { ownId } from '../own-id.ts';

declare module 'express-session' {
  interface SessionData {
    /** Sealed: the key of an app that is being set up. */
    offeredAppKey: string;
    /** Sealed: recovery codes on the way to the page that shows them once. */
    newRecoveryCodes: string;
  }
}

type Needs = Pick<Deps, 'vault'>;

/** The same key until a code of it is typed, so that a page loaded anew does not make the scanned picture worthless. */
export function offerKey({ vault }: Needs, req: Request, key: string): void {
  req.session.offeredAppKey = Buffer.from(vault.seal(key, keyContext(req))).toString('base64');
}

export function offeredKey({ vault }: Needs, req: Request): string | null {
  const { offeredAppKey: kept } = req.session;
  return kept === undefined ? null : vault.open(Buffer.from(kept, 'base64'), keyContext(req));
}

export function keepCodes({ vault }: Needs, req: Request, codes: string[]): void {
  delete req.session.offeredAppKey;
  req.session.newRecoveryCodes = Buffer.from(vault.seal(JSON.stringify(codes), codesContext(req))).toString('base64');
}

/** Once; null ever after. */
export function takeCodes({ vault }: Needs, req: Request): string[] | null {
  const { newRecoveryCodes: kept } = req.session;
  if (kept === undefined) return null;
  delete req.session.newRecoveryCodes;
  return z.array(z.string()).parse(JSON.parse(vault.open(Buffer.from(kept, 'base64'), codesContext(req))));
}

function keyContext(req: Request): string {
  return `offered-app-key/${ownId(req)}`;
}

function codesContext(req: Request): string {
  return `new-recovery-codes/${ownId(req)}`;
}
