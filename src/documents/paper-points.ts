import { bold, boldItalic, type Doc, foldable, ink, italic, keepTogether, regular } from './paper-style.ts';

/** Words that look the same. */
export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
}

export interface Point {
  mark: string;
  runs: Run[];
  points: Point[];
}

const markWidth = 20;

interface Points {
  points: Point[];
  left: number;
  width: number;
}

/** Points under one another, each after its mark; their own points further in. */
export function drawPoints(doc: Doc, parent: PDFKit.PDFStructureElement, { points, left, width }: Points): void {
  const list = doc.struct('L');
  parent.add(list);
  for (const { mark, runs, points: inner } of points) {
    doc.font(regular).fontSize(10.5).fillColor(ink);
    keepTogether(doc, 42);
    const top = doc.y + 4;
    const inside = { left: left + markWidth, width: width - markWidth };
    const item = doc.struct('LI');
    list.add(item);
    item.add(doc.struct('Lbl', {}, () => doc.text(mark, left, top, { lineBreak: false })));
    const body = doc.struct('LBody');
    item.add(body);
    body.add(
      doc.struct('P', {}, () => {
        writeRuns(doc, runs, { ...inside, top });
      }),
    );
    if (inner.length > 0) drawPoints(doc, body, { ...inside, points: inner });
    body.end();
    item.end();
  }
  list.end();
}

/** One paragraph, some words of which stand out. */
export function writeRuns(
  doc: Doc,
  runs: Run[],
  { left, top, width }: { left: number; top: number; width: number },
): void {
  doc.fontSize(10.5).fillColor(ink);
  const words: Run[] = runs.length > 0 ? runs : [{ text: '' }];
  for (const [index, { text, isBold, isItalic }] of words.entries()) {
    doc.font(isBold ? (isItalic ? boldItalic : bold) : isItalic ? italic : regular);
    const options = { width, lineGap: 2, continued: index < words.length - 1 };
    if (index === 0) doc.text(foldable(text), left, top, options);
    else doc.text(foldable(text), options);
  }
}
