import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { answersSchema } from '../core/form/json-schema.ts';
import { NotFound } from '../web/errors.ts';
import { textParam } from '../web/input.ts';
import type { Catalogue } from './catalogue.ts';
import type { OfferedAgenda } from './load-directory.ts';

interface SchemaFile {
  text: string;
  etag: string;
}

/** What answers to an agenda look like, for those who prepare filings by software. */
export function answersSchemaFile({ directory }: Pick<Catalogue, 'directory'>): RequestHandler {
  // As long as the agenda is in the directory.
  const made = new WeakMap<OfferedAgenda, SchemaFile>();
  return async (req, res) => {
    const source = await directory.current();
    const agenda = source.find(textParam(req, 'slug'));
    if (!agenda) throw new NotFound();
    const file = made.get(agenda) ?? schemaFile(agenda);
    made.set(agenda, file);
    // Always asked for anew, as its page is: the next version of the agenda may ask something else.
    res.type('application/schema+json').set({ 'Cache-Control': 'no-cache', ETag: file.etag }).send(file.text);
  };
}

function schemaFile({ definition }: OfferedAgenda): SchemaFile {
  const text = JSON.stringify(answersSchema(definition), null, 2);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"` };
}
