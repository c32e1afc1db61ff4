import { type Condition, parseTemplate, type TemplateNode } from './parse.ts';
import { isLetterVariable, type LetterValues, questionOf } from './variables.ts';

export interface TemplateData {
  values: LetterValues;
  /** Answers as people read them, by the id of the question; none where it was not answered. */
  answers: Readonly<Record<string, string>>;
}

/** How a value is written so that it reads as it is: in Markdown its marks lose their meaning. */
export type Writing = 'markdown' | 'plain';

/**
 * A template for one case. What is not known yet becomes a gap to be filled in by hand (core/letters/gaps); an answer that
 * was not given reads so. Values are written as they are, whatever braces or marks they hold. A name nobody knows and a
 * tag out of place stay as they are written.
 */
export function fillTemplate(template: string, data: TemplateData, writing: Writing): string {
  const filled = written(parseTemplate(template).nodes, data, writing);
  return filled.replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** Whether what the template says depends on a variable. */
export function mentions(template: string, name: string): boolean {
  const isIn = (node: TemplateNode): boolean =>
    node.kind === 'value'
      ? node.name === name
      : node.kind === 'when' && (node.condition.name === name || [...node.then, ...node.otherwise].some(isIn));
  return parseTemplate(template).nodes.some(isIn);
}

function written(nodes: TemplateNode[], data: TemplateData, writing: Writing, before = ''): string {
  return nodes.reduce((text, node) => {
    switch (node.kind) {
      case 'text':
        return text + node.text;
      case 'value':
        return text + valueOf(node.name, data, value => (writing === 'plain' ? value : inMarkdown(value, text)));
      case 'when':
        return written(holds(node.condition, data) ? node.then : node.otherwise, data, writing, text);
    }
  }, before);
}

function holds({ name, value, isNegated }: Condition, data: TemplateData): boolean {
  const known = knownValue(name, data) ?? '';
  return value === null ? known !== '' : sameWords(known, value) !== isNegated;
}

function sameWords(a: string, b: string): boolean {
  return a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase();
}

function valueOf(name: string, data: TemplateData, write: (value: string) => string): string {
  const known = knownValue(name, data);
  if (known !== undefined) return write(known);
  if (questionOf(name) !== undefined) return 'neuvedeno';
  return isLetterVariable(name) ? `[doplňte: ${name}]` : `{{${name}}}`;
}

function knownValue(name: string, { values, answers }: TemplateData): string | undefined {
  const question = questionOf(name);
  if (question !== undefined) return Object.hasOwn(answers, question) ? answers[question] : undefined;
  return isLetterVariable(name) ? values[name] : undefined;
}

/** Lines of their own begin no heading, list or quotation; stars and the like are what they are. */
function inMarkdown(value: string, before: string): string {
  const isAtStart = /(^|\n)[ \t]*$/.test(before);
  return value
    .replaceAll(/[\\*`<>[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, mark => `\\${mark}`)
    .split(/\r?\n/)
    .map((line, index) => (index > 0 || isAtStart ? withoutMark(line) : line))
    .join('\n');
}

function withoutMark(line: string): string {
  return line.trimStart().replace(/^([#+=~-]|\d{1,9}(?=[.)]))/, mark => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
