import { z } from 'zod';
import { letterKinds } from '../core/letters/steps.ts';

/** A letter as it is written. */
export const letterForm = z.object({
  druh: z.enum(letterKinds, 'Vyberte, jestli jde o\u00a0dopis, nebo o\u00a0rozhodnutí.'),
  nazev: z.string().trim().min(1, 'Napište název dopisu.').max(200, 'Zkraťte název na 200\u00a0znaků.'),
  text: z.string().trim().min(1, 'Napište text dopisu.').max(50_000, 'Zkraťte text na 50\u00a0000\u00a0znaků.'),
});

export const returnForm = z.object({
  duvod: z.string().trim().min(1, 'Napište, proč dopis vracíte.').max(2000, 'Zkraťte důvod na 2\u00a0000\u00a0znaků.'),
});

/** What is in the boxes. */
export interface TypedLetter {
  druh: string;
  nazev: string;
  text: string;
}

export function typedLetter(body: Record<string, unknown>): TypedLetter {
  const textOf = (name: keyof TypedLetter): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  return { druh: textOf('druh'), nazev: textOf('nazev'), text: textOf('text').replaceAll('\r\n', '\n') };
}

export function typedReason({ duvod }: Record<string, unknown>): string {
  return typeof duvod === 'string' ? duvod : '';
}
