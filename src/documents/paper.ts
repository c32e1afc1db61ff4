import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { RowTable } from '../core/form/row-table.ts';
import { drawPoints, type Point, type Run, writeRuns } from './paper-points.ts';
import { bold, type Doc, drawLine, foldable, ink, keepTogether, margin, quiet, regular } from './paper-style.ts';
import { drawTable, fitsTable } from './paper-table.ts';

/** A printed page in the portal's look: tagged for screen readers, fit for archiving (PDF/A-3a), the same bytes each time. */
export interface Paper {
  title(text: string): void;
  heading(text: string): void;
  paragraph(text: string): void;
  /** A paragraph in which some words stand out. */
  words(runs: Run[]): void;
  /** Some room before what follows. */
  gap(): void;
  /** Points under one another, each after its mark, with their own points further in. */
  list(points: Point[]): void;
  /** Questions and answers, or names and values. */
  rows(rows: Row[]): void;
  /** Rows of answers: a table where it fits, else one under another. */
  table(label: string, table: RowTable): void;
  /** Closes it, with a line at the foot of every page. */
  end(foot: string): Promise<Buffer>;
}

interface Row {
  label: string;
  lines: string[];
  /** Stands out, as a reference does. */
  isLarge?: boolean;
}

interface Settings {
  title: string;
  author: string;
  /** The document's own, so that it does not depend on when it is made. */
  date: Temporal.Instant;
  /** A file inside the document, for software to read. */
  embedded: { name: string; content: string; mediaType: string; description: string };
}

const labelShare = 0.36;
const gutter = 16;
/** A row higher than this may be divided between pages; others stay whole. */
const wholeRow = 160;

export function createPaper({ title, author, date, embedded }: Settings): Paper {
  const created = new Date(date.epochMilliseconds);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'cs-CZ',
    displayTitle: true,
    bufferPages: true,
    font: regular,
    info: { Title: title, Author: author, CreationDate: created, ModDate: created },
  });
  embed(doc, embedded, created);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;

  const block = (tag: string, gap: number, { font, size, color }: Style, text: string): void => {
    if (doc.y > margin) doc.y += gap;
    keepTogether(doc, size * 4);
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size).fillColor(color).text(foldable(text), margin, doc.y, { width, lineGap: 2 });
      }),
    );
  };
  return {
    title: text => {
      block('H1', 0, { font: bold, size: 20, color: ink }, text);
    },
    heading: text => {
      block('H2', 20, { font: bold, size: 13, color: ink }, text);
      doc.y += 4;
    },
    paragraph: text => {
      block('P', 8, { font: regular, size: 10.5, color: ink }, text);
      doc.y += 8;
    },
    words: runs => {
      doc.y += 8;
      keepTogether(doc, 42);
      root.add(
        doc.struct('P', {}, () => {
          writeRuns(doc, runs, { left: margin, top: doc.y, width });
        }),
      );
      doc.y += 8;
    },
    gap: () => {
      doc.y += 24;
    },
    list: points => {
      drawPoints(doc, root, { points, left: margin, width });
      doc.y += 8;
    },
    rows: rows => {
      const list = doc.struct('L');
      root.add(list);
      for (const row of rows) drawRow(doc, list, row, width);
      list.end();
    },
    table: (label, table) => {
      if (fitsTable(table)) {
        drawTable(doc, root, { label, table, width });
        return;
      }
      const list = doc.struct('L');
      root.add(list);
      for (const row of stacked(table)) drawRow(doc, list, row, width);
      list.end();
    },
    end: async foot => {
      root.end();
      drawFeet(doc, foot);
      const bytes = buffer(doc);
      doc.end();
      return bytes;
    },
  };
}

interface Style {
  font: string;
  size: number;
  color: string;
}

function embed(doc: Doc, { name, content, mediaType, description }: Settings['embedded'], date: Date): void {
  const options = {
    name,
    description,
    type: mediaType,
    creationDate: date,
    modifiedDate: date,
    // What PDF/A-3 wants to know of a file inside: it is the data this document was made from.
    relationship: 'Source',
  };
  doc.file(Buffer.from(content), options);
}

function stacked({ columns, rows }: RowTable): Row[] {
  return rows.map(({ title, cells }) => ({
    label: title,
    lines: cells.flatMap((lines, index) =>
      lines.length === 0 ? [] : [`${columns[index] ?? ''}: ${lines.join('\n')}`],
    ),
  }));
}

/** The name at the left, the value at the right of it; a thin line above divides it from the one before. */
function drawRow(doc: Doc, list: PDFKit.PDFStructureElement, { label, lines, isLarge }: Row, width: number): void {
  const labelWidth = width * labelShare - gutter;
  const valueLeft = margin + width * labelShare;
  const valueWidth = width - width * labelShare;
  const value = foldable(lines.join('\n'));
  const asLabel = (): Doc => doc.font(regular).fontSize(10.5).fillColor(quiet);
  const asValue = (): Doc =>
    doc
      .font(isLarge ? bold : regular)
      .fontSize(isLarge ? 16 : 10.5)
      .fillColor(ink);

  const labelHeight = asLabel().heightOfString(label, { width: labelWidth });
  const valueHeight = asValue().heightOfString(value, { width: valueWidth });
  keepTogether(doc, Math.min(wholeRow, Math.max(labelHeight, valueHeight) + 10));
  drawLine(doc, width);
  const top = doc.y + 5;
  const page = doc.bufferedPageRange().count;
  const item = doc.struct('LI');
  list.add(item);
  item.add(doc.struct('Lbl', {}, () => asLabel().text(label, margin, top, { width: labelWidth })));
  item.add(doc.struct('LBody', {}, () => asValue().text(value, valueLeft, top, { width: valueWidth })));
  item.end();
  const isDivided = doc.bufferedPageRange().count > page;
  doc.y = (isDivided ? doc.y : top + Math.max(labelHeight, valueHeight)) + 5;
}

function drawFeet(doc: Doc, foot: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(regular).fontSize(9).fillColor(quiet);
    const y = doc.page.height - margin + 16;
    doc.text(foot, margin, y, { lineBreak: false });
    doc.text(`${page - start + 1} / ${count}`, margin, y, { width: doc.page.width - 2 * margin, align: 'right' });
    doc.endMarkedContent();
  }
}
