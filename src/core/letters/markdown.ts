import { Marked, type Token, type Tokens } from 'marked';

/** Words of a letter that look the same; a new line in them is one on paper. */
interface LetterRun {
  text: string;
  isBold?: true;
  isItalic?: true;
}

export interface LetterList {
  kind: 'list';
  isNumbered: boolean;
  /** The number of the first point. */
  start: number;
  items: { runs: LetterRun[]; lists: LetterList[] }[];
}

export type LetterBlock =
  { kind: 'heading'; runs: LetterRun[] } | { kind: 'paragraph'; runs: LetterRun[] } | LetterList;

// Plain Markdown: what nobody expects in a letter, tables and struck words, stays as it is typed.
const reader = new Marked({ gfm: false });

/**
 * The text of a letter as what it is made of: headings, paragraphs and lists, with bold and italic words. Whatever else
 * Markdown knows is kept as plain words; nothing that was typed is left out.
 */
export function letterBlocks(markdown: string): LetterBlock[] {
  if (tooDeep.test(markdown)) return markdown.split(/\n{2,}/).flatMap(asTyped);
  return reader.lexer(markdown).flatMap(blocksOf);
}

/** A line of marks alone would be as many lists in one another, more than the reader can stand. */
const tooDeep = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){9}/m;

function blocksOf(token: Token): LetterBlock[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [{ kind: 'heading', runs: runsOf(childrenOf(token)) }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(childrenOf(token)) }];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'blockquote':
      return childrenOf(token).flatMap(blocksOf);
    case 'code':
      return asTyped((token as Tokens.Code).text);
    default:
      return asTyped(token.raw);
  }
}

function asTyped(text: string): LetterBlock[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', runs: [{ text: text.trim() }] }];
}

function listOf({ ordered, start, items }: Tokens.List): LetterList {
  return {
    kind: 'list',
    isNumbered: ordered,
    start: start === '' ? 1 : start,
    items: items.map(({ tokens }) => {
      const lists = tokens.filter(isList).map(listOf);
      const parts = tokens.filter(token => !isList(token)).flatMap(itemRuns);
      return { runs: separated(parts), lists };
    }),
  };
}

/** What stands in one point, paragraph by paragraph. */
function itemRuns(token: Token): LetterRun[][] {
  if (token.type === 'text') return [runsOf(childrenOf(token))];
  return blocksOf(token).map(block => (block.kind === 'list' ? [] : block.runs));
}

function separated(parts: LetterRun[][]): LetterRun[] {
  return joined(parts.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs])));
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

type Look = Omit<LetterRun, 'text'>;

function runsOf(tokens: Token[], look: Look = {}): LetterRun[] {
  return joined(tokens.flatMap(token => inlineRuns(token, look)));
}

function inlineRuns(token: Token, look: Look): LetterRun[] {
  switch (token.type) {
    case 'strong':
      return runsOf(childrenOf(token), { ...look, isBold: true });
    case 'em':
      return runsOf(childrenOf(token), { ...look, isItalic: true });
    case 'br':
      return [{ ...look, text: '\n' }];
    case 'escape':
      return [{ ...look, text: (token as Tokens.Escape).text }];
    case 'text':
      return [{ ...look, text: (token as Tokens.Text).text }];
    default:
      return [{ ...look, text: token.raw }];
  }
}

function joined(runs: LetterRun[]): LetterRun[] {
  const whole: LetterRun[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last && last.isBold === run.isBold && last.isItalic === run.isItalic) last.text += run.text;
    else whole.push({ ...run });
  }
  return whole;
}

function childrenOf(token: Token): Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : [];
}
