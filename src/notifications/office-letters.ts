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

function held(isHeld: boolean): string {
  return isHeld ? '' : 'Nikdo ho nemá na starosti.';
}
