import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { requestPage, type RequestPage } from './request-page.ts';

const form = z.object({
  duvod: z.string().trim().max(1000, 'Zkraťte důvod na\u00a0nejvýš 1\u00a0000\u00a0znaků').default(''),
});

/** GET and POST /pripady/:ref/zpetvzeti: the applicant takes the filing back, as long as nothing has been decided. */
export function withdrawal(deps: Deps): RequestPage {
  return requestPage(deps, {
    template: 'cases/withdraw.njk',
    type: 'withdraw',
    schema: form,
    action: ({ duvod }) => ({ type: 'withdraw', reason: duvod }),
    done: 'Podání jste vzali zpět. Úřad ho už vyřizovat nebude.',
  });
}
