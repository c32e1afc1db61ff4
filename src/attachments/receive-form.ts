import type { Writable } from 'node:stream';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { AttachmentSlot } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { BadRequest, HttpProblem } from '../web/errors.ts';
import { safeFileName } from './file-name.ts';
import { Refusal, takeIn } from './intake.ts';
import type { UploadProblem } from './problems.ts';
import type { ReceivedFile } from './receive.ts';

/** Files that came with a form, in the order they came; each lies in the store and belongs to nobody yet. */
export interface ReceivedForm {
  files: { slot: AttachmentSlot; file: ReceivedFile }[];
  /** Files that were not taken. Nothing of them is kept. */
  problems: { slot: AttachmentSlot; problem: UploadProblem }[];
}

type FormDeps = Pick<AppDeps, 'csrf' | 'files' | 'vault'>;

/**
 * Reads a form of questions among which some are answered by files: `req.body` then holds what was typed, whatever the
 * files are like, so that a refused file costs nobody their answers. Boxes for files are named like their slots. The
 * token has to come before the first file. A form no page of ours sends throws what ends as a 4xx page.
 */
export async function receiveForm(
  req: Request,
  res: Response,
  { deps, slots }: { deps: FormDeps; slots: readonly AttachmentSlot[] },
): Promise<ReceivedForm> {
  const intake = new FormIntake(deps, slots);
  try {
    await parse(req, res, { intake, slots, csrf: deps.csrf });
  } catch (error) {
    // Why it was refused first, even when there was a lot more to come.
    if (intake.isTooLong && !(error instanceof HttpProblem)) throw tooLong();
    // A form we do not make, or a connection that broke: neither is a failure of ours.
    throw error instanceof multer.MulterError || !req.complete ? new BadRequest() : error;
  }
  try {
    // Also the only check of a form that has no file at all.
    deps.csrf.check(req);
  } catch (error) {
    for (const { file } of intake.received) await deps.files.remove(file.storageKey);
    throw error;
  }
  return { files: intake.received, problems: intake.problems };
}

/** More than the fields of the longest list of rows, and far more than anybody types. */
const maxFields = 20_000;
const maxTypedBytes = 2_000_000;
/** How much of a file that is not taken is read on, so that what was typed behind it arrives. */
const maxWastedBytes = 200_000_000;

function parse(
  req: Request,
  res: Response,
  { intake, slots, csrf }: { intake: FormIntake; slots: readonly AttachmentSlot[] } & Pick<AppDeps, 'csrf'>,
): Promise<void> {
  const files = slots.reduce((total, { maxFiles }) => total + maxFiles + 1, 0);
  let stopParsing = (): void => undefined;
  const feeding = {
    streamHandler(_req: Request, parser: Writable) {
      stopParsing = () => parser.destroy(tooLong());
      req.pipe(parser);
    },
  };
  const upload = multer({
    ...feeding,
    storage: intake,
    limits: {
      files,
      fields: maxFields,
      parts: maxFields + files,
      fieldNameSize: 200,
      fieldSize: 300_000,
      fieldNestingDepth: 0,
      headerPairs: 20,
    },
    defParamCharset: 'utf8',
    fileFilter(_req, file, done) {
      try {
        csrf.check(req);
        if (file.originalname.includes('\0') || !slots.some(({ id }) => id === file.fieldname)) throw new BadRequest();
        done(null, true);
      } catch (error) {
        done(asError(error));
      }
    },
  }).any();
  return new Promise((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      intake.seenBytes += chunk.length;
      if (intake.seenBytes - intake.fileBytes <= maxTypedBytes) return;
      // What is typed is kept in memory until the form is whole. Of one too long the rest is read past, so that its
      // browser, still sending, gets to the page that says so; of one without end, nothing more.
      intake.isTooLong = true;
      stopParsing();
      if (intake.seenBytes > maxTypedBytes + maxWastedBytes) req.destroy();
    });
    upload(req, res, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(asError(error));
    });
  });
}

function tooLong(): HttpProblem {
  return new HttpProblem(413, 'Formulář je příliš dlouhý. Zkraťte, co jste napsali.');
}

/** Where multer hands over the files of a request; multer asks to remove them when the rest of the form is wrong. */
class FormIntake implements StorageEngine {
  received: ReceivedForm['files'] = [];
  readonly problems: ReceivedForm['problems'] = [];
  isTooLong = false;
  seenBytes = 0;
  fileBytes = 0;
  readonly #deps: FormDeps;
  readonly #slots: readonly AttachmentSlot[];

  constructor(deps: FormDeps, slots: readonly AttachmentSlot[]) {
    this.#deps = deps;
    this.#slots = slots;
  }

  _handleFile(_req: Request, given: Express.Multer.File, done: (error?: Error, info?: { path: string }) => void): void {
    this.#take(given).then(
      path => {
        done(undefined, { path });
      },
      (error: unknown) => {
        done(asError(error));
      },
    );
  }

  _removeFile(_req: Request, { path }: Express.Multer.File, done: (error: Error | null) => void): void {
    this.received = this.received.filter(({ file }) => file.storageKey !== path);
    const removed = path === '' ? Promise.resolve() : this.#deps.files.remove(path);
    removed.then(
      () => {
        done(null);
      },
      (error: unknown) => {
        done(asError(error));
      },
    );
  }

  /** The key in the store; empty when the file was not taken. */
  async #take({ fieldname, originalname, stream }: Express.Multer.File): Promise<string> {
    const slot = this.#slots.find(({ id }) => id === fieldname);
    if (!slot) throw new BadRequest();
    const content = this.#counted(stream);
    try {
      const stored = await takeIn(this.#deps, { content: withoutEnd(content), slot });
      this.received.push({ slot, file: { ...stored, name: safeFileName(originalname, stored.format) } });
      return stored.storageKey;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problems.push({ slot, problem: error.problem });
      await waste(content);
      return '';
    }
  }

  async *#counted(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
    for await (const chunk of stream) {
      this.fileBytes += chunk.length;
      yield chunk;
    }
    return undefined;
  }
}

/** Whoever stops reading it half way does not end it: the rest is still to be read. */
function withoutEnd(content: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => ({ next: () => content.next() }) };
}

async function waste(content: AsyncIterator<Buffer>): Promise<void> {
  let wasted = 0;
  for (let next = await content.next(); !next.done; next = await content.next()) {
    wasted += next.value.length;
    if (wasted > maxWastedBytes)
      throw new HttpProblem(413, 'Soubor je příliš velký. Zmenšete ho a\u00a0nahrajte znovu.');
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
