/** What a letter says; who gets it is decided by whoever sends it. */
export interface Letter {
  subject: string;
  text: string;
}

/** One paragraph after another, as every mail of the portal looks; what is not defined is left out. */
export function letter(subject: string, paragraphs: (string | undefined)[]): Letter {
  const said = paragraphs.filter(paragraph => paragraph !== undefined);
  return { subject: bound(subject), text: bound([...said, signature].join('\n\n')) + '\n' };
}

const signature = 'Magistrát města Hradec Králové\nPortál občana';

/** Below the signature of what people can choose not to get. */
export function settingsFoot(link: string): string {
  return `\nKteré e-maily vám chodí, si nastavíte tady:\n${link}\n`;
}

/** Czech keeps one-letter prepositions and conjunctions on the line of the word they belong to. */
function bound(text: string): string {
  return text.replace(/(?<=^|[\s(„])([ksvzouai]) (?=\S)/gi, '$1\u00a0');
}
