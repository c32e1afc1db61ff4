import type { Definition } from '../form/definition.ts';

type Kind = Definition['clock']['kind'];

/** What a law lets happen to a period while it runs. */
interface ClockLaw {
  /**
   * What a call to mend the filing does: the period stands still until it is answered and goes on, stands still and
   * begins anew, or runs on.
   */
  supplement: 'suspends' | 'restarts' | 'runsOn';
  /** By which provision the period stands still; null where it may not. */
  suspension: string | null;
  /** By how many days at most it may be made longer, in the unit of the period, and by which provision. */
  extension: { days: number; provision: string } | null;
}

const codeOfProcedure: Pick<ClockLaw, 'supplement' | 'suspension'> = {
  supplement: 'suspends',
  suspension: '§\u00a064 a\u00a065 odst.\u00a01 zákona č.\u00a0500/2004\u00a0Sb.',
};

/**
 * By kind of clock. The Code of Administrative Procedure (500/2004): § 64 and 65 (suspension), § 71 (3) (up to thirty more
 * days). Access to information (106/1999): § 14 (5) a) (a completed request counts anew), § 14 (7) (ten more days).
 * Complaints, § 175 of the Code: sixty days, which no act of the office makes longer.
 */
export const clockLaws: Record<Kind, ClockLaw> = {
  administrative: {
    ...codeOfProcedure,
    extension: { days: 30, provision: '§\u00a071 odst.\u00a03 zákona č.\u00a0500/2004\u00a0Sb.' },
  },
  information: {
    supplement: 'restarts',
    suspension: '§\u00a014 odst.\u00a05 písm.\u00a0a) zákona č.\u00a0106/1999\u00a0Sb.',
    extension: { days: 10, provision: '§\u00a014 odst.\u00a07 zákona č.\u00a0106/1999\u00a0Sb.' },
  },
  complaint: { supplement: 'runsOn', suspension: null, extension: null },
  own: { ...codeOfProcedure, extension: null },
};
