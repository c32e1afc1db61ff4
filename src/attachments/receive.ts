import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { AttachmentSlot } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { BadRequest } from '../web/errors.ts';
import { safeFileName } from './file-name.ts';
import { Refusal, takeIn, type StoredContent } from './intake.ts';
import type { UploadProblem } from './problems.ts';

/** A file that lies in the store but belongs to nobody yet: give it an owner, or remove it. */
export interface ReceivedFile extends StoredContent {
  name: string;
}

type Received = { ok: true; file: ReceivedFile } | { ok: false; problem: UploadProblem };

/**
 * Reads a multipart form of a token and one file, field `file`, for the slot. The token has to come before the file and
 * is checked before any byte of it is stored. A form no page of ours sends throws what ends as a 4xx page.
 */
export async function receiveUpload(
  req: Request,
  res: Response,
  { deps, slot }: { deps: Pick<AppDeps, 'csrf' | 'files' | 'vault'>; slot: AttachmentSlot },
): Promise<Received> {
  const intake = new Intake(deps, slot);
  try {
    await parse(req, res, { intake, csrf: deps.csrf });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    // A form we do not make, or a connection that broke: neither is a failure of ours.
    throw error instanceof multer.MulterError || !req.complete ? new BadRequest() : error;
  }
  try {
    // Also the only check of a form that has no file at all.
    deps.csrf.check(req);
  } catch (error) {
    if (intake.file) await deps.files.remove(intake.file.storageKey);
    throw error;
  }
  return intake.file ? { ok: true, file: intake.file } : { ok: false, problem: 'missing' };
}

const limits = {
  files: 1,
  fields: 5,
  parts: 8,
  fieldNameSize: 100,
  fieldSize: 2000,
  fieldNestingDepth: 0,
  headerPairs: 20,
};

function parse(
  req: Request,
  res: Response,
  { intake, csrf }: { intake: Intake } & Pick<AppDeps, 'csrf'>,
): Promise<void> {
  const upload = multer({
    storage: intake,
    limits,
    defParamCharset: 'utf8',
    fileFilter(_req, file, done) {
      try {
        csrf.check(req);
        if (file.originalname.includes('\0')) throw new BadRequest();
        done(null, true);
      } catch (error) {
        done(asError(error));
      }
    },
  }).single('file');
  return new Promise((resolve, reject) => {
    upload(req, res, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(asError(error));
    });
  });
}

/** Where multer hands over the one file of a request; multer asks to remove it when the rest of the form is wrong. */
class Intake implements StorageEngine {
  file: ReceivedFile | undefined;
  readonly #deps: Pick<AppDeps, 'files' | 'vault'>;
  readonly #slot: AttachmentSlot;

  constructor(deps: Pick<AppDeps, 'files' | 'vault'>, slot: AttachmentSlot) {
    this.#deps = deps;
    this.#slot = slot;
  }

  _handleFile(_req: Request, given: Express.Multer.File, done: (error?: Error) => void): void {
    takeIn(this.#deps, { content: given.stream, slot: this.#slot }).then(
      stored => {
        this.file = { ...stored, name: safeFileName(given.originalname, stored.format) };
        done();
      },
      (error: unknown) => {
        done(asError(error));
      },
    );
  }

  _removeFile(_req: Request, _given: Express.Multer.File, done: (error: Error | null) => void): void {
    const { file } = this;
    this.file = undefined;
    const removed = file ? this.#deps.files.remove(file.storageKey) : Promise.resolve();
    removed.then(
      () => {
        done(null);
      },
      (error: unknown) => {
        done(asError(error));
      },
    );
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
