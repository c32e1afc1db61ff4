/**
 * Why a provider did not let somebody in. `cancelled`: they changed their mind; `stale`: nobody here is on the way to it;
 * `unproved`: what came back does not prove who they are; `level`: it proves too little; `unavailable`: it does not answer.
 */
export type ProviderReason = keyof typeof statuses;

const statuses = {
  cancelled: 400,
  stale: 400,
  unproved: 400,
  level: 400,
  unavailable: 503,
  /** What it says lacks what the portal needs. */
  incomplete: 400,
  /** The directory of the office gives them no post, and what stands against another one. */
  noPost: 403,
  inactive: 403,
  citizen: 403,
  hasCases: 403,
  lastAdmin: 403,
  noDepartment: 502,
} as const;

/** A sign-in through a provider that ends with a page saying why. `detail` is for the log: never what somebody said of themselves. */
export class ProviderProblem extends Error {
  readonly reason: ProviderReason;
  readonly detail: string;

  constructor(reason: ProviderReason, detail: string = reason) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }

  get status(): number {
    return statuses[this.reason];
  }
}
