import type { StaffPost } from '../../../core/identity/staff.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';

type Tx = Prisma.TransactionClient;

/** Why an officer's post cannot follow the directory; each is settled by an administrator. */
export type Hindrance = 'hasCases' | 'lastAdmin' | 'noDepartment';

/** What the office does with its people, for the directory to have its way; from the slice that keeps them. */
export interface StaffOffice {
  add(
    tx: Tx,
    params: { accountId: string; post: StaffPost; jobTitle: string | null; phone: string | null },
  ): Promise<'done' | Hindrance>;
  follow(tx: Tx, params: { officerId: string; post: StaffPost }): Promise<'done' | Hindrance>;
  /** Nothing is theirs to do here any more. Whoever cannot go yet is made known to their head. */
  dismiss(tx: Tx, params: { officerId: string }): Promise<'done' | Hindrance>;
}
