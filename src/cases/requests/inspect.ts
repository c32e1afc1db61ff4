import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { requestPage, type RequestPage } from './request-page.ts';

const form = z.object({
  kdy: z
    .string({ error: 'Napište, kdy by se vám to hodilo' })
    .trim()
    .min(1, 'Napište, kdy by se vám to hodilo')
    .max(200, 'Zkraťte text na\u00a0nejvýš 200\u00a0znaků'),
  poznamka: z.string().trim().max(1000, 'Zkraťte poznámku na\u00a0nejvýš 1\u00a0000\u00a0znaků').default(''),
});

/** GET and POST /pripady/:ref/nahlednuti: the applicant asks to see the file. */
export function inspection(deps: Deps): RequestPage {
  return requestPage(deps, {
    template: 'cases/inspect.njk',
    type: 'requestInspection',
    schema: form,
    action: ({ kdy, poznamka }) => ({
      type: 'requestInspection',
      note: [`Hodí se: ${kdy.replace(/\.$/, '')}.`, poznamka].filter(Boolean).join(' '),
    }),
    done: 'Žádost o\u00a0nahlédnutí jsme předali úřadu. Ozve se vám, kdy a\u00a0kde to půjde.',
  });
}
