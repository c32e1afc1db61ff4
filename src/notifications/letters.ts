import { formatDateTime, formatDate } from '../core/czech/format.ts';
import { type Letter, letter } from './letter.ts';
import type { SecondFactorMail } from './second-factor-letters.ts';

/** Every kind of letter, so that the mail queue can be told apart by it. */
export type MailKind =
  | 'confirmEmail'
  | 'finishRegistration'
  | 'alreadyRegistered'
  | 'resetPassword'
  | 'rolesAsked'
  | 'passwordChanged'
  | 'emailAsked'
  | 'emailConfirm'
  | 'emailIsOthers'
  | 'emailKept'
  | 'emailChanged'
  | 'identityLinked'
  | 'newSignIn'
  | 'identityUnlinked'
  | SecondFactorMail
  | 'filed'
  | 'authorisationCode'
  | 'confirmationReminder'
  | 'assigned'
  | 'stateChanged'
  | 'decided'
  | 'supplementRequested'
  | 'messageReceived'
  | 'letterIssued'
  | 'applicantWrote'
  | 'mentioned'
  | 'agendaWithdrawn'
  | 'agendaNotPublished'
  | 'supplementReminder'
  | 'dueSoon'
  | 'overdue'
  | 'legalForce'
  | 'officerInvited'
  | 'postLost'
  | 'newCase'
  | 'arrived'
  | 'applicantActed'
  | 'digest'
  | 'taskGiven'
  | 'taskAnswered'
  | 'taskWithdrawn'
  | 'taskOverdue'
  | 'organisationAsked'
  | 'organisationApproved'
  | 'organisationRefused'
  | 'representationRevoked'
  | 'representativeRevoked'
  | 'memberInvited'
  | 'invitationWithdrawn'
  | 'memberJoined'
  | 'representativeJoined'
  | 'memberChanged'
  | 'memberRemoved'
  | 'memberLeft'
  | 'mandateOffered'
  | 'mandateAccepted'
  | 'mandateRefused'
  | 'mandateRevoked'
  | 'mandateResigned'
  | 'powerToCheck'
  | 'powerAccepted'
  | 'powerRejected'
  | 'filedInName'
  | 'identityVerified'
  | 'verificationRevoked'
  | 'dataExported'
  | 'accountClosed';

export function confirmEmail({ link }: { link: string }): Letter {
  return letter('Potvrďte svůj e-mail', [
    `Dobrý den,`,
    `na Portálu občana vznikl účet s touto adresou. Potvrďte ji prosím na této stránce, můžete i z jiného zařízení:`,
    link,
    `Odkaz platí 7 dní. Pokud jste si účet nezakládali vy, nic nedělejte – bez potvrzení ho smažeme.`,
  ]);
}

/** For an address that was registered twice with two passwords: its reader says which it is to be. */
export function finishRegistration({ link }: { link: string }): Letter {
  return letter('Dokončete registraci', [
    `Dobrý den,`,
    `účet s touto adresou někdo na Portálu občana zakládal víckrát a pokaždé s jiným heslem. Zvolte si prosím heslo na této stránce, tím účet také potvrdíte:`,
    link,
    `Odkaz platí hodinu. Pokud jste si účet nezakládali vy, nic nedělejte – bez potvrzení ho smažeme.`,
  ]);
}

export function alreadyRegistered({ signInLink, resetLink }: { signInLink: string; resetLink: string }): Letter {
  return letter('Účet už máte', [
    `Dobrý den,`,
    `někdo, nejspíš vy, si chtěl na Portálu občana založit účet s touto adresou. Účet už ale máte, stačí se přihlásit:`,
    signInLink,
    `Heslo si nepamatujete? Nastavte si nové:`,
    resetLink,
    `Pokud jste to nebyli vy, nic nedělejte. S vaším účtem se nic nestalo.`,
  ]);
}

export function resetPassword({ link }: { link: string }): Letter {
  return letter('Nové heslo', [
    `Dobrý den,`,
    `nové heslo k Portálu občana si nastavíte na této stránce:`,
    link,
    `Odkaz platí hodinu a použít ho jde jen jednou. Pokud jste o nové heslo nežádali, nic nedělejte – platí to staré.`,
  ]);
}

/** For somebody the office has taken on, whose address had no account yet. */
export function officerInvited({ link, forgottenLink }: { link: string; forgottenLink: string }): Letter {
  return letter('Pracoviště Portálu občana', [
    `Dobrý den,`,
    `správce portálu vám založil účet, se kterým budete vyřizovat podání občanů. Zvolte si heslo na této stránce:`,
    link,
    `Odkaz platí hodinu. Kdyby vám mezitím vypršel, pošlete si nový tady:`,
    forgottenLink,
  ]);
}

/** To the administrators of people who may agree. */
export function rolesAsked({ asker, officer, link }: { asker: string; officer: string; link: string }): Letter {
  return letter('Oprávnění čeká na váš souhlas', [
    `Dobrý den,`,
    `${asker} žádá o oprávnění správce pro úředníka ${officer}. Platit začne, až s ním souhlasí další správce lidí.`,
    `Rozhodnout můžete tady:`,
    link,
  ]);
}

export function passwordChanged({ resetLink }: { resetLink: string }): Letter {
  return letter('Heslo bylo změněno', [
    `Dobrý den,`,
    `heslo k vašemu účtu na Portálu občana bylo právě změněno a všechna ostatní přihlášení skončila.`,
    `Pokud jste ho neměnili vy, nastavte si hned nové:`,
    resetLink,
  ]);
}

/** To the address an account has, when somebody signed in asks for another one. */
export function emailAsked({ link }: { link: string }): Letter {
  return letter('Žádost o změnu e-mailu', [
    `Dobrý den,`,
    `ve vašem účtu na Portálu občana někdo požádal o změnu e-mailu. Zatím píšeme sem; změna platí, až ji nová adresa potvrdí.`,
    `Pokud jste to nebyli vy, změňte si hned heslo:`,
    link,
  ]);
}

export function emailConfirm({ link }: { link: string }): Letter {
  return letter('Potvrďte novou adresu', [
    `Dobrý den,`,
    `tuto adresu chcete používat pro účet na Portálu občana. Přihlaste se a potvrďte ji na této stránce, odkaz platí den:`,
    link,
    `Pokud jste o to nežádali, nemusíte dělat nic.`,
  ]);
}

/** To a mailbox whose account is another one than asked for it. */
export function emailIsOthers({ signInLink }: { signInLink: string }): Letter {
  return letter('Adresu už máte u jiného účtu', [
    `Dobrý den,`,
    `někdo chtěl tuto adresu použít pro svůj účet na Portálu občana. Patří ale už k jinému účtu, takže se nic nezměnilo.`,
    `Pokud jste to byli vy, přihlaste se k účtu s touto adresou, nebo zvolte jinou:`,
    signInLink,
  ]);
}

export function emailKept({ accountLink }: { accountLink: string }): Letter {
  return letter('Nová adresa platí', [
    `Dobrý den,`,
    `odteď vám z Portálu občana píšeme na tuto adresu a přihlašujete se s ní. Váš účet:`,
    accountLink,
  ]);
}

/** To the address an account had. */
export function emailChanged({ link }: { link: string }): Letter {
  return letter('E-mail vašeho účtu se změnil', [
    `Dobrý den,`,
    `váš účet na Portálu občana má nový e-mail a sem už nic neposíláme.`,
    `Pokud jste ho neměnili vy, vraťte změnu do sedmi dnů na této stránce. Všechna přihlášení tím skončí a nastavíte si nové heslo:`,
    link,
  ]);
}

/** From a browser the account has not been used in. */
export function newSignIn({
  at,
  browser,
  signInsLink,
}: {
  at: Temporal.Instant;
  browser: string | null;
  signInsLink: string;
}): Letter {
  return letter('Nové přihlášení', [
    `Dobrý den,`,
    `k vašemu účtu na Portálu občana se ${formatDateTime(at)} někdo přihlásil z nového prohlížeče${browser === null ? '' : ` (${browser})`}.`,
    `Pokud jste to byli vy, nemusíte dělat nic. Pokud ne, přihlášení ukončete a změňte si heslo:`,
    signInsLink,
  ]);
}

/** Whoever reads it may not be who did it. */
export function identityLinked({ accountLink }: { accountLink: string }): Letter {
  return letter('Nový způsob přihlášení', [
    `Dobrý den,`,
    `k vašemu účtu na Portálu občana se dá odteď přihlásit dalším způsobem.`,
    `Pokud jste ho nepřipojili vy, změňte si heslo a způsob přihlášení odpojte:`,
    accountLink,
  ]);
}

export function identityUnlinked({ accountLink }: { accountLink: string }): Letter {
  return letter('Způsob přihlášení byl odpojen', [
    `Dobrý den,`,
    `od vašeho účtu na Portálu občana byl právě odpojen jeden způsob přihlášení.`,
    `Pokud jste ho neodpojili vy, zkontrolujte, jak se dá k účtu přihlásit, a změňte si heslo:`,
    accountLink,
  ]);
}

interface AboutCase {
  reference: string;
  /** The agenda as the applicant knows it, e.g. "Přihlášení psa". */
  agenda: string;
  /** Where the applicant sees the case. */
  link: string;
  /** What the agenda adds, its placeholders filled in. */
  added?: string | undefined;
}

interface Filed extends AboutCase {
  /** With it and the reference anybody can follow the case, so it goes to the applicant only; null where it opens nothing. */
  trackingCode: string | null;
  /** Who acted, and for whom. */
  agent?: { name: string; principal: string } | undefined;
  department: string;
  dueOn: Temporal.PlainDate;
  /** By when it has to be confirmed to count, and where; null where it counts already. */
  confirmUntil: Temporal.PlainDate | null;
  confirmLink: string;
}

export function filed(about: Filed): Letter {
  const { reference, agenda, link, added, trackingCode, agent, department, dueOn, confirmUntil, confirmLink } = about;
  const day = confirmUntil && formatDate(confirmUntil);
  return letter(day ? `Podání ${reference} potvrďte do ${day}` : `Podání ${reference} jsme přijali`, [
    `Dobrý den,`,
    `přijali jsme ${agent ? 'podání' : 'vaše podání'} „${agenda}“.`,
    agent && `Podává: ${agent.name} (zmocněnec)\nJménem: ${agent.principal}`,
    ...(day ? [`Aby platilo, potvrďte do ${day}, že je vaše. Uděláte to tady:`, confirmLink, otherWays] : []),
    trackingCode === null
      ? `Značka podání: ${reference}`
      : `Značka podání: ${reference}\nSledovací kód: ${trackingCode}`,
    `Vyřídí ho ${department}, nejpozději do ${formatDate(dueOn)}.`,
    added,
    `Jak je daleko, uvidíte tady:`,
    link,
    trackingCode === null ? undefined : `Bez přihlášení k tomu stačí značka a sledovací kód. Kód si nechte pro sebe.`,
  ]);
}

const otherWays =
  'Přihlásíte se k tomu s ověřenou totožností. Potvrdit ho můžete i osobně na úřadě, datovou schránkou nebo podepsanou listinou.';

/** Before the five days to confirm a filing are over. */
export function confirmationReminder({
  reference,
  agenda,
  link,
  until,
}: AboutCase & { until: Temporal.PlainDate }): Letter {
  const day = formatDate(until);
  return letter(`Podání ${reference} zbývá potvrdit do ${day}`, [
    `Dobrý den,`,
    `podání „${agenda}“ pořád čeká, až potvrdíte, že je vaše. Poslední den je ${day}. Bez potvrzení neplatí.`,
    `Potvrdíte ho tady:`,
    link,
    otherWays,
  ]);
}

interface Code {
  code: string;
  minutes: number;
  print: string;
  resetLink: string;
}

/** To the mailbox of the account of whoever is filing; `print` is what the page shows of the document. */
export function authorisationCode({ code, minutes, print, resetLink }: Code): Letter {
  return letter('Kód k potvrzení podání', [
    `Dobrý den,`,
    `kód k potvrzení podání na Portálu občana je:`,
    code,
    `Platí ${minutes} minut a jen pro podání s otiskem ${print}.`,
    `Pokud nic nepodáváte, kód nikomu neříkejte a změňte si heslo, protože někdo je ve vašem účtu:`,
    resetLink,
  ]);
}

interface Assigned extends AboutCase {
  officer: { name: string; phone: string; department: string };
}

export function assigned({ reference, agenda, link, added, officer }: Assigned): Letter {
  return letter(`Podání ${reference} má na starosti ${officer.name}`, [
    `Dobrý den,`,
    `vaše podání „${agenda}“ má na starosti ${officer.name}, ${officer.department}, telefon ${officer.phone}.`,
    added,
    `Jak je podání daleko, uvidíte tady:`,
    link,
  ]);
}

interface StateChanged extends AboutCase {
  /** What happened, as the history says it: a heading, and a sentence or two. */
  title: string;
  detail: string | null;
}

export function stateChanged({ reference, agenda, link, title, detail }: StateChanged): Letter {
  return letter(`Podání ${reference} – ${uncapitalised(title)}`, [
    `Dobrý den,`,
    `u vašeho podání „${agenda}“ je něco nového:`,
    [`${title}.`, detail].filter(Boolean).join(' '),
    `Podrobnosti uvidíte tady:`,
    link,
  ]);
}

interface SupplementRequested extends AboutCase {
  items: { label: string; problem: string }[];
  /** YYYY-MM-DD. */
  until: string;
  consequence: string;
}

/** The call to mend the filing: what exactly, until when, and what follows otherwise. */
export function supplementRequested({
  reference,
  agenda,
  link,
  items,
  until,
  consequence,
}: SupplementRequested): Letter {
  const day = formatDate(Temporal.PlainDate.from(until));
  return letter(`Podání ${reference} je potřeba doplnit do ${day}`, [
    `Dobrý den,`,
    `k podání „${agenda}“ potřebujeme opravit nebo doplnit:`,
    items.map(({ label, problem }) => `– ${label}: ${problem}`).join('\n'),
    `Doplňte to prosím do ${day}. ${consequence}`,
    `Opravíte jen to, co je potřeba, a to tady:`,
    link,
  ]);
}

interface SupplementReminder extends AboutCase {
  /** The last day to answer. */
  until: Temporal.PlainDate;
  isToday: boolean;
}

/** What exactly is asked for, and what follows otherwise, the applicant has read in the call itself. */
export function supplementReminder({ reference, agenda, link, until, isToday }: SupplementReminder): Letter {
  const day = formatDate(until);
  return letter(isToday ? `Podání ${reference} doplňte ještě dnes` : `Podání ${reference} doplňte do ${day}`, [
    `Dobrý den,`,
    `k podání „${agenda}“ pořád čekáme na opravu nebo doplnění. Poslední den je ${isToday ? `dnes, ${day}` : day}.`,
    `Co je potřeba a co se stane, když doplnění nepřijde, uvidíte tady:`,
    link,
  ]);
}

/** What it says stays in the portal: a mail is read by whoever reads the mailbox. */
export function messageReceived({ reference, agenda, link }: AboutCase): Letter {
  return letter(`K podání ${reference} máte zprávu z úřadu`, [
    `Dobrý den,`,
    `k podání „${agenda}“ vám úřad napsal zprávu. Přečtete si ji a odpovíte na ni tady:`,
    link,
  ]);
}

/** What it says, its title included, stays in the portal. It is no service of a decision. */
export function letterIssued({ reference, agenda, link }: AboutCase): Letter {
  return letter(`K podání ${reference} jsme vydali dokument`, [
    `Dobrý den,`,
    `k podání „${agenda}“ jsme vydali nový dokument. Stáhnete si ho tady:`,
    link,
    `Tento e-mail není doručením dokumentu. Co se doručuje, přijde vám do datové schránky nebo poštou.`,
  ]);
}

/** For the officer who has the case, or their department; `link` leads to the desk. */
export function applicantWrote({ reference, agenda, link }: AboutCase): Letter {
  return letter(`K podání ${reference} napsal žadatel`, [
    `Dobrý den,`,
    `k podání „${agenda}“ napsal žadatel zprávu. Přečtete si ji a odpovíte na ni tady:`,
    link,
  ]);
}

/** The decision itself is served by data box or post; this only says that there is one. */
export function decided({ reference, agenda, link, added, outcome }: AboutCase & { outcome: string }): Letter {
  return letter(`Podání ${reference} je vyřízené`, [
    `Dobrý den,`,
    `vaše podání „${agenda}“ je vyřízené: ${uncapitalised(outcome)}.`,
    added,
    `Co to pro vás znamená, uvidíte tady:`,
    link,
    `Tato zpráva není doručením rozhodnutí. Pokud se rozhodnutí doručuje, přijde vám datovou schránkou nebo poštou.`,
  ]);
}

/** The letter as the applicant would get it; this one goes to the administrator who tries the agenda out. */
export function onTrial({ subject, text }: Letter): Letter {
  const warning = 'Toto je zkouška. Úřad žádné podání nedostal a nikdo ho nevyřizuje. Tak by vypadal e-mail žadateli:';
  return { subject: `Zkouška: ${subject}`, text: `${warning}\n\n${text}` };
}

/** For whoever has begun to fill in what the office no longer offers; `message` is what the office wrote to them. */
export function agendaWithdrawn({ agenda, message, link }: { agenda: string; message: string; link: string }): Letter {
  return letter(`„${agenda}“ už online nevyřídíte`, [
    `Dobrý den,`,
    `máte rozepsané podání „${agenda}“. Úřad ho přestal nabízet, takže ho už nejde odeslat.`,
    message,
    `Co jste vyplnili, si můžete přečíst tady, dokud podání nevyprší:`,
    link,
  ]);
}

/** For an officer whom a colleague has called in a note. What the note says is read in the portal. */
export function mentioned({ reference, agenda, author, link }: AboutCase & { author: string }): Letter {
  return letter(`${author} vás upozorňuje na případ ${reference}`, [
    `Dobrý den,`,
    `${author} vás upozorňuje na poznámku v případu „${agenda}“.`,
    `Přečtete si ji tady:`,
    link,
  ]);
}

/** For the administrator who had set the time. */
export function agendaNotPublished({
  agenda,
  problems,
  link,
}: {
  agenda: string;
  problems: string[];
  link: string;
}): Letter {
  return letter(`„${agenda}“ jsme nezveřejnili`, [
    `Dobrý den,`,
    `nadešel čas zveřejnit agendu „${agenda}“, ale něco jí teď brání:`,
    problems.map(problem => `– ${problem}`).join('\n'),
    `Vrátili jsme ji mezi koncepty. Až ji opravíte, zveřejněte ji tady:`,
    link,
  ]);
}

/** A sentence of a page as it stands in the middle of another. */
function uncapitalised(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
