import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import type { VersionStatus } from '../../generated/prisma/client.ts';
import { BadRequest, NotFound } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { type ChangeResult, publishVersion, withdrawVersion } from './commands.ts';
import { versionParams } from './find-version.ts';
import { renderAgenda } from './show.ts';

const commands = { publish: publishVersion, withdraw: withdrawVersion };
const done = {
  publish: (number: number) => `Verze ${number} je zveřejněná. Kdo teď začne vyplňovat, vyplňuje ji.`,
  withdraw: (number: number) => `Verze ${number} se už nenabízí.`,
};

/** POST /sprava/agendy/:slug/verze/:number/{zverejneni,stazeni} */
export function changeVersion(deps: Pick<Deps, 'db' | 'now'>, action: keyof typeof done): RequestHandler {
  return async (req, res) => {
    const { slug, number } = versionParams(req);
    const { otisk } = formBody(req);
    if (typeof otisk !== 'string') throw new BadRequest();
    const command = { slug, number, fingerprint: otisk, actor: req.actor, now: deps.now() };
    const result = await commands[action](deps, command);
    if (result.ok) {
      req.session.notice = done[action](number);
      res.redirect(303, `/sprava/agendy/${slug}?verze=${number}`);
      return;
    }
    if (result.reason === 'missing') throw new NotFound();
    await renderAgenda(deps, req, res.status(409), { number, problem: refusal(number, result) });
  };
}

function refusal(number: number, result: Extract<ChangeResult, { ok: false }>): string {
  if (result.reason === 'status') return `${became[result.status](number)} Nic jsme nezměnili.`;
  return `Koncept verze ${number} mezitím někdo nahradil jiným dokumentem. Projděte si ho. Nic jsme nezměnili.`;
}

/** How a version got from under the administrator's hands. */
const became: Record<VersionStatus, (number: number) => string> = {
  draft: number => `Verze ${number} ještě není zveřejněná.`,
  published: number => `Verze ${number} už je zveřejněná, mezitím ji zveřejnil někdo jiný.`,
  superseded: number => `Verzi ${number} mezitím nahradila novější.`,
  withdrawn: number => `Verze ${number} se mezitím přestala nabízet.`,
  scheduled: number => `Verze ${number} už čeká na svůj čas, kdy se zveřejní.`,
  trial: number => `Verze ${number} je jen na zkoušku.`,
};
