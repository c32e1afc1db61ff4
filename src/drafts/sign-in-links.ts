/** Ways to an account that come back to the page; what is filled in waits there. */
export function signInLinks(returnTo: string): { signInHref: string; registerHref: string } {
  const query = new URLSearchParams({ zpet: returnTo }).toString();
  return { signInHref: `/prihlaseni?${query}`, registerHref: `/registrace?${query}` };
}
