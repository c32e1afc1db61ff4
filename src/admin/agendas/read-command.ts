import type { Request } from 'express';
import type { Deps } from '../../deps.ts';
import { BadRequest } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { versionParams } from './find-version.ts';
import type { VersionCommand } from './version-command.ts';

/** Which version a form is about, as its page showed it, and who sends it when. */
export function readCommand({ now }: Pick<Deps, 'now'>, req: Request): VersionCommand {
  const { otisk } = formBody(req);
  if (typeof otisk !== 'string') throw new BadRequest();
  return { ...versionParams(req), fingerprint: otisk, actor: req.actor, now: now() };
}
