import { randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { checkDefinition } from '../../src/core/form/check-definition.ts';
import { letterKinds } from '../../src/core/letters/steps.ts';
import { checkTemplate, templateProblemText } from '../../src/core/letters/template/check.ts';
import type { Deps } from '../../src/deps.ts';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { readAgendas, readSeed, readText } from './read.ts';

const slug = z.string().regex(/^[a-z0-9-]+$/);
const sites = z.array(
  z.strictObject({
    slug,
    name: z.string(),
    address: z.string(),
    hours: z.array(z.strictObject({ days: z.string(), hours: z.string() })),
  }),
);
const departments = z.array(
  z.strictObject({
    slug,
    name: z.string(),
    phone: z.string(),
    email: z.email(),
    site: slug,
    /** The department it is a unit of, which stands before it. */
    parent: slug.optional(),
  }),
);
const lifeSituations = z.array(z.strictObject({ slug, name: z.string(), summary: z.string(), icon: z.string() }));

const letterTemplates = z.array(z.strictObject({ file: z.string(), kind: z.enum(letterKinds), title: z.string() }));

/**
 * The city as data: buildings, departments, life situations, agendas and letters to begin with, each agenda published as its
 * first version.
 * Fills an empty database only; from then on the office looks after its own data.
 */
export async function seedCity({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  if (await db.department.findFirst({ select: { id: true } })) return;
  await db.$transaction(
    async tx => {
      // Replicas that start at once: one fills, the others find it filled.
      await tx.$executeRaw`LOCK TABLE "department" IN EXCLUSIVE MODE`;
      if (await tx.department.findFirst({ select: { id: true } })) return;
      await insertDepartments(tx);
      const situations = readSeed('life-situations.json', lifeSituations);
      await tx.lifeSituation.createMany({
        data: situations.map((situation, position) => ({ ...situation, position })),
      });
      const at = new Date(now().epochMilliseconds);
      await insertAgendas(tx, at);
      await insertLetterTemplates(tx, at);
      // A portal that is already running offers them from now on.
      await tx.$executeRaw`SELECT pg_notify('catalogue_changed', '')`;
    },
    { timeout: 30_000 },
  );
}

async function insertDepartments(tx: Prisma.TransactionClient): Promise<void> {
  const created = await tx.site.createManyAndReturn({ data: readSeed('sites.json', sites) });
  const siteIds = new Map(created.map(site => [site.slug, site.id]));
  const rows = readSeed('departments.json', departments);
  const departmentIds = new Map(rows.map(row => [row.slug, randomUUIDv7()]));
  await tx.department.createMany({
    data: rows.map(({ site, parent, ...department }, position) => ({
      ...department,
      id: idOf(departmentIds, department.slug),
      position,
      siteId: idOf(siteIds, site),
      parentId: parent === undefined ? null : idOf(departmentIds, parent),
    })),
  });
}

async function insertAgendas(tx: Prisma.TransactionClient, publishedAt: Date): Promise<void> {
  const documents = readAgendas().map(checked);
  const agendas = await tx.agenda.createManyAndReturn({ data: documents.map(({ slug }) => ({ slug })) });
  const agendaIds = new Map(agendas.map(agenda => [agenda.slug, agenda.id]));
  await tx.agendaVersion.createMany({
    data: documents.map(({ slug, title, document }) => ({
      agendaId: idOf(agendaIds, slug),
      number: 1,
      status: 'published' as const,
      title,
      definition: document as Prisma.InputJsonObject,
      publishedAt,
    })),
  });
}

/** Checked as the office's own are when they are saved. */
async function insertLetterTemplates(tx: Prisma.TransactionClient, updatedAt: Date): Promise<void> {
  const templates = readSeed('letters.json', letterTemplates).map(({ file, kind, title }) => {
    const text = readText(path.join('letters', file));
    const problems = checkTemplate(text, null).map(templateProblemText);
    if (problems.length > 0) throw new Error(`letters/${file}\n${problems.join('\n')}`);
    return { kind, title, text, updatedAt };
  });
  await tx.letterTemplate.createMany({ data: templates });
}

/** Kept as it was written, like any document that is imported. */
function checked({ file, document }: { file: string; document: unknown }) {
  const checkedDocument = checkDefinition(document);
  if (checkedDocument.ok) return { ...checkedDocument.definition, document };
  const problems = checkedDocument.problems.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`agendas/${file}\n${problems.join('\n')}`);
}

function idOf(ids: Map<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`The seed data name an unknown "${slug}"`);
  return id;
}
