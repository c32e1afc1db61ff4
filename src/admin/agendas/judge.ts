import { createHash } from 'node:crypto';
import type { Definition } from '../../core/form/definition.ts';
import { type Finding, gate } from '../../core/form/gate.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** What stands in the way of publication, and what only has to be thought about. */
export interface Judgement {
  /** These have to be mended. */
  errors: Finding[];
  /** Each needs a reason why it may stay. */
  warnings: Warning[];
}

interface Warning extends Finding {
  /** Names it in a form; the same as long as the same is found at the same place. */
  key: string;
}

/** A warning that somebody decided to leave, and why; kept with the version. */
export type Acknowledgement = {
  rule: string;
  path: string;
  message: string;
  reason: string;
};

type Db = Pick<Prisma.TransactionClient, 'department' | 'lifeSituation'>;

/** Levels of identity this portal can prove. */
const offeredIdentity = ['none', 'account'] as const;

export async function judge(
  db: Db,
  { definition, now }: { definition: Definition; now: Temporal.Instant },
): Promise<Judgement> {
  const [departments, situations] = await Promise.all([
    db.department.findMany({ select: { slug: true } }),
    db.lifeSituation.findMany({ select: { slug: true } }),
  ]);
  const findings = gate(definition, {
    today: dayInPrague(now),
    departments: departments.map(({ slug }) => slug),
    lifeSituations: situations.map(({ slug }) => slug),
    offeredIdentity: [...offeredIdentity],
  });
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  return {
    errors,
    warnings: warnings.map(warning => ({ ...warning, key: keyOf(warning) })),
  };
}

function keyOf({ rule, path }: Finding): string {
  return createHash('sha256').update(`${rule} ${path}`).digest('hex').slice(0, 12);
}

/** Reasons by the key of the warning. */
export type Reasons = Partial<Record<string, string>>;

/** The warnings with their reasons; nothing while there is an error, or a warning without a reason. */
export function acknowledge({ errors, warnings }: Judgement, reasons: Reasons): Acknowledgement[] | undefined {
  if (errors.length > 0) return undefined;
  const given = warnings.map(({ key, rule, path, message }) => ({
    rule,
    path,
    message,
    reason: reasons[key]?.trim() ?? '',
  }));
  return given.every(({ reason }) => reason !== '') ? given : undefined;
}
