import { formatDate } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';

/** Letters about who acts for whom. */

interface Offered {
  principal: string;
  /** For what, in a few words. */
  terms: string;
  /** The last day on which the link works. */
  until: Temporal.PlainDate;
  link: string;
}

/** For whoever is to act. */
export function mandateOffered({ principal, terms, until, link }: Offered): Letter {
  return letter('Někdo vás chce zmocnit, abyste za něj jednali', [
    `Dobrý den,`,
    `${principal} vás na Portálu občana chce zmocnit ${terms}.`,
    `Přijmout nebo odmítnout to můžete tady. Přihlaste se k účtu s touto e-mailovou adresou, nebo si ho založte:`,
    link,
    `Odkaz platí do ${formatDate(until)} a jde použít jednou. Jestli zmocnitele neznáte, nic nedělejte.`,
  ]);
}

interface Between {
  principal: string;
  agent: string;
  link: string;
}

export function mandateAccepted({ principal, agent, link }: Between): Letter {
  return letter('Zmocnění je přijaté', [
    `Dobrý den,`,
    `zmocnění, které dává ${principal}, je přijaté. Zmocněnec: ${agent}.`,
    `Co je jeho jménem podané, uvidí zmocnitel v portálu. Zmocnění může kdykoli odvolat tady:`,
    link,
  ]);
}

export function mandateRefused({ principal, agent, link }: Between): Letter {
  return letter('Zmocnění je odmítnuté', [
    `Dobrý den,`,
    `zmocnění, které dává ${principal}, je odmítnuté. Odmítá ho: ${agent}.`,
    `Podrobnosti najdete tady:`,
    link,
  ]);
}

export function mandateRevoked({ principal, agent, link }: Between): Letter {
  return letter('Zmocnění je odvolané', [
    `Dobrý den,`,
    `zmocnění, které dává ${principal}, je odvolané. Zmocněnec už jeho jménem nejedná: ${agent}.`,
    `Podrobnosti najdete tady:`,
    link,
  ]);
}

export function mandateResigned({ principal, agent, link }: Between): Letter {
  return letter('Zmocnění je vypovězené', [
    `Dobrý den,`,
    `zmocnění, které dává ${principal}, je vypovězené. Zmocněnec už jeho jménem nejedná: ${agent}.`,
    `Podrobnosti najdete tady:`,
    link,
  ]);
}

/** For the registry. Who it is about is read in the portal. */
export function powerToCheck({ link }: { link: string }): Letter {
  return letter('Plná moc čeká na kontrolu', [
    `Dobrý den,`,
    `v portálu někdo nahrál plnou moc a čeká na její kontrolu. Zkontrolujte ji prosím tady:`,
    link,
  ]);
}

export function powerAccepted({ principal, agent, link }: Between): Letter {
  return letter('Plnou moc jsme uznali', [
    `Dobrý den,`,
    `plnou moc, kterou dává ${principal}, jsme zkontrolovali a uznali. Zmocněnec: ${agent}.`,
    `Pokud to zmocnitel nechtěl, dejte nám prosím vědět. Podrobnosti najdete tady:`,
    link,
  ]);
}

/** The reason is read in the portal. */
export function powerRejected({ principal, agent, link }: Between): Letter {
  return letter('Plnou moc jsme neuznali', [
    `Dobrý den,`,
    `plnou moc, kterou dává ${principal}, jsme neuznali. Kdo podle ní chtěl jednat: ${agent}.`,
    `Proč, si zmocněnec přečte po přihlášení tady:`,
    link,
  ]);
}

interface FiledInName {
  reference: string;
  agenda: string;
  agent: string;
  /** Of the portal. */
  portal: string;
}

/** For the principal. Whoever has no account learns of the case from the office. */
export function filedInName({ reference, agenda, agent, portal }: FiledInName): Letter {
  return letter(`Vaším jménem je podané ${reference}`, [
    `Dobrý den,`,
    `vaším jménem přišlo úřadu podání „${agenda}“. Podává ho zmocněnec: ${agent}.`,
    `Značka podání: ${reference}`,
    `Kdo má v portálu účet, uvidí podání po přihlášení. Zmocnění tam může také odvolat. Ostatním o podání řekne úřad.`,
    portal,
  ]);
}
