/** Ways to an account that come back to the page; what is filled in waits there. */
export function signInLinks(returnTo: string): { signInHref: string; registerHref: string } {
  const query = new URLSearchParams({ zpet: returnTo }).toString();
  return { signInHref: `/prihlaseni?${query}`, registerHref: `/registrace?${query}` };
}

/** Also for whoever is signed in and has to prove more of who they are. */
export function proveHref(returnTo: string): string {
  return `/prihlaseni?${new URLSearchParams({ zpet: returnTo, znovu: '1' }).toString()}`;
}
