import { z } from 'zod';
import type { OrganisationKind } from '../../generated/prisma/client.ts';

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform(text => text.trim().replaceAll(/\s+/g, ' '))
    .refine(text => text !== '' && !/\p{Cc}/u.test(text));

/** A firm as the portal knows it. */
export const firm = z.object({
  ico: z.string().regex(/^\d{8}$/),
  name: line(500),
  /** A code of the register of legal forms; null when ARES does not say. */
  legalForm: z.string().max(10).nullable(),
  address: z.string().max(500),
  /** The day on which it ceased to be. */
  dissolvedOn: z.iso.date().nullable(),
});

export type Firm = z.infer<typeof firm>;

/** What ARES answers, as far as the portal needs it; throws of anything else. */
const aresAnswer = z.object({
  ico: z.string().regex(/^\d{1,8}$/),
  obchodniJmeno: line(500),
  pravniForma: z.string().max(10).nullish(),
  datumZaniku: z.iso.date().nullish(),
  sidlo: z.object({ textovaAdresa: line(500).nullish() }).nullish(),
});

export function readAnswer(answer: unknown): Firm {
  const { ico, obchodniJmeno: name, pravniForma, datumZaniku, sidlo } = aresAnswer.parse(answer);
  return {
    ico: ico.padStart(8, '0'),
    name,
    legalForm: pravniForma ?? null,
    address: sidlo?.textovaAdresa ?? '',
    dissolvedOn: datumZaniku ?? null,
  };
}

/** Codes 101 to 108 and 424 are people who do business, without a firm that would be somebody else than they are. */
export function kindOf({ legalForm }: Firm): OrganisationKind | null {
  if (legalForm === null) return null;
  return /^10[1-8]$|^424$/.test(legalForm) ? 'entrepreneur' : 'legalPerson';
}
