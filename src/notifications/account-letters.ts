import { formatDate, formatDateTime } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';

/** Letters about what the portal knows of the holder of an account. Whoever reads them may not be who did it. */

export function identityVerified({ until, accountLink }: { until: Temporal.PlainDate; accountLink: string }): Letter {
  return letter('Vaši totožnost jsme ověřili', [
    `Dobrý den,`,
    `úředník na přepážce viděl váš doklad a k vašemu účtu zapsal, kdo jste. Platí to do ${formatDate(until)}. Číslo dokladu ani jeho kopii si nenecháváme.`,
    `Účet teď otevírá víc služeb, proto si ho zabezpečte ještě kódem z telefonu nebo klíčem. Nastavíte to tady:`,
    accountLink,
    `Pokud jste na úřadě nebyli, ozvěte se nám prosím hned.`,
  ]);
}

/** Why, the person reads in their account. */
export function verificationRevoked({ accountLink }: { accountLink: string }): Letter {
  return letter('Ověření totožnosti už neplatí', [
    `Dobrý den,`,
    `ověření totožnosti, které jsme k vašemu účtu zapsali na úřadě, jsme odvolali. Proč, si přečtete tady:`,
    accountLink,
    `Přihlašovat se můžete dál. Pro služby, které ověření potřebují, se prokažte jinak, nebo přijďte s platným dokladem.`,
  ]);
}

export function dataExported({ at, signInsLink }: { at: Temporal.Instant; signInsLink: string }): Letter {
  return letter('Stažení vašich údajů', [
    `Dobrý den,`,
    `z vašeho účtu na Portálu občana někdo, nejspíš vy, ${formatDateTime(at, 'minutes')} stáhl všechno, co v něm je.`,
    `Pokud jste to nebyli vy, ukončete cizí přihlášení a změňte si heslo:`,
    signInsLink,
  ]);
}

interface Closed {
  /** What goes on without the account, and the code by which the person follows it. */
  open: { reference: string; trackingCode: string }[];
  trackLink: string;
}

export function accountClosed({ open, trackLink }: Closed): Letter {
  const codes = open.map(({ reference, trackingCode }) => `${reference}, sledovací kód ${trackingCode}`).join('\n');
  return letter('Účet je zrušený', [
    `Dobrý den,`,
    `váš účet na Portálu občana jsme zrušili a nikdo se k němu už nepřihlásí. Podání, která jste poslali, úřad ze zákona uchovává.`,
    ...(open.length === 0
      ? []
      : [`Tato podání vyřizujeme dál. Sledovat je můžete i bez účtu, se značkou a kódem:`, codes, trackLink]),
    `Pokud jste účet nerušili vy, ozvěte se nám prosím hned.`,
  ]);
}
