import { formatDate } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';

/** Letters to officers. They name the case and never whose it is: a mail is read by whoever reads the mailbox. */

interface AboutDay {
  reference: string;
  agenda: string;
  /** Where officers work the case. */
  link: string;
  /** The day it is about. */
  day: Temporal.PlainDate;
  /** Whether somebody has the case. */
  isHeld: boolean;
}

/** The due day is near. */
export function dueSoon({ reference, agenda, link, day, isHeld }: AboutDay): Letter {
  return letter(`Případ ${reference} má termín ${formatDate(day)}`, [
    `Dobrý den,`,
    `případ „${agenda}“ je potřeba vyřídit do ${formatDate(day)}. ${held(isHeld)}`.trim(),
    `Otevřete ho tady:`,
    link,
  ]);
}

/** The due day has passed; whoever heads the department gets it as well. */
export function overdue({ reference, agenda, link, day, isHeld }: AboutDay): Letter {
  return letter(`Případ ${reference} je po termínu`, [
    `Dobrý den,`,
    `případ „${agenda}“ měl být vyřízený do ${formatDate(day)} a není. ${held(isHeld)}`.trim(),
    `Otevřete ho tady:`,
    link,
  ]);
}

/** `day` was the last one to appeal. */
export function legalForce({ reference, agenda, link, day }: AboutDay): Letter {
  return letter(`Rozhodnutí v případu ${reference} nabylo právní moci`, [
    `Dobrý den,`,
    `v případu „${agenda}“ se do ${formatDate(day)} nikdo neodvolal a rozhodnutí nabylo právní moci.`,
    `Případ teď můžete uzavřít:`,
    link,
  ]);
}

type AboutCase = Pick<AboutDay, 'reference' | 'agenda' | 'link'>;

/** For the officer who has got the case from somebody else. */
export function newCase({ reference, agenda, link }: AboutCase): Letter {
  return letter(`Případ ${reference} je teď váš`, [
    `Dobrý den,`,
    `dostali jste na starost případ „${agenda}“. Otevřete ho tady:`,
    link,
  ]);
}

/** For a department that has a case nobody has been chosen for. */
export function arrived({ reference, agenda, link }: AboutCase): Letter {
  return letter(`Případ ${reference} čeká, kdo ho převezme`, [
    `Dobrý den,`,
    `váš odbor má případ „${agenda}“ a zatím v něm není nikdo, kdo by ho vyřizoval. Převezměte ho prosím tady:`,
    link,
  ]);
}

/** For whoever has the case; `what` the applicant did, e.g. "žadatel doplnil podání". */
export function applicantActed({ reference, agenda, link, what }: AboutCase & { what: string }): Letter {
  return letter(`Případ ${reference} – ${what}`, [
    `Dobrý den,`,
    `v případu „${agenda}“ je něco nového: ${what}. Podrobnosti uvidíte tady:`,
    link,
  ]);
}

function held(isHeld: boolean): string {
  return isHeld ? '' : 'Nikdo ho nemá na starosti.';
}

/** For whoever heads the department of an officer whom the directory has taken all roles from, while cases are still theirs. */
export function postLost({ name, link }: { name: string; link: string }): Letter {
  return letter('Úředník bez oprávnění má otevřené případy', [
    `Dobrý den,`,
    `${name} už podle adresáře úřadu na Portálu občana nic nevyřizuje a portál přihlášení odmítl. Zůstaly tu ale otevřené případy. Předejte je prosím někomu jinému, případy odboru najdete tady:`,
    link,
    `Až budou předané, přístup se při příštím přihlášení vypne sám.`,
  ]);
}
