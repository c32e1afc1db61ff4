/** Where also somebody who is signed in proves more of who they are, or proves it once more, and comes back to the page. */
export function signInAnew(returnTo: string): string {
  return `/prihlaseni?${new URLSearchParams({ zpet: returnTo, znovu: '1' }).toString()}`;
}
