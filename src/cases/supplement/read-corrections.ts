import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { type CorrectionContent, openCorrection } from './correction.ts';

export type Correction = CorrectionContent & { id: string };

/** As `correctionsSql` gives it. */
export interface CorrectionRow {
  id: string;
  /** Base64. */
  content: string;
}

/** As a part of another statement, of the case `c`. There is at most one a call of the office, so these are few. */
export const correctionsSql = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('id', k.id, 'content', encode(k.content, 'base64')) ORDER BY k.at, k.id)
  FROM case_correction k WHERE k.case_id = c.id)`;

/** In the order they came. */
export function openCorrections(vault: Vault, rows: CorrectionRow[] | null): Correction[] {
  return (rows ?? []).map(({ id, content }) => ({ id, ...openCorrection(vault, id, Buffer.from(content, 'base64')) }));
}
