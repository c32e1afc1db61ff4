import { parseTemplate, type Place, type TemplateNode, type TemplateProblem } from './parse.ts';
import { isLetterVariable, letterVariables, outcomeWords, questionOf } from './variables.ts';

/**
 * What would come out wrong of a template, in the order of the text: tags that do not hang together, names that stand for
 * nothing, outcomes there are not. `questions` are ids of the agenda whose letter it is; null where it is for all agendas,
 * which have no question in common.
 */
export function checkTemplate(text: string, questions: ReadonlySet<string> | null): TemplateProblem[] {
  const { nodes, problems } = parseTemplate(text);
  return problems.length > 0 ? problems : nodes.flatMap(node => problemsOf(node, questions));
}

/** "Řádek 3, znak 12: …" */
export function templateProblemText({ line, column, message }: TemplateProblem): string {
  return `Řádek\u00a0${line}, znak\u00a0${column}: ${message}`;
}

function problemsOf(node: TemplateNode, questions: ReadonlySet<string> | null): TemplateProblem[] {
  if (node.kind === 'text') return [];
  if (node.kind === 'value') return unknownName(node.name, node.at, questions);
  const { condition, at, then, otherwise } = node;
  const unknown = unknownName(condition.name, at, questions);
  const value = condition.value?.toLowerCase();
  const isNoOutcome = condition.name === 'výsledek' && value !== undefined && !outcomeWords.includes(value);
  const message = `Výsledek nemůže být „${condition.value ?? ''}“. Může být: ${outcomeWords.join(', ')}.`;
  return [
    ...unknown,
    ...(isNoOutcome ? [{ ...at, message }] : []),
    ...[...then, ...otherwise].flatMap(child => problemsOf(child, questions)),
  ];
}

function unknownName(name: string, at: Place, questions: ReadonlySet<string> | null): TemplateProblem[] {
  if (isLetterVariable(name)) return [];
  const question = questionOf(name);
  if (question === undefined) {
    const known = letterVariables.map(variable => `{{${variable}}}`).join(', ');
    return [{ ...at, message: `„${name}“ dopis nezná. Použijte některé z\u00a0těchto: ${known}.` }];
  }
  if (questions === null) {
    return [{ ...at, message: 'Na odpovědi se ptejte jen ve vzorech jedné agendy. Tenhle vzor je pro všechny.' }];
  }
  if (questions.has(question)) return [];
  return [{ ...at, message: `Otázku „${question}“ agenda nemá.` }];
}
