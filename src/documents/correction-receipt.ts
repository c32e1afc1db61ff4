import type { ChangedAnswer } from '../core/case/correct.ts';
import type { CorrectionItem } from '../core/case/corrections.ts';
import type { Charge } from '../core/form/charge.ts';
import { feeLines } from '../core/form/fee-lines.ts';
import { createPaper } from './paper.ts';
import { attachmentRow, grouped, momentOf, office, officeLines, present } from './paper-words.ts';

/** What the receipt of a correction certifies: what was asked, what the answers were and are, by whom, when. */
export interface CorrectionReceipt {
  reference: string;
  number: number;
  sentAt: Temporal.Instant;
  title: string;
  applicant: { name: string; email: string; phone: string | null };
  items: CorrectionItem[];
  answers: ChangedAnswer[];
  fee?: { before?: Charge; after?: Charge };
  attachments: { label: string; name: string; size: number; sha256: string }[];
  /** SHA-256 of the content of the filing. */
  submission: string;
  /** The content as software reads it, and its SHA-256. */
  text: string;
  hash: string;
  portalUrl: string;
}

const dataFile = 'oprava.json';

/** The receipt as a PDF. Of the same correction it always makes the same bytes. */
export async function correctionPdf(receipt: CorrectionReceipt): Promise<Buffer> {
  const { reference, number, sentAt, applicant, items, answers, fee, attachments } = receipt;
  const paper = createPaper({
    title: `Potvrzení o\u00a0přijetí opravy podání ${reference}`,
    author: office,
    date: sentAt,
    embedded: {
      name: dataFile,
      content: receipt.text,
      mediaType: 'application/json',
      description: `Obsah opravy podání ${reference} pro strojové čtení`,
    },
  });
  paper.title('Potvrzení o\u00a0přijetí opravy');
  paper.paragraph(`${office} přijal přes Portál občana tuto opravu podání. Původní podání zůstává beze změny.`);
  paper.rows([
    { label: 'Značka podání', lines: [reference], isLarge: true },
    { label: 'Oprava', lines: [`${number}., přijatá ${momentOf(sentAt)}`] },
    { label: 'Agenda', lines: [receipt.title] },
    { label: 'Úřad', lines: officeLines },
    { label: 'Kdo podal', lines: present([applicant.name, applicant.email, applicant.phone]) },
  ]);
  paper.heading('O\u00a0co úřad požádal');
  paper.rows(items.map(({ label, problem }) => ({ label, lines: [problem] })));
  if (answers.length > 0 || fee) {
    paper.heading('Co se změnilo');
    paper.rows([...answers.map(changeRow), ...(fee ? [feeRow(fee)] : [])]);
  }
  if (attachments.length > 0) {
    paper.heading('Nové přílohy');
    paper.rows(attachments.map(attachmentRow));
  }
  paper.heading('Jak potvrzení ověřit');
  paper.paragraph(
    `V\u00a0tomto PDF je vložen soubor ${dataFile} s\u00a0celým obsahem opravy. Jeho otisk SHA-256 je uveden níže; stejný otisk drží úřad a\u00a0porovnáte je na stránce ${receipt.portalUrl}/overeni. Potvrzení není opatřeno elektronickou pečetí.`,
  );
  paper.rows([
    { label: 'Otisk opravy (SHA-256)', lines: [grouped(receipt.hash)] },
    { label: 'Otisk původního podání', lines: [grouped(receipt.submission)] },
  ]);
  return paper.end(`${office} · oprava podání ${reference}`);
}

function changeRow({ label, before, after }: ChangedAnswer) {
  return {
    label,
    lines: [
      `Původně: ${before?.lines.join(', ') ?? 'nevyplněno'}`,
      `Opraveno: ${after?.lines.join(', ') ?? 'už není potřeba'}`,
    ],
  };
}

function feeRow({ before, after }: NonNullable<CorrectionReceipt['fee']>) {
  return {
    label: 'Poplatek',
    lines: [
      `Původně: ${before ? feeLines(before).join(', ') : '–'}`,
      `Nově: ${after ? feeLines(after).join(', ') : '–'}`,
    ],
  };
}
