import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import type { Actor } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import type { TemplateFields } from './form.ts';

interface By {
  actor: Actor;
  now: Temporal.Instant;
}
type ChangeDeps = Pick<Deps, 'db'>;

export async function addTemplate(
  { db }: ChangeDeps,
  { fields, actor, now }: By & { fields: TemplateFields },
): Promise<void> {
  const templateId = randomUUIDv7();
  await db.$transaction(async tx => {
    await tx.letterTemplate.create({ data: { id: templateId, ...fields, updatedAt: new Date(now.epochMilliseconds) } });
    const subject = `letter_template/${templateId}`;
    await recordAudit(tx, {
      ...{ actor, at: now, subject },
      action: 'letterTemplateSaved',
      details: { templateId, version: 1 },
    });
  });
}

/** `changed`: somebody has saved another text since the page was made, or removed the template. */
export async function changeTemplate(
  { db }: ChangeDeps,
  { id, expectedVersion, fields, actor, now }: By & { id: string; expectedVersion: number; fields: TemplateFields },
): Promise<'done' | 'changed'> {
  return db.$transaction(async tx => {
    const { count } = await tx.letterTemplate.updateMany({
      where: { id, version: expectedVersion },
      data: { ...fields, version: expectedVersion + 1, updatedAt: new Date(now.epochMilliseconds) },
    });
    if (count === 0) return 'changed';
    const details = { templateId: id, version: expectedVersion + 1 };
    const subject = `letter_template/${id}`;
    await recordAudit(tx, { actor, at: now, action: 'letterTemplateSaved', subject, details });
    return 'done';
  });
}

/** Letters that were begun with it stay as they are. */
export async function removeTemplate({ db }: ChangeDeps, { id, actor, now }: By & { id: string }): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.letterTemplate.deleteMany({ where: { id } });
    if (count === 0) return;
    const entry = { actor, at: now, subject: `letter_template/${id}`, details: { templateId: id } };
    await recordAudit(tx, { ...entry, action: 'letterTemplateRemoved' });
  });
}
