import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { receiveUpload } from '../attachments/receive.ts';
import { uploadMessage } from '../attachments/problems.ts';
import {
  approveLetter,
  askApproval,
  attachSigned,
  editLetter,
  issueLetter,
  type LetterCommand,
  type LetterResult,
  returnLetter,
} from '../cases/commands.ts';
import { isOpen } from '../core/case/states.ts';
import type { AttachmentSlot } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { BadRequest } from '../web/errors.ts';
import { formBody, type FormError, parseForm } from '../web/input.ts';
import { forgetKept } from '../web/kept-form.ts';
import { letterCase } from './find-case.ts';
import { findLetter } from './find-letter.ts';
import { fromList } from './from-list.ts';
import { letterForm, returnForm, type TypedLetter, typedLetter, typedReason } from './form.ts';
import { keptLetter } from './kept.ts';
import { officerOf } from '../web/officer-of.ts';
import { renderLetter } from './render.ts';

/** GET /urad/pripady/:ref/dopisy/:letter */
export function showLetter(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const found = await letterCase(deps, req);
    const letter = await findLetter(deps, req, found.id);
    const kept = letter.state === 'issued' ? undefined : keptLetter(deps.vault, req, officerOf(req));
    renderLetter(deps, { req, res, found, letter, ...(kept && { ...kept, isKept: true }) });
  };
}

/** POST /urad/pripady/:ref/dopisy/:letter: saved, and then sent on, too; or only looked at. */
export function saveLetter(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const typed = typedLetter(formBody(req));
    const { krok: step } = formBody(req);
    if (step === 'nahled') return again(deps, { req, res, typed });
    const parsed = parseForm(letterForm, req);
    if (!parsed.ok) return again(deps, { req, res: res.status(400), typed, errors: parsed.errors });
    const { druh: kind, nazev: title } = parsed.form;
    const command = await commandOf(deps, req);
    const saved = await editLetter(deps, { ...command, kind, title, text: typed.text });
    const onwards =
      typeof step === 'string' && Object.hasOwn(sendOn, step) ? sendOn[step as keyof typeof sendOn] : null;
    if (!saved.ok || onwards === null) return finish(deps, { req, res, typed, done: 'Dopis je uložený.' }, saved);
    forgetKept(req, addressOf(req));
    const next = { ...command, expectedVersion: command.expectedVersion + 1 };
    const done = await onwards.done(deps, req);
    await finish(deps, { req, res, done }, await onwards.run(deps, next));
  };
}

const issued = 'Dopis je vydaný. Žadatel ho vidí u\u00a0svého podání.';
const issuedDecision =
  'Rozhodnutí je vydané a\u00a0žadatel ho vidí. Případ ještě čeká: zaznamenejte v\u00a0něm výsledek krokem Rozhodnout.';

/** What a letter can be sent on by in the same click that saves it. */
const sendOn = {
  schvaleni: { run: askApproval, done: () => Promise.resolve('Dopis čeká na schválení vedoucím odboru.') },
  vydani: { run: issueLetter, done: issuedWords },
};

/** To issue a decision is not yet to decide: the case says how it ended by a step of its own. */
async function issuedWords(deps: AppDeps, req: Request): Promise<string> {
  const { id, snapshot } = await letterCase(deps, req);
  const { kind } = await findLetter(deps, req, id);
  return kind === 'decision' && isOpen(snapshot.state) ? issuedDecision : issued;
}

/** POST …/souhlas */
export function approve(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const result = await approveLetter(deps, await commandOf(deps, req));
    await finish(deps, { req, res, done: 'Dopis je schválený.' }, result);
  };
}

/** POST …/vraceni: with a reason. */
export function giveBack(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const parsed = parseForm(returnForm, req);
    if (!parsed.ok) return again(deps, { req, res: res.status(400), errors: parsed.errors });
    const result = await returnLetter(deps, { ...(await commandOf(deps, req)), reason: parsed.form.duvod });
    await finish(deps, { req, res, done: 'Dopis je vrácený k\u00a0úpravě.' }, result);
  };
}

/** POST …/vydani: as it was approved. */
export function issue(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const done = await issuedWords(deps, req);
    await finish(deps, { req, res, done }, await issueLetter(deps, await commandOf(deps, req)));
  };
}

const signedSlot: AttachmentSlot = {
  id: 'file',
  label: 'Podepsané PDF',
  required: true,
  formats: ['pdf'],
  maxMegabytes: 20,
  maxFiles: 1,
};

/** POST …/soubor: a PDF signed elsewhere, to be issued instead. */
export function attach(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    // Whose letter it is comes before any byte of the file.
    const { id } = await letterCase(deps, req);
    await findLetter(deps, req, id);
    const received = await receiveUpload(req, res, { deps, slot: signedSlot });
    if (!received.ok) {
      const errors = [{ field: 'file', message: `${uploadMessage(received.problem, signedSlot)}.` }];
      return again(deps, { req, res: res.status(400), errors });
    }
    const { file } = received;
    const command = await commandOf(deps, req).catch(async (error: unknown) => {
      await deps.files.remove(file.storageKey);
      throw error;
    });
    await finish(
      deps,
      { req, res, done: 'Podepsané PDF je přiložené.' },
      await attachSigned(deps, { ...command, file }),
    );
  };
}

interface Attempt {
  req: Request;
  res: Response;
  typed?: TypedLetter;
  errors?: FormError[];
  theirs?: { title: string; text: string };
}

/** The page as it is now, with everything that was typed. */
async function again(deps: AppDeps, attempt: Attempt): Promise<void> {
  const found = await letterCase(deps, attempt.req);
  const letter = await findLetter(deps, attempt.req, found.id);
  renderLetter(deps, { ...attempt, found, letter, reason: typedReason(formBody(attempt.req)) });
}

async function finish(
  deps: AppDeps,
  { req, res, typed, done }: Pick<Attempt, 'req' | 'res' | 'typed'> & { done: string },
  result: LetterResult,
): Promise<void> {
  if (result.ok) {
    forgetKept(req, addressOf(req));
    req.session.notice = done;
    res.redirect(303, `${addressOf(req)}${fromList(req)}`);
    return;
  }
  const attempt = { req, res: res.status(409), ...(typed && { typed }) };
  if ('conflict' in result) {
    const message = 'Dopis mezitím někdo změnil. Zkontrolujte obě znění a\u00a0uložte to, které má platit.';
    await again(deps, { ...attempt, errors: [{ field: '', message }], theirs: result.conflict });
  } else await again(deps, { ...attempt, errors: [{ field: '', message: result.message }] });
}

const version = z.coerce.number().int().positive().max(1_000_000);

async function commandOf(deps: AppDeps, req: Request): Promise<LetterCommand> {
  const { id: caseId } = await letterCase(deps, req);
  const { id: letterId } = await findLetter(deps, req, caseId);
  const expected = version.safeParse(formBody(req)['verze']);
  if (!expected.success) throw new BadRequest();
  return { caseId, letterId, expectedVersion: expected.data, actor: req.actor, now: deps.now() };
}

function addressOf(req: Request): string {
  return `/urad/pripady/${String(req.params['ref'])}/dopisy/${String(req.params['letter'])}`;
}
