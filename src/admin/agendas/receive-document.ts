import type { Request, Response } from 'express';
import multer from 'multer';
import type { Csrf } from '../../web/csrf.ts';
import { BadRequest } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { mostArchived } from './read-document.ts';

/** An agenda has at most 2 MB, and an archive holds all of them. */
const maxBytes = 20_000_000;

const upload = multer({
  storage: multer.memoryStorage(),
  limits: {
    files: 1,
    fileSize: maxBytes,
    fieldSize: maxBytes,
    // The page that asks about sketches has a box for each.
    fields: mostArchived + 5,
    parts: mostArchived + 8,
    fieldNestingDepth: 0,
  },
}).single('soubor');

/** `isPasted`: typed into the form, so it stays there when it is wrong. */
type Received = { ok: true; text: string; isPasted: boolean } | { ok: false; message: string };

/** The document of the import form: the uploaded file, or what was pasted. An agenda is small, so it is read into memory. */
export async function receiveDocument(req: Request, res: Response, csrf: Csrf): Promise<Received> {
  const failure = await new Promise<unknown>(resolve => {
    let seenBytes = 0;
    req.on('data', (chunk: Buffer) => {
      seenBytes += chunk.length;
      // The document once, as a file or as text, and little else: no page of ours sends more.
      if (seenBytes > 3 * maxBytes) req.destroy();
    });
    upload(req, res, resolve);
  });
  if (failure instanceof multer.MulterError) {
    if (failure.code !== 'LIMIT_FILE_SIZE' && failure.code !== 'LIMIT_FIELD_VALUE') throw new BadRequest();
    return {
      ok: false,
      message: 'Soubor je větší než 20\u00a0MB. Tak velký archiv agend není, vyberte prosím jiný soubor.',
    };
  }
  // A connection that broke, or that we broke, is no failure of ours.
  if (failure) throw failure instanceof Error && req.complete ? failure : new BadRequest();
  csrf.check(req);
  if (req.file && req.file.size > 0) return fromFile(req.file.buffer);
  const pasted = formBody(req).dokument;
  const text = typeof pasted === 'string' ? pasted : '';
  if (text.trim() === '') return { ok: false, message: 'Vyberte soubor, nebo vložte text dokumentu.' };
  return { ok: true, text, isPasted: true };
}

function fromFile(content: Buffer): Received {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(content), isPasted: false };
  } catch {
    return { ok: false, message: 'Soubor není text v\u00a0kódování UTF-8. Vyberte soubor JSON.' };
  }
}
