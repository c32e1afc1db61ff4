import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { BadRequest, NotFound } from './errors.ts';

const uuid = z.uuid();

/** An id in a path; anything that is no id leads nowhere, and never reaches the database. */
export function idParam(req: Request, name: string): string {
  const parsed = uuid.safeParse(req.params[name]);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

/** One word of a path that is looked up as text. */
export function textParam(req: Request, name: string): string {
  const value = req.params[name];
  if (typeof value !== 'string' || value.length > 100) throw new NotFound();
  return value;
}

/** The last value of a query parameter, or '' - a doubled or missing one is not worth an error page. */
export function queryText(req: Pick<Request, 'query'>, name: string, maxLength = 200): string {
  const value: unknown = req.query[name];
  const text: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof text === 'string' ? text.slice(0, maxLength) : '';
}

/** The submitted form as a plain object, whatever the browser sent. */
export function formBody(req: Request): Record<string, unknown> {
  const body: unknown = req.body;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

export interface FormError {
  /** Id of the input the error summary links to. */
  field: string;
  message: string;
}

/** Either the parsed form, or what to tell the person, field by field. */
export function parseForm<T>(
  schema: z.ZodType<T>,
  req: Request,
): { ok: true; form: T } | { ok: false; errors: FormError[] } {
  const parsed = schema.safeParse(formBody(req));
  if (parsed.success) return { ok: true, form: parsed.data };
  const first = new Map<string, FormError>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!first.has(field)) first.set(field, { field, message: issue.message });
  }
  return { ok: false, errors: [...first.values()] };
}

/** PostgreSQL text cannot hold a null byte, and no keyboard types one. */
export const refuseNullBytes: RequestHandler = (req, _res, next) => {
  if (req.url.includes('%00') || hasNullByte(req.body)) throw new BadRequest();
  next();
};

function hasNullByte(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || hasNullByte(inner));
}
