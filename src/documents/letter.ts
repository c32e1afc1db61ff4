import { dayInPrague, formatDate } from '../core/czech/format.ts';
import type { LetterBlock, LetterList } from '../core/letters/markdown.ts';
import { createPaper, type Paper } from './paper.ts';
import type { Point } from './paper-points.ts';
import { office, officeLines, present } from './paper-words.ts';

/** What a letter of the office says: of which case, from whom, to whom, when, and its text. */
export interface PrintedLetter {
  reference: string;
  department: { name: string; phone: string; email: string };
  /** Whoever issued it. */
  officer: string | null;
  at: Temporal.Instant;
  addressee: string;
  title: string;
  /** As it was written, and as it is read. */
  text: string;
  blocks: LetterBlock[];
}

/** A letter as a PDF. It bears no signature and says nothing of one. */
export async function letterPdf(letter: PrintedLetter): Promise<Buffer> {
  const { reference, department, officer, at, addressee, title, text, blocks } = letter;
  const paper = createPaper({
    title,
    author: office,
    date: at,
    embedded: { name: 'dopis.md', content: text, mediaType: 'text/markdown', description: `Text: ${title}` },
  });
  paper.rows([
    { label: 'Úřad', lines: officeLines },
    { label: 'Značka podání', lines: [reference] },
    { label: 'Odbor', lines: present([department.name, department.phone, department.email]) },
    { label: 'Vyřizuje', lines: [officer ?? department.name] },
    { label: 'Datum', lines: [formatDate(dayInPrague(at))] },
    { label: 'Adresát', lines: [addressee] },
  ]);
  paper.gap();
  paper.title(title);
  for (const block of blocks) drawBlock(paper, block);
  return paper.end(`${office} · ${reference}`);
}

function drawBlock(paper: Paper, block: LetterBlock): void {
  switch (block.kind) {
    case 'heading':
      paper.heading(block.runs.map(({ text }) => text).join(''));
      break;
    case 'paragraph':
      paper.words(block.runs);
      break;
    case 'list':
      paper.list(pointsOf(block));
  }
}

function pointsOf({ isNumbered, start, items }: LetterList): Point[] {
  return items.map(({ runs, lists }, index) => ({
    mark: isNumbered ? `${start + index}.` : '•',
    runs,
    points: lists.flatMap(pointsOf),
  }));
}
