import type { Charge } from '../core/form/charge.ts';
import { feeLines } from '../core/form/fee-lines.ts';
import type { FrozenAnswer } from '../core/form/freeze-content.ts';
import { rowTable } from '../core/form/row-table.ts';
import type { ProofView } from '../authorisation/proof-view.ts';
import { formatDate } from '../core/czech/format.ts';
import { createPaper, type Paper } from './paper.ts';
import { attachmentRow, grouped, momentOf, office, officeLines, present } from './paper-words.ts';

/** What a receipt certifies: § 5 of act 12/2020 asks for content, person, addressee, manner, date and time. */
export interface Receipt {
  reference: string;
  filedAt: Temporal.Instant;
  title: string;
  agenda: { version: number };
  /** Nobody but an administrator, who tries the agenda out, has it. */
  trial?: true;
  department: string;
  applicant: { name: string; email: string; phone: string | null };
  /** On whose behalf. */
  organisation?: { ico: string; name: string };
  /** Who acted as an agent, and for whom. */
  agent?: { name: string; principal: string };
  steps: { title: string; answers: Pick<FrozenAnswer, 'label' | 'lines' | 'rows'>[] }[];
  fee?: Charge;
  bring?: string[];
  attachments: { label: string; name: string; size: number; sha256: string }[];
  /** Null for a reader whom it would not let in. */
  trackingCode: string | null;
  /** The filed content as software reads it, and its SHA-256. */
  text: string;
  hash: string;
  /** By when it has to be confirmed to count; null of what counts. */
  confirmUntil: Temporal.PlainDate | null;
  /** How it was confirmed, if it was in the portal. */
  proof: ProofView | null;
  portalUrl: string;
}

const dataFile = 'podani.json';

/** The receipt as a PDF. Of the same receipt it always makes the same bytes. */
export async function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const { reference, filedAt, applicant, organisation, agent, steps, attachments } = receipt;
  const warning = receipt.trial ? 'Zkouška – úřad toto podání nedostane' : '';
  const paper = createPaper({
    title: `${warning === '' ? '' : `${warning}: `}Potvrzení o\u00a0přijetí podání ${reference}`,
    author: office,
    date: filedAt,
    embedded: {
      name: dataFile,
      content: receipt.text,
      mediaType: 'application/json',
      description: `Obsah podání ${reference} pro strojové čtení`,
    },
  });
  paper.title('Potvrzení o\u00a0přijetí podání');
  if (warning === '') paper.paragraph(`${office} přijal přes Portál občana toto podání. Níže je celý jeho obsah.`);
  else {
    paper.heading(warning);
    paper.paragraph('Takto by vypadalo potvrzení. Vzniklo při zkoušce formuláře a\u00a0nic nedokládá.');
  }
  paper.rows([
    { label: 'Značka podání', lines: [reference], isLarge: true },
    { label: 'Přijato', lines: [momentOf(filedAt)] },
    { label: 'Agenda', lines: [`${receipt.title} (verze ${receipt.agenda.version})`] },
    { label: 'Úřad', lines: officeLines },
    { label: 'Vyřizuje', lines: [receipt.department] },
    { label: 'Kdo podal', lines: present([applicant.name, applicant.email, applicant.phone]) },
    ...(organisation ? [{ label: 'Za organizaci', lines: [organisation.name, `IČO ${organisation.ico}`] }] : []),
    ...(agent ? [{ label: 'Zmocněnec', lines: [agent.name, `Jedná jménem: ${agent.principal}`] }] : []),
  ]);
  for (const { title, answers } of steps) {
    paper.heading(title);
    writeAnswers(paper, answers);
  }
  writeConfirmation(paper, receipt);
  writeVisit(paper, receipt);
  if (attachments.length > 0) {
    paper.heading('Přílohy');
    paper.rows(attachments.map(attachmentRow));
  }
  writeFollowing(paper, receipt);
  paper.heading('Jak potvrzení ověřit');
  paper.paragraph(
    `V\u00a0tomto PDF je vložen soubor ${dataFile} s\u00a0celým obsahem podání. Jeho otisk SHA-256 je uveden níže; stejný otisk drží úřad a\u00a0porovnáte je na stránce ${receipt.portalUrl}/overeni. Potvrzení není opatřeno elektronickou pečetí.`,
  );
  paper.rows([{ label: 'Otisk obsahu (SHA-256)', lines: [grouped(receipt.hash)] }]);
  return paper.end(`${office} · podání ${reference}${warning === '' ? '' : ` · ${warning}`}`);
}

function writeFollowing(paper: Paper, { trackingCode, portalUrl }: Receipt): void {
  paper.heading('Jak podání sledovat');
  if (trackingCode === null) {
    paper.paragraph(
      `Na stránce ${portalUrl} po\u00a0přihlášení. Uvidí ho jen ten, komu patří a\u00a0kdo za něj smí jednat.`,
    );
    return;
  }
  paper.paragraph(
    `Na stránce ${portalUrl}/stav zadejte značku podání a\u00a0sledovací kód. Kdo zná obojí, uvidí celé podání, proto si kód nechte pro sebe.`,
  );
  paper.rows([{ label: 'Sledovací kód', lines: [trackingCode], isLarge: true }]);
}

/** Answers one under another; between them tables, each under its name. */
function writeAnswers(paper: Paper, answers: Receipt['steps'][number]['answers']): void {
  for (const { label, lines, rows } of answers) {
    if (rows === undefined) {
      paper.rows([{ label, lines }]);
      continue;
    }
    paper.paragraph(label);
    paper.table(label, rowTable(rows));
  }
}

/** § 37 (4) of the Code of Administrative Procedure, § 6 of act 12/2020. */
function writeConfirmation(paper: Paper, { confirmUntil, proof }: Receipt): void {
  if (confirmUntil) {
    paper.heading('Podání čeká na\u00a0potvrzení');
    paper.paragraph(
      `Aby podání platilo, potvrďte do\u00a0${formatDate(confirmUntil)}, že je vaše: přihlášením s\u00a0ověřenou totožností, osobně na\u00a0úřadě, datovou schránkou nebo podepsanou listinou.`,
    );
  }
  if (!proof) return;
  paper.heading('Potvrzení podání');
  paper.rows([
    { label: 'Kdo potvrdil', lines: [proof.name] },
    { label: 'Jak', lines: [methodWords[proof.method]] },
    { label: 'Kdy', lines: [proof.at] },
    { label: 'Otisk potvrzeného obsahu bez značky a\u00a0času (SHA-256)', lines: [grouped(proof.sha256)] },
  ]);
}

const methodWords: Record<ProofView['method'], string> = {
  signIn: 'Novým přihlášením',
  mailCode: 'Kódem z\u00a0e-mailu',
};

function writeVisit(paper: Paper, { fee, bring = [] }: Receipt): void {
  if (!fee && bring.length === 0) return;
  paper.heading('Poplatek a\u00a0návštěva úřadu');
  paper.rows([
    ...(fee ? [{ label: 'Poplatek', lines: feeLines(fee) }] : []),
    ...(bring.length > 0 ? [{ label: 'Na úřad si vezměte', lines: bring }] : []),
  ]);
}
