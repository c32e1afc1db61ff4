import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { NewDocument } from './documents.ts';
import { type Pending, type Plan, planImport, type SeenSketch } from './plan-import.ts';
import { auditVersion, type By, date } from './version-command.ts';
import { putAside } from './withdraw-version.ts';

/**
 * `same`: a version says so already; `begun`: it is the sketch now; `replaced`: it is, and the one before was put aside;
 * `kept`: there is another sketch, which stayed. The number is that of the version meant.
 */
export type Imported = { slug: string; number: number; outcome: 'same' | 'begun' | 'replaced' | 'kept' };

export type ImportRefusal =
  /** Versions that wait for their publication; it has to be taken back first. */
  | { ok: false; reason: 'scheduled'; versions: Pending[] }
  /** Somebody has to say what becomes of these. `others` is how many documents would be kept besides. */
  | { ok: false; reason: 'sketches'; sketches: Pending[]; others: number };

interface Import extends By {
  documents: readonly NewDocument[];
  /** Sketches to be replaced, as they were seen; the others stay. Undefined as long as nobody was asked. */
  replace?: readonly SeenSketch[] | undefined;
}

/**
 * Keeps checked documents as sketches of their agendas, all of them or none. An agenda nobody has heard of begins with it.
 * Where another sketch is being written, asks first; one that is replaced is put aside and stays among the versions.
 */
export async function importDocuments(
  { db }: Pick<Deps, 'db'>,
  { documents, replace, ...by }: Import,
): Promise<{ ok: true; imported: Imported[] } | ImportRefusal> {
  const everything = db.$transaction(
    async tx => {
      const plans = await planImport(tx, { documents, replace });
      const refusal = refusalOf(plans);
      if (refusal) throw new Refused(refusal);
      const imported: Imported[] = [];
      for (const plan of plans) imported.push(await carryOut(tx, plan, by));
      return { ok: true as const, imported };
    },
    { timeout: 60_000 },
  );
  try {
    return await everything;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Undoes what the transaction has done so far. */
class Refused extends Error {
  readonly refusal: ImportRefusal;
  constructor(refusal: ImportRefusal) {
    super(`nothing is imported: ${refusal.reason}`);
    this.refusal = refusal;
  }
}

function refusalOf(plans: readonly Plan[]): ImportRefusal | undefined {
  const versions = plans.flatMap(plan => (plan.step === 'wait' ? [plan.waiting] : []));
  if (versions.length > 0) return { ok: false, reason: 'scheduled', versions };
  if (!plans.some(({ step }) => step === 'ask')) return undefined;
  // Also those that were decided already: they are decided once more, all together.
  const sketches = plans.flatMap(plan => ('sketch' in plan ? [plan.sketch] : []));
  return { ok: false, reason: 'sketches', sketches, others: plans.filter(({ step }) => step === 'begin').length };
}

async function carryOut(tx: Prisma.TransactionClient, plan: Plan, by: By): Promise<Imported> {
  const { slug } = plan.document;
  if (plan.step === 'same') return { slug, number: plan.number, outcome: 'same' };
  if (plan.step === 'keep') return { slug, number: plan.sketch.number, outcome: 'kept' };
  const replaced = plan.step === 'replace' ? plan.sketch : undefined;
  if (replaced) await putAside(tx, { ...replaced, ...by });
  const { agendaId, number, document } = plan;
  const definition = document.document as Prisma.InputJsonObject;
  // Whoever has the one before open in the designer is told that it has changed.
  const revision = replaced ? replaced.revision + 1 : 0;
  const createdAt = date(by.now);
  await tx.agendaVersion.create({ data: { agendaId, number, title: document.title, definition, revision, createdAt } });
  await auditVersion(tx, { slug, number, ...by }, 'agendaImported');
  return { slug, number, outcome: replaced ? 'replaced' : 'begun' };
}
