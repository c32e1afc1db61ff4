import { formatDate } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';

/** Letters about who acts for an organisation. */

interface About {
  organisation: string;
  link: string;
}

/** For the registry. Who asks and for what is read in the portal. */
export function organisationAsked({ organisation, link }: About): Letter {
  return letter('Někdo chce jednat za organizaci', [
    `Dobrý den,`,
    `jako statutární zástupce organizace ${organisation} se v portálu někdo hlásí a čeká na ověření. Zkontrolujte to prosím tady:`,
    link,
  ]);
}

export function organisationApproved({ organisation, link }: About): Letter {
  return letter('Můžete jednat za organizaci', [
    `Dobrý den,`,
    `za organizaci ${organisation} teď můžete jednat. Ověřili jsme, že jste její statutární zástupce. Další lidi k ní pozvete tady:`,
    link,
  ]);
}

/** The reason is read in the portal. */
export function organisationRefused({ organisation, link }: About): Letter {
  return letter('Zastupování organizace jsme nepotvrdili', [
    `Dobrý den,`,
    `že organizaci ${organisation} zastupujete, jsme nepotvrdili. Proč, si přečtete tady:`,
    link,
  ]);
}

interface Invited extends About {
  inviter: string;
  role: string;
  /** The last day on which the link works. */
  until: Temporal.PlainDate;
}

export function memberInvited({ organisation, inviter, role, until, link }: Invited): Letter {
  return letter('Pozvánka k organizaci', [
    `Dobrý den,`,
    `${inviter} vás na Portálu občana zve k organizaci ${organisation} v roli: ${role}.`,
    `Pozvánku přijmete tady. Přihlaste se k účtu s touto e-mailovou adresou, nebo si ho založte:`,
    link,
    `Odkaz platí do ${formatDate(until)} a jde použít jednou. Jestli organizaci neznáte, nic nedělejte.`,
  ]);
}

export function invitationWithdrawn({ organisation, link }: About): Letter {
  return letter('Pozvánka k organizaci už neplatí', [
    `Dobrý den,`,
    `pozvánku k organizaci ${organisation} její správce odvolal. Odkaz z ní už nefunguje.`,
    `Organizace, za které můžete jednat, najdete tady:`,
    link,
  ]);
}

interface AboutMember extends About {
  /** Whom it is about. */
  member: string;
  role: string;
}

/** For whoever invited them. */
export function memberJoined({ organisation, member, role, link }: AboutMember): Letter {
  return letter('Vaše pozvánka je přijatá', [
    `Dobrý den,`,
    `k organizaci ${organisation} teď patří ${member}. Role: ${role}.`,
    `Lidi organizace spravujete tady:`,
    link,
  ]);
}

/** For those who manage people. */
export function representativeJoined({ organisation, member, link }: Omit<AboutMember, 'role'>): Letter {
  return letter('Organizace má nového zástupce', [
    `Dobrý den,`,
    `úřad ověřil, že organizaci ${organisation} zastupuje ${member}.`,
    `Pokud to není pravda, dejte nám prosím vědět. Lidi organizace najdete tady:`,
    link,
  ]);
}

/** For whom it is about. */
export function memberChanged({ organisation, role, link }: Omit<AboutMember, 'member'>): Letter {
  return letter('Máte v organizaci jinou roli', [
    `Dobrý den,`,
    `v organizaci ${organisation} máte teď roli: ${role}.`,
    `Co s ní můžete, uvidíte tady:`,
    link,
  ]);
}

/** For whom it is about. */
export function memberRemoved({ organisation, link }: About): Letter {
  return letter('Už nejednáte za organizaci', [
    `Dobrý den,`,
    `k organizaci ${organisation} na Portálu občana už nepatříte a nemůžete za ni jednat.`,
    `Ostatní organizace, za které jednáte, najdete tady:`,
    link,
  ]);
}

/** For those who manage people. */
export function memberLeft({ organisation, member, link }: Omit<AboutMember, 'role'>): Letter {
  return letter('Někdo odešel z organizace', [
    `Dobrý den,`,
    `k organizaci ${organisation} už nepatří ${member}.`,
    `Lidi organizace spravujete tady:`,
    link,
  ]);
}

/** The office ended it; why, it says when asked. */
export function representationRevoked({ organisation, link }: About): Letter {
  return letter('Zastupování organizace skončilo', [
    `Dobrý den,`,
    `za organizaci ${organisation} už na Portálu občana nejednáte: podle úřadu ji nezastupujete. Pokud je to omyl, zavolejte nám nebo požádejte znovu tady:`,
    link,
  ]);
}

export function representativeRevoked({ organisation, member, link }: About & { member: string }): Letter {
  return letter('Organizaci už někdo nezastupuje', [
    `Dobrý den,`,
    `${member} už na Portálu občana nejedná za organizaci ${organisation}: podle úřadu ji nezastupuje. Její lidi najdete tady:`,
    link,
  ]);
}
