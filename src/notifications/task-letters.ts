import { formatDate } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';

/** Letters between departments about what a case asks for. What is asked and answered is read in the portal alone. */

interface AboutTask {
  reference: string;
  agenda: string;
  /** The other side's. */
  department: string;
  /** The day by which an answer is wanted. */
  day: Temporal.PlainDate;
  link: string;
}

/** For whoever is asked. */
export function taskGiven({ reference, agenda, department, day, link }: AboutTask): Letter {
  return letter(`K případu ${reference} prosíme o\u00a0odpověď do ${formatDate(day)}`, [
    `Dobrý den,`,
    `${department} vás žádá o vyjádření, souhlas nebo jiný úkon k případu „${agenda}“. Odpovězte prosím do ${formatDate(day)}.`,
    `Co přesně je potřeba, najdete i s podklady tady:`,
    link,
  ]);
}

/** For whoever was asked. */
export function taskWithdrawn({ reference, agenda, department, link }: AboutTask): Letter {
  return letter(`K případu ${reference} už odpověď nepotřebujeme`, [
    `Dobrý den,`,
    `${department} už vaši odpověď k případu „${agenda}“ nepotřebuje, úkol je zrušený.`,
    `Ostatní úkoly máte tady:`,
    link,
  ]);
}

/** For whoever asked. */
export function taskAnswered({ reference, agenda, department, link }: AboutTask): Letter {
  return letter(`K případu ${reference} přišla odpověď: ${department}`, [
    `Dobrý den,`,
    `na váš úkol k případu „${agenda}“ přišla odpověď. Kdo odpověděl: ${department}. Přečtete si ji tady:`,
    link,
  ]);
}

/** For both sides; `department` is who was asked. */
export function taskOverdue({ reference, agenda, department, day, link }: AboutTask): Letter {
  return letter(`Úkol k případu ${reference} je po termínu`, [
    `Dobrý den,`,
    `odpověď k případu „${agenda}“ měla přijít do ${formatDate(day)} a zatím nepřišla. Kdo má odpovědět: ${department}.`,
    `Otevřete ho tady:`,
    link,
  ]);
}
