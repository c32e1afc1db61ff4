import type { RowTable } from '../core/form/row-table.ts';
import { bold, drawLine, ink, keepTogether, margin, quiet, regular, type Doc } from './paper-style.ts';

const most = { columns: 5, letters: 120 };
const gap = 8;
const size = 9.5;

/** Whether the columns are few enough and no cell so long that a row would fill half a page. */
export function fitsTable({ columns, rows }: RowTable): boolean {
  const isShort = (lines: string[]): boolean => lines.join(' ').length <= most.letters;
  return columns.length <= most.columns && rows.every(({ cells }) => cells.every(isShort));
}

interface Table {
  label: string;
  table: RowTable;
  width: number;
}

/** Tagged for screen readers; the names of columns are repeated at the top of every page for those who see. */
export function drawTable(doc: Doc, parent: PDFKit.PDFStructureElement, { label, table, width }: Table): void {
  const grid = gridOf(table, width);
  const element = doc.struct('Table', { alt: label });
  parent.add(element);
  const head = ['', ...table.columns];
  drawRow(doc, { cells: head, grid, width, isHead: true, element });
  for (const { title, cells } of table.rows) {
    const texts = [title, ...cells.map(lines => lines.join('\n'))];
    if (!fits(doc, texts, grid)) {
      doc.addPage();
      drawRow(doc, { cells: head, grid, width, isHead: true });
    }
    drawRow(doc, { cells: texts, grid, width, isHead: false, element });
  }
  element.end();
}

interface Column {
  left: number;
  width: number;
}

/** As wide as what is in them, within reason. */
function gridOf({ columns, rows }: RowTable, width: number): Column[] {
  const texts = [rows.map(({ title }) => title), ...columns.map((column, index) => [column, ...cellsOf(rows, index)])];
  const weights = texts.map(column => Math.min(36, Math.max(7, ...column.map(text => text.length))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = margin;
  return weights.map(weight => {
    const column = { left, width: (width * weight) / total };
    left += column.width;
    return { ...column, width: column.width - gap };
  });
}

function cellsOf(rows: RowTable['rows'], index: number): string[] {
  return rows.flatMap(({ cells }) => cells[index] ?? []);
}

interface Row {
  cells: string[];
  grid: Column[];
  width: number;
  isHead: boolean;
  /** The tagged table; a head repeated on a later page is only decoration. */
  element?: PDFKit.PDFStructureElement;
}

function drawRow(doc: Doc, { cells, grid, width, isHead, element }: Row): void {
  const height = heightOf(doc, cells, grid);
  keepTogether(doc, height);
  drawLine(doc, width);
  const top = doc.y + 4;
  const draw = (text: string, index: number): void => {
    const { left, width: room } = grid[index] ?? { left: margin, width };
    doc
      .font(isHead ? bold : regular)
      .fontSize(size)
      .fillColor(isHead || index === 0 ? quiet : ink)
      .text(text, left, top, { width: room });
  };
  if (element) {
    const row = doc.struct('TR');
    element.add(row);
    cells.forEach((text, index) => {
      row.add(
        doc.struct(isHead || index === 0 ? 'TH' : 'TD', {}, () => {
          draw(text, index);
        }),
      );
    });
    row.end();
  } else {
    doc.markContent('Artifact', { type: 'Pagination' });
    cells.forEach(draw);
    doc.endMarkedContent();
  }
  doc.y = top + height - 4;
}

function fits(doc: Doc, cells: string[], grid: Column[]): boolean {
  return doc.y + heightOf(doc, cells, grid) <= doc.page.height - margin;
}

function heightOf(doc: Doc, cells: string[], grid: Column[]): number {
  doc.font(bold).fontSize(size);
  const heights = cells.map((text, index) => doc.heightOfString(text, { width: grid[index]?.width ?? 0 }));
  return Math.max(...heights) + 8;
}
