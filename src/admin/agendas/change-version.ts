import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import type { VersionStatus } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { type ChangeResult, publishVersion, withdrawVersion } from './commands.ts';
import { versionParams } from './find-version.ts';
import { renderAgenda } from './show.ts';

const done = {
  publish: (number: number) => `Verze ${number} je zveřejněná. Kdo teď začne vyplňovat, vyplňuje ji.`,
  withdraw: (number: number) => `Verze ${number} je stažená.`,
};

/** POST /sprava/agendy/:slug/verze/:number/{zverejneni,stazeni} */
export function changeVersion(deps: Pick<Deps, 'db' | 'now'>, action: keyof typeof done): RequestHandler {
  return async (req, res) => {
    const { slug, number } = versionParams(req);
    const command = { slug, number, actor: req.actor, now: deps.now() };
    const fingerprint = String(formBody(req).otisk);
    const result =
      action === 'publish'
        ? await publishVersion(deps, { ...command, fingerprint })
        : await withdrawVersion(deps, command);
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
  if (result.reason === 'status') return `Verze ${number} mezitím ${became[result.status]}. Nic jsme nezměnili.`;
  return `Koncept verze ${number} mezitím někdo nahradil jiným dokumentem. Projděte si ho a\u00a0zveřejněte znovu. Nic jsme nezměnili.`;
}

/** How a version got from under the administrator's hands. */
const became: Record<VersionStatus, string> = {
  draft: 'ještě není zveřejněná',
  published: 'už byla zveřejněna',
  superseded: 'už byla nahrazena novější',
  withdrawn: 'už byla stažena',
};
