import type { CitizenAccount } from '../../support/factories.ts';
import type { Page, Visitor } from '../../support/visitor.ts';

/** What a clerk writes down of a document. */
export const seenDocument = {
  document: 'idCard',
  name: 'Jana Anna Nováková',
  'birthDate-day': '9',
  'birthDate-month': '11',
  'birthDate-year': '1988',
  isValid: 'yes',
};

/** Where a clerk has the account. */
export function counterOf({ actor }: CitizenAccount): string {
  return `/urad/overeni-totoznosti/${actor.accountId}`;
}

/** The holder of the account stands before the clerk with a document. */
export function verifyAtCounter(
  clerk: Visitor,
  account: CitizenAccount,
  changes: Record<string, string | undefined> = {},
): Promise<Page> {
  const form = 'main form:has(#name)';
  return clerk.submit(counterOf(account), { form, fields: { ...seenDocument, ...changes } });
}
