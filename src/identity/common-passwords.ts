import type { FormError } from '../web/input.ts';

/**
 * What is wrong with a new password that others would try first (NIST SP 800-63B, 3.1.1.2): one of a list of well known ones, or
 * the person's own name or address, or a word of this portal, with some digits behind. Null when nothing is.
 */
export async function commonPassword(
  password: string,
  own: readonly (string | null)[] = [],
): Promise<FormError | null> {
  const typed = password.normalize('NFKC').trim().toLowerCase();
  const bare = typed.replace(/[^\p{L}]+$/u, '');
  const words = own.flatMap(text => (text ? [text, ...text.split(/[^\p{L}]+/u)] : [])).map(word => word.toLowerCase());
  if ([...words, ...oftenHere].some(word => word !== '' && (word === typed || word === bare))) {
    return {
      field: 'password',
      message: 'Tohle heslo by někdo uhodl: je to vaše jméno, e-mail nebo slovo, které zkusí každý',
    };
  }
  if ((await list()).has(typed)) {
    return {
      field: 'password',
      message: 'Tohle heslo má hodně lidí a\u00a0zkouší se jako první. Vymyslete jiné, klidně celou větu',
    };
  }
  return null;
}

const oftenHere = ['heslo', 'hradec', 'hradeckralove', 'hradec králové', 'portál', 'portal', 'občan', 'qwertz'];

let common: Promise<Set<string>> | undefined;

/** Read when it is first needed, and kept. */
function list(): Promise<Set<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return common;
}
