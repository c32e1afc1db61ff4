import { z } from 'zod';
import { outcomes } from '../../core/case/states.ts';

/** What each form of the desk sends; the words are Czech, as on the page. */

const text = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .transform(withUnixLines)
    .pipe(z.string().min(1, missing).max(longest, `Zkraťte text na\u00a0nejvýš ${longest}\u00a0znaků.`));

/** Browsers end the lines of a text with CR LF. */
function withUnixLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

export const takeOverForm = z.object({});
export const startForm = z.object({});

const whom = 'Vyberte, komu případ předáváte.';

export const assignForm = z.object({
  /** `odbor:<id>` or `urednik:<id>`. */
  komu: z
    .string({ error: whom })
    .regex(/^(odbor|urednik):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, whom)
    .transform(value => {
      const [kind, id = ''] = value.split(':');
      return { kind: kind === 'odbor' ? ('department' as const) : ('officer' as const), id };
    }),
  duvod: text('Napište důvod předání.', 500),
});

export const decideForm = z.object({
  vysledek: z.enum(outcomes, { error: 'Vyberte, jak to dopadlo.' }),
  oduvodneni: text('Napište odůvodnění, které si žadatel přečte.', 20_000),
});

export const closeForm = z.object({
  zaver: z
    .string()
    .transform(withUnixLines)
    .pipe(z.string().max(2000, 'Zkraťte poznámku na\u00a0nejvýš 2000\u00a0znaků.'))
    .optional(),
});

export const noteForm = z.object({ poznamka: text('Napište poznámku.', 5000) });
