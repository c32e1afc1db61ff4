import { fileURLToPath } from 'node:url';

export type Doc = PDFKit.PDFDocument;

export const regular = fileURLToPath(import.meta.resolve('@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf'));
export const bold = fileURLToPath(import.meta.resolve('@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf'));
export const italic = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/roboto/400Regular_Italic/Roboto_400Regular_Italic.ttf'),
);
export const boldItalic = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/roboto/700Bold_Italic/Roboto_700Bold_Italic.ttf'),
);
export const ink = '#1b1b1b';
export const quiet = '#545454';
export const margin = 56;

const line = '#d5d8dc';

/** A new page unless so much still fits on this one. */
export function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage();
}

export function drawLine(doc: Doc, width: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(margin, doc.y)
    .lineTo(margin + width, doc.y)
    .lineWidth(0.5)
    .stroke(line);
  doc.endMarkedContent();
}

/** A word without end takes pdfkit a time that grows with the square of its length; so long a one is several lines anyway. */
export function foldable(text: string): string {
  return text.replaceAll(/[^ \n]{300}/gu, '$&\n');
}
