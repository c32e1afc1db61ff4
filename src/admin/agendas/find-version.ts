import type { Request } from 'express';
import type { PrismaClient } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { textParam } from '../../web/input.ts';
import { findDefinition, type StoredDefinition } from './queries.ts';

/** The version a path names: its slug and number, before it is known whether they exist. */
export function versionParams(req: Request): { slug: string; number: number } {
  const number = textParam(req, 'number');
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
  return { slug: textParam(req, 'slug'), number: Number(number) };
}

export async function findVersion(
  db: PrismaClient,
  req: Request,
): Promise<({ slug: string; number: number } & StoredDefinition) | null> {
  const { slug, number } = versionParams(req);
  const row = await db.agendaVersion.findFirst({
    where: { number, status: { not: 'trial' }, agenda: { slug } },
    select: { id: true },
  });
  const stored = row && (await findDefinition(db, row.id));
  return stored && { slug, number, ...stored };
}
