/** Where something stands in a text, both from 1; columns are counted in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

export interface Condition {
  /** What is looked at: a variable, or an answer as `odpověď:id`. */
  name: string;
  /** What it has to read as; null: it only has to be there. */
  value: string | null;
  isNegated: boolean;
}

export type TemplateNode =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string; at: Place }
  | { kind: 'when'; condition: Condition; at: Place; then: TemplateNode[]; otherwise: TemplateNode[] };

export interface TemplateProblem extends Place {
  /** In Czech, a whole sentence. */
  message: string;
}

export interface ParsedTemplate {
  nodes: TemplateNode[];
  problems: TemplateProblem[];
}

type When = Extract<TemplateNode, { kind: 'when' }>;

const deepest = 5;

/**
 * Reads a template: a text with `{{značka}}` for a value, and `{{#když výsledek je zamítnuto}}` … `{{jinak}}` …
 * `{{/když}}` for what is said only then. A tag of a condition that has a line for itself leaves no empty one. Never
 * throws: what does not hang together is among the problems, and stays in the text as it is written.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const problems: TemplateProblem[] = [];
  const root: TemplateNode[] = [];
  const open: { when: When; isOtherwise: boolean }[] = [];
  const placeOf = placesIn(text);
  const into = (): TemplateNode[] => {
    const last = open.at(-1);
    return last === undefined ? root : last.isOtherwise ? last.when.otherwise : last.when.then;
  };
  let read = 0;
  for (const tag of tagsIn(text)) {
    addText(into(), text.slice(read, tag.from));
    read = tag.to;
    const at = placeOf(tag.at);
    const problem = (message: string): void => {
      problems.push({ ...at, message });
    };
    if (tag.inside === '/když') {
      if (open.pop() === undefined) problem('{{/když}} tu nic neukončuje. Chybí před ním {{#když …}}.');
    } else if (tag.inside === 'jinak') {
      const last = open.at(-1);
      if (last === undefined) problem('{{jinak}} patří mezi {{#když …}} a\u00a0{{/když}}.');
      else if (last.isOtherwise) problem('V\u00a0jedné podmínce může být {{jinak}} jen jednou.');
      else last.isOtherwise = true;
    } else if (tag.inside.startsWith('#')) {
      const condition = readCondition(tag.inside);
      if (condition === null) problem('Podmínka začíná třeba takhle: {{#když výsledek je zamítnuto}}.');
      if (open.length === deepest) problem(`Podmínek v\u00a0sobě může být nejvýš ${deepest}.`);
      const when: When = { kind: 'when', condition: condition ?? never, at, then: [], otherwise: [] };
      into().push(when);
      open.push({ when, isOtherwise: false });
    } else into().push({ kind: 'value', name: tag.inside, at });
  }
  addText(into(), text.slice(read));
  for (const { when } of open) problems.push({ ...when.at, message: 'Podmínka tu začíná, ale chybí jí {{/když}}.' });
  return { nodes: root, problems: [...problems, ...strayBraces(text, placeOf)].sort(byPlace) };
}

const never: Condition = { name: '', value: null, isNegated: false };

interface Tag {
  /** What is taken out: with the line, where nothing else is on it. */
  from: number;
  to: number;
  /** Where the tag itself begins. */
  at: number;
  inside: string;
}

/** The spaces inside are left to `trim`: a pattern that finds them itself takes hours over a text of spaces. */
const tagPattern = /\{\{([^{}]*)\}\}/g;

function tagsIn(text: string): Tag[] {
  return Array.from(text.matchAll(tagPattern), match => {
    const [written, between = ''] = match;
    const at = match.index;
    const to = at + written.length;
    const inside = between.trim().replaceAll(/\s+/g, ' ');
    const isBranch = inside.startsWith('#') || inside.startsWith('/') || inside === 'jinak';
    return { at, inside, ...((isBranch && ownLine(text, at, to)) || { from: at, to }) };
  });
}

function ownLine(text: string, at: number, to: number): { from: number; to: number } | undefined {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', to);
  const until = end === -1 ? text.length : end;
  const isAlone = text.slice(from, at).trim() === '' && text.slice(to, until).trim() === '';
  return isAlone ? { from, to: until + 1 } : undefined;
}

function readCondition(inside: string): Condition | null {
  const words = /^#když (.+)$/.exec(inside)?.[1];
  if (words === undefined) return null;
  for (const [verb, isNegated] of [
    [' není ', true],
    [' je ', false],
  ] as const) {
    const [name = '', ...rest] = words.split(verb);
    if (rest.length > 0) return { name, value: rest.join(verb), isNegated };
  }
  return { name: words, value: null, isNegated: false };
}

function addText(nodes: TemplateNode[], text: string): void {
  if (text !== '') nodes.push({ kind: 'text', text });
}

function strayBraces(text: string, placeOf: (index: number) => Place): TemplateProblem[] {
  const rest = text.replaceAll(tagPattern, written => ' '.repeat(written.length));
  return Array.from(rest.matchAll(/\{\{|\}\}/g), ({ 0: braces, index }) => ({
    ...placeOf(index),
    message: braces === '{{' ? 'Závorky {{ tu začínají, ale chybí jim }}.' : 'Závorky }} tu končí, ale chybí jim {{.',
  }));
}

function placesIn(text: string): (index: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return index => {
    const line = starts.findLastIndex(start => start <= index);
    return { line: line + 1, column: index - (starts[line] ?? 0) + 1 };
  };
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}
