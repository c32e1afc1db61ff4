/** What mails and letters of an agenda may say of a case: each word in double braces stands for it, e.g. {{značka}}. */
export interface PlaceholderValues {
  /** The reference of the case. */
  značka: string;
  /** The title of the agenda. */
  agenda: string;
  /** The name of the applicant. */
  jméno: string;
  /** The department that has the case. */
  odbor: string;
  /** The day of filing. */
  podáno: string;
  /** The day the case is due. */
  termín: string;
}

export const placeholders = [
  'značka',
  'agenda',
  'jméno',
  'odbor',
  'podáno',
  'termín',
] as const satisfies readonly (keyof PlaceholderValues)[];

/** The text with its placeholders filled in; one that is not known stays as it is written. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(pattern, (written, inside: string) => {
    const name = inside.trim();
    return isKnown(name) ? values[name] : written;
  });
}

/** Names in braces that stand for nothing, each once. */
export function unknownPlaceholders(text: string): string[] {
  const names = Array.from(text.matchAll(pattern), match => (match[1] ?? '').trim());
  return [...new Set(names)].filter(name => !isKnown(name));
}

/** The spaces inside are left to `trim`: a pattern that finds them itself takes hours over a text of spaces. */
const pattern = /\{\{([^{}]*)\}\}/g;

function isKnown(name: string): name is keyof PlaceholderValues {
  return placeholders.some(known => known === name);
}
