import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { definitionSchema, type DefinitionInput } from '../../src/core/form/definition.ts';
import { aDefinition } from '../core/form/definitions.ts';
import type { Portal } from '../support/app.ts';

/** Offers an agenda made for a test, and gives its slug; of a slug that is offered already, a newer version of it. */
export async function offerAgenda(
  { db }: Pick<Portal, 'db'>,
  steps: DefinitionInput['steps'],
  rest: Partial<DefinitionInput> = {},
): Promise<string> {
  const slug = rest.slug ?? `zkouska-${randomUUID().slice(0, 8)}`;
  const definition = definitionSchema.parse(aDefinition(steps, { ...rest, slug }));
  const agenda = await db.agenda.upsert({ where: { slug }, create: { slug }, update: {} });
  await db.agendaVersion.updateMany({
    where: { agendaId: agenda.id, status: 'published' },
    data: { status: 'superseded' },
  });
  const number = (await db.agendaVersion.count({ where: { agendaId: agenda.id } })) + 1;
  await db.agendaVersion.create({
    data: {
      agendaId: agenda.id,
      number,
      title: definition.title,
      definition: z.json().parse(definition) ?? {},
      status: 'published',
      publishedAt: new Date(),
    },
  });
  return slug;
}
