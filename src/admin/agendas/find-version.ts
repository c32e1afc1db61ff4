import type { Request } from 'express';
import type { PrismaClient, VersionStatus } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { textParam } from '../../web/input.ts';
import { findDefinition, type StoredDefinition } from './queries.ts';

/** The version a path names: its slug and number, before it is known whether they exist. */
export function versionParams(req: Request): { slug: string; number: number } {
  const number = versionNumber(textParam(req, 'number'));
  if (number === null) throw new NotFound();
  return { slug: textParam(req, 'slug'), number };
}

/** Null for what is no number of a version. */
export function versionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

export interface FoundVersion extends StoredDefinition {
  slug: string;
  number: number;
  status: VersionStatus;
  publishAt: Date | null;
}

export async function findVersion(db: PrismaClient, req: Request): Promise<FoundVersion | null> {
  return findNumbered(db, versionParams(req));
}

export async function findNumbered(
  db: PrismaClient,
  { slug, number }: { slug: string; number: number },
): Promise<FoundVersion | null> {
  const row = await db.agendaVersion.findFirst({
    where: { number, status: { not: 'trial' }, agenda: { slug } },
    select: { id: true, status: true, publishAt: true },
  });
  const stored = row && (await findDefinition(db, row.id));
  return stored && { slug, number, status: row.status, publishAt: row.publishAt, ...stored };
}
