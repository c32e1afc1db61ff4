/** What `textProblem` refuses: control characters, those that turn the direction of writing, and what could not be read. */
const unreadable = String.raw`\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD`;
const unreadableInLines = String.raw`\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD`;

/** One line without spaces around it. Both sides count characters as code points. */
export function line(maxLength: number): Text {
  return { type: 'string', maxLength, pattern: trimmed(unreadable) };
}

/** Lines parted by \n. */
export function lines(maxLength: number): Text {
  return { type: 'string', maxLength, pattern: trimmed(unreadableInLines) };
}

type Text = { type: 'string'; maxLength: number; pattern: string };

function trimmed(inside: string): string {
  return `^[^\\s${unreadable}]([^${inside}]*[^\\s${unreadable}])?$`;
}
