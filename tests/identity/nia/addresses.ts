/** Where the way to Identita občana begins, and where it leads back to. */
export const here = '/prihlaseni/identita-obcana';
export const back = `${here}/navrat`;
