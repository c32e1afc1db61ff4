import type { Person } from './factories.ts';
import type { Page, Visitor } from './visitor.ts';

/** From the summary of a draft that has to be confirmed: signs in once more, and is back at the summary. */
export async function confirmBySignIn(visitor: Visitor, summary: Page, { email, password }: Person): Promise<Page> {
  const page = await visitor.get(summary.$('main a[href$="/potvrdit"]').attr('href') ?? '');
  const signIn = await visitor.submit(page, { form: 'form[action$="/prihlasenim"]' });
  return visitor.submit(signIn, { form: 'form:has([name=password])', fields: { email, password } });
}
