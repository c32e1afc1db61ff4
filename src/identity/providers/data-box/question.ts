import { randomInt } from 'node:crypto';
import type { Request } from 'express';
import type { DataBoxGate } from '../../../config.ts';
import type { Deps } from '../../../deps.ts';

declare module 'express-session' {
  interface SessionData {
    /** A person on the way to their data box and back; for one return. */
    atDataBox: { token: string; until: number };
  }
}

type Needs = Pick<Deps, 'now'>;

const minutes = 30;

/** The address at which somebody signs in to their data box, with what their return will be known by. */
export function askAtDataBox({ now }: Needs, { loginUrl, atsId }: DataBoxGate, req: Request): string {
  const token = freshToken();
  req.session.atDataBox = { token, until: now().epochMilliseconds + minutes * 60_000 };
  const address = new URL(loginUrl);
  address.searchParams.set('atsId', atsId);
  address.searchParams.set('appToken', token);
  return address.href;
}

/** What this browser was sent there with, once; null when it was not, or too long ago. */
export function askedAtDataBox({ now }: Needs, req: Request): string | null {
  const { atDataBox: asked } = req.session;
  delete req.session.atDataBox;
  return asked && asked.until >= now().epochMilliseconds ? asked.token : null;
}

/** Digits, of which ISDS takes no more than twenty. */
function freshToken(): string {
  const ten = (): string => String(randomInt(10 ** 10)).padStart(10, '0');
  return ten() + ten();
}
