import type { Request, Response } from 'express';
import type { AssuranceLevel } from '../../core/actor.ts';
import type { Represented } from '../../core/identity/claims.ts';
import { type FinishDeps, finishSignIn } from '../finish-sign-in.ts';
import { byProvider } from '../sign-ins.ts';
import type { Holder } from '../whois.ts';
import type { ProvenIdentity } from './proven.ts';

/** Takes note of whom somebody proved to represent, and says it to them; null when there is nothing new. From the slice that keeps organisations. */
export type TakeRepresentative = (proved: {
  accountId: string;
  level: AssuranceLevel;
  represented: Represented;
}) => Promise<string | null>;

export type EnterDeps = FinishDeps & { takeRepresentative: TakeRepresentative };

/** Signs in whom a provider has proved. */
export async function enter(
  deps: EnterDeps,
  req: Request,
  res: Response,
  { holder, proven }: { holder: Holder; proven: ProvenIdentity },
): Promise<void> {
  const notice = await noticeOfRepresented(deps, holder.accountId, proven);
  await finishSignIn(deps, req, res, { signedIn: byProvider(holder, proven), ...(notice !== null && { notice }) });
}

/** What there is to say of the organisation they were proved to represent. */
export function noticeOfRepresented(
  { takeRepresentative }: Pick<EnterDeps, 'takeRepresentative'>,
  accountId: string,
  { level, represents }: ProvenIdentity,
): Promise<string | null> {
  return represents ? takeRepresentative({ accountId, level, represented: represents }) : Promise.resolve(null);
}
