import { z } from 'zod';
import { type LetterKind, letterKinds } from '../../core/letters/steps.ts';
import { checkTemplate, templateProblemText } from '../../core/letters/template/check.ts';
import { officeText } from '../office/contact.ts';

/** What is kept of a template. */
export interface TemplateFields {
  kind: LetterKind;
  title: string;
  text: string;
}

/** Refused with the place of everything that would come out wrong in a case. */
export const templateForm = z
  .object({
    kind: z.enum(letterKinds, 'Vyberte, jestli jde o\u00a0dopis, nebo o\u00a0rozhodnutí'),
    title: officeText('Napište název vzoru', 200),
    text: z
      .string({ error: 'Napište text vzoru' })
      .transform(text => text.replaceAll('\r\n', '\n').trim())
      .pipe(z.string().min(1, 'Napište text vzoru').max(20_000, 'Zkraťte text na 20\u00a0000\u00a0znaků'))
      .superRefine((text, context) => {
        const problems = checkTemplate(text, null).map(templateProblemText);
        if (problems.length > 0) context.addIssue(problems.slice(0, 5).join('\n'));
      }),
  })
  .readonly();

/** The version of the template on the page. */
export const seenVersion = z.object({ version: z.coerce.number().int().positive().max(1_000_000) });
