import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody, parseForm } from '../../web/input.ts';
import { designerPath } from '../designer/paths.ts';
import { beginVersion } from './begin-version.ts';
import { versionParams } from './find-version.ts';
import { agendaPath, gatePath } from './paths.ts';
import { readCommand } from './read-command.ts';
import { refusedSentence } from './refused.ts';
import { renderAgenda } from './show.ts';
import type { Refusal } from './version-command.ts';
import { discardSketch, withdrawVersion } from './withdraw-version.ts';

type ChangeDeps = Pick<Deps, 'db' | 'now' | 'boss'>;

/** POST /sprava/agendy/:slug/verze/:number/uprava: on to the designer, with a sketch begun from that version if there is none. */
export function editVersion(deps: ChangeDeps): RequestHandler {
  return async (req, res) => {
    const { slug, number } = versionParams(req);
    const begun = await beginVersion(deps, { slug, from: number, actor: req.actor, now: deps.now() });
    if (begun.ok || (begun.reason === 'exists' && begun.status === 'draft')) {
      res.redirect(303, designerPath(slug));
      return;
    }
    if (begun.reason === 'missing') throw new NotFound();
    const message = `Verze ${begun.number} čeká na zveřejnění. Upravovat ji můžete, až zveřejnění zrušíte.`;
    await renderAgenda(deps, req, res.status(409), { number: begun.number, errors: [{ field: '', message }] });
  };
}

/** POST /sprava/agendy/:slug/verze/:number/obnova: what was offered once becomes the next version, and goes to the gate. */
export function restoreVersion(deps: ChangeDeps): RequestHandler {
  return async (req, res) => {
    const { slug, number } = versionParams(req);
    const begun = await beginVersion(deps, { slug, from: number, actor: req.actor, now: deps.now() });
    if (begun.ok) {
      req.session.notice = `Z\u00a0verze ${number} jsme připravili verzi ${begun.number}. Zkontrolujte ji a\u00a0zveřejněte.`;
      res.redirect(303, gatePath(slug, begun.number));
      return;
    }
    if (begun.reason === 'missing') throw new NotFound();
    const waits = begun.status === 'draft' ? 'je rozepsaná' : 'čeká na zveřejnění';
    const message = `Verze ${begun.number} ${waits}. Nejdřív ji zveřejněte nebo zahoďte, teprve pak můžete obnovit starší.`;
    await renderAgenda(deps, req, res.status(409), { number, errors: [{ field: '', message }] });
  };
}

const withdrawal = z.object({
  zprava: z
    .string({ error: 'Napište lidem, proč agenda končí a\u00a0co mají dělat' })
    .trim()
    .min(1, 'Napište lidem, proč agenda končí a\u00a0co mají dělat')
    .max(1000, 'Zkraťte zprávu, může mít nejvýš 1\u00a0000\u00a0znaků'),
});

/** POST /sprava/agendy/:slug/verze/:number/stazeni: the agenda is offered no more, with a message to people. */
export function withdraw(deps: ChangeDeps): RequestHandler {
  return async (req, res) => {
    const command = readCommand(deps, req);
    const parsed = parseForm(withdrawal, req);
    if (!parsed.ok) {
      const { zprava } = formBody(req);
      const message = typeof zprava === 'string' ? zprava : '';
      await renderAgenda(deps, req, res.status(400), { number: command.number, errors: parsed.errors, message });
      return;
    }
    const result = await withdrawVersion(deps, { ...command, message: parsed.form.zprava });
    await answer(deps, req, res, {
      result,
      done: `Verze ${command.number} se už nenabízí.`,
      message: parsed.form.zprava,
    });
  };
}

/** POST /sprava/agendy/:slug/verze/:number/zahozeni: the sketch is put aside. */
export function discard(deps: ChangeDeps): RequestHandler {
  return async (req, res) => {
    const command = readCommand(deps, req);
    const result = await discardSketch(deps, command);
    await answer(deps, req, res, { result, done: `Koncept verze ${command.number} jsme zahodili.` });
  };
}

interface Answer {
  result: { ok: true } | Refusal;
  done: string;
  message?: string;
}

async function answer(deps: ChangeDeps, req: Request, res: Response, { result, done, message }: Answer): Promise<void> {
  const { slug, number } = versionParams(req);
  if (result.ok) {
    req.session.notice = done;
    res.redirect(303, agendaPath(slug, number));
    return;
  }
  if (result.reason === 'missing') throw new NotFound();
  const errors = [{ field: '', message: refusedSentence(number, result) }];
  await renderAgenda(deps, req, res.status(409), { number, errors, ...(message !== undefined && { message }) });
}
