import type { FormError } from '../web/input.ts';
import type { CodeProblem } from './by-mail-code.ts';

const about = (message: string): FormError => ({ field: 'kod', message });

/** Why a code confirmed nothing, and what to do. */
export const codeProblems: Record<CodeProblem, FormError> = {
  none: about('Žádný kód pro toto podání neplatí. Pošlete si nový'),
  wrong: about('Kód nesouhlasí. Opište ho z\u00a0posledního e-mailu, který jsme vám poslali'),
  expired: about('Kód už neplatí, platil 10\u00a0minut. Pošlete si nový'),
  tries: about('Kód jste pětkrát zadali špatně, takže už neplatí. Pošlete si nový'),
  changed: about('Podání se od\u00a0poslání kódu změnilo, proto kód neplatí. Zkontrolujte ho a\u00a0pošlete si nový'),
  used: about('Tento kód jste už použili. Pošlete si nový'),
  level: about('Přihlaste se prosím s\u00a0ověřenou totožností a\u00a0pošlete si nový kód'),
};
