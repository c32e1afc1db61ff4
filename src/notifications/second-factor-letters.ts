import { type Letter, letter } from './letter.ts';

/** What an account is guarded by besides the password has changed. Whoever reads it may not be who did it. */
export type SecondFactorMail =
  'secondFactorOn' | 'secondFactorOff' | 'secondFactorReset' | 'recoveryCodeUsed' | 'passkeyAdded' | 'passkeyRemoved';

interface Links {
  /** Where the person sees what guards their account. */
  accountLink: string;
}

export function secondFactorOn({ accountLink }: Links): Letter {
  return letter('Přihlašování s kódem je zapnuté', [
    `Dobrý den,`,
    `k přihlášení heslem na Portál občana bude odteď potřeba i kód z aplikace v telefonu.`,
    `Pokud jste to nezapnuli vy, změňte si hned heslo a ozvěte se úřadu. Nastavení je tady:`,
    accountLink,
  ]);
}

export function secondFactorOff({ accountLink }: Links): Letter {
  return letter('Přihlašování s kódem je vypnuté', [
    `Dobrý den,`,
    `k přihlášení na Portál občana teď stačí samotné heslo, kód z aplikace už potřeba není.`,
    `Pokud jste to nevypnuli vy, změňte si hned heslo a kód znovu zapněte:`,
    accountLink,
  ]);
}

/** By an administrator of the office, for an officer who lost what they signed in with. */
export function secondFactorReset({ accountLink }: Links): Letter {
  return letter('Správce zrušil vaše druhé ověření', [
    `Dobrý den,`,
    `kód z aplikace a přístupové klíče k vašemu účtu na Portálu občana už neplatí. Přihlaste se heslem a nastavte si je znovu:`,
    accountLink,
    `Pokud jste o to správce nežádali, ozvěte se mu hned.`,
  ]);
}

export function recoveryCodeUsed({ accountLink, left }: Links & { left: number }): Letter {
  return letter('Někdo použil váš záložní kód', [
    `Dobrý den,`,
    `na Portálu občana byl právě použit záložní kód k vašemu účtu, nejspíš vámi. Nepoužitých vám zbývá ${left}.`,
    `Pokud jste to nebyli vy, změňte si hned heslo a kódy si nechte vydat nové – stačí přihlašování s kódem vypnout a znovu zapnout:`,
    accountLink,
  ]);
}

export function passkeyAdded({ accountLink }: Links): Letter {
  return letter('Nový přístupový klíč', [
    `Dobrý den,`,
    `k vašemu účtu na Portálu občana se dá odteď přihlásit přístupovým klíčem uloženým v zařízení.`,
    `Pokud jste ho nepřidali vy, odeberte ho a změňte si heslo:`,
    accountLink,
  ]);
}

export function passkeyRemoved({ accountLink }: Links): Letter {
  return letter('Přístupový klíč je odebraný', [
    `Dobrý den,`,
    `jedním z přístupových klíčů už se k vašemu účtu na Portálu občana nejde přihlásit.`,
    `Pokud jste ho neodebrali vy, zkontrolujte, co váš účet chrání, a změňte si heslo:`,
    accountLink,
  ]);
}
