import { beforeEach, describe, expect, test } from 'vitest';
import { findSketch, saveSketch, type Sketch } from '../../../src/admin/agendas/sketch.ts';
import type { Logic } from '../../../src/core/form/definition.ts';
import { startPortal } from '../../support/app.ts';
import { createOfficer } from '../../support/factories.ts';

const portal = await startPortal();
const { db, deps } = portal;
const { actor } = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const { actor: other } = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  name: 'Jan Malý',
});
const slug = 'ohlaseni-psa';

beforeEach(async () => {
  const { agendaId, definition } = await db.agendaVersion.findFirstOrThrow({
    where: { agenda: { slug }, status: 'published' },
  });
  await db.agendaVersion.deleteMany({ where: { agendaId, status: 'draft' } });
  await db.agendaVersion.create({ data: { agendaId, number: 2, title: 'Pes', definition: definition ?? {} } });
});

const save = async (change: (definition: Sketch['definition']) => void, revision = 0, by = actor) => {
  const { definition } = await sketch();
  change(definition);
  return saveSketch(deps, { slug, revision, definition, actor: by, now: deps.now() });
};

describe('a sketch', () => {
  test('is kept with its gaps, and says who changed it', async () => {
    const result = await save(definition => {
      definition.title = '';
      definition.steps = [];
      definition.department = '';
    });
    expect(result).toEqual({ ok: true, revision: 1 });
    const kept = await sketch();
    expect(kept).toMatchObject({ slug, number: 2, revision: 1, definition: { title: '', steps: [], department: '' } });
    expect(kept.editedBy?.name).toBe(actor.name);
  });

  test('keeps the address of its agenda, and leaves out what a database cannot hold', async () => {
    await save(definition => {
      definition.slug = 'jina-agenda';
      definition.summary = 'Pes\0 a\ud800 kočka';
    });
    expect((await sketch()).definition).toMatchObject({ slug, summary: 'Pes a\ufffd kočka' });
  });

  test('changed meanwhile is not overwritten; the other one is given back', async () => {
    await save(definition => (definition.title = 'První'));
    const second = await save(definition => (definition.title = 'Druhá'), 0, other);
    expect(second).toMatchObject({
      ok: false,
      reason: 'changed',
      current: { revision: 1, definition: { title: 'První' } },
    });
    expect((await sketch()).definition.title).toBe('První');
  });

  test('saved by ten at once is saved by one', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, i) => save(definition => (definition.title = `Pokus ${i}`))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await sketch()).revision).toBe(1);
  });

  test.each([
    ['deeper than can be opened again', JSON.parse(`${'{"!":'.repeat(30_000)}true${'}'.repeat(30_000)}`), 'zanořený'],
    ['of endless parts', { and: Array.from({ length: 200_001 }, () => 1) }, 'příliš mnoho'],
    ['with a name no database keeps', { '\0': 1 }, 'nejde uložit'],
  ] as [string, Logic, string][])('%s is refused, and what was saved stays', async (_what, when, message) => {
    const before = await sketch();
    const result = await save(definition => {
      for (const step of definition.steps) step.when = when;
    });
    expect(result).toEqual({ ok: false, reason: 'unsafe', message: expect.stringContaining(message) as unknown });
    expect(await sketch()).toEqual(before);
  });

  test('that is not there is missing', async () => {
    const { definition } = await sketch();
    for (const missing of ['zadost-o-informace', 'nic-takoveho']) {
      const result = await saveSketch(deps, { slug: missing, revision: 0, definition, actor, now: deps.now() });
      expect(result).toEqual({ ok: false, reason: 'missing' });
      expect(await findSketch(db, missing)).toBeNull();
    }
  });

  test('leaves one record for each administrator and stretch of work', async () => {
    const records = () => db.auditRecord.count({ where: { action: 'agendaEdited' } });
    const before = await records();
    portal.setNow('2026-05-04T08:00:00Z');
    await save(() => undefined, 0);
    await save(() => undefined, 1);
    expect(await records()).toBe(before + 1);
    await save(() => undefined, 2, other);
    expect(await records()).toBe(before + 2);
    portal.setNow('2026-05-04T09:30:00Z');
    await save(() => undefined, 3, other);
    expect(await records()).toBe(before + 3);
  });
});

async function sketch(): Promise<Sketch> {
  const found = await findSketch(db, slug);
  if (!found) throw new Error('the sketch is gone');
  return found;
}
