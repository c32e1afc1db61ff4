/** Tells Excel that the text is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** A line of CSV as Czech Excel reads it: semicolons between, CR LF at the end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

/** A spreadsheet runs what begins like a formula, whoever wrote it; an apostrophe before makes it a text. */
function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
