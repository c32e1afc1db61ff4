import type { Request } from 'express';
import { z } from 'zod';
import { officerRoles } from '../../../core/actor.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { formBody, type FormError, parseForm } from '../../../web/input.ts';
import { officePhone, officeText } from '../contact.ts';
import { typedEmail } from '../../../web/typed-email.ts';

/** Browsers send one tick as a text, more as a list, none not at all. */
function ticks<T extends z.ZodType>(item: T) {
  return z.preprocess((sent: unknown) => (sent === undefined ? [] : [sent].flat()), z.array(item));
}

const post = z.object({
  name: officeText('Zadejte jméno a\u00a0příjmení', 100),
  jobTitle: officeText('Napište pracovní zařazení', 100),
  phone: officePhone,
  departmentId: z.uuid('Vyberte odbor'),
  roles: ticks(z.enum(officerRoles, 'Vyberte oprávnění ze seznamu')).refine(
    roles => roles.length > 0,
    'Vyberte aspoň jedno oprávnění',
  ),
  agendaIds: ticks(z.uuid('Vyberte agendy ze seznamu')),
});

const newcomer = z.object({ email: typedEmail, ...post.shape });

export type Post = z.output<typeof post>;
export type Newcomer = z.output<typeof newcomer>;
type Read<T> = { ok: true; form: T } | { ok: false; errors: FormError[] };

export function readNewcomer(db: PrismaClient, req: Request): Promise<Read<Newcomer>> {
  return known(db, parseForm(newcomer, req));
}

export function readPost(db: PrismaClient, req: Request): Promise<Read<Post>> {
  return known(db, parseForm(post, req));
}

/** The lists of the form as they were ticked, whatever was sent. */
export function ticked(req: Request): { roles: string[]; agendaIds: string[] } {
  const { roles, agendaIds } = formBody(req);
  const texts = (sent: unknown): string[] => [sent].flat().filter(text => typeof text === 'string');
  return { roles: texts(roles), agendaIds: texts(agendaIds) };
}

/** What it names has to be there. */
async function known<T extends Post>(db: PrismaClient, read: Read<T>): Promise<Read<T>> {
  if (!read.ok) return read;
  const { departmentId, agendaIds } = read.form;
  const [departments, agendas] = await Promise.all([
    db.department.count({ where: { id: departmentId } }),
    db.agenda.count({ where: { id: { in: agendaIds } } }),
  ]);
  const errors = [
    ...(departments === 0 ? [{ field: 'departmentId', message: 'Vyberte odbor' }] : []),
    ...(agendas < new Set(agendaIds).size ? [{ field: 'agendaIds', message: 'Vyberte agendy ze seznamu' }] : []),
  ];
  return errors.length > 0 ? { ok: false, errors } : read;
}
