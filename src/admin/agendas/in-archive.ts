import type { Problem } from '../../core/form/problem.ts';

/** A problem of an agenda, said so that it is found in the archive the agenda came in. */
export function inArchive(problem: Problem, { index, document }: { index: number | null; document: unknown }): Problem {
  if (index === null) return problem;
  const { path, label, message } = problem;
  const given: unknown = typeof document === 'object' && document !== null && 'title' in document ? document.title : '';
  const title = typeof given === 'string' ? given.slice(0, 80) : '';
  const words = [
    title === '' ? `${index + 1}.\u00a0agenda` : `Agenda „${title}“`,
    ...(label === undefined ? [] : [label]),
  ];
  return { path: `agendas[${index}]${path === '' ? '' : `.${path}`}`, label: words.join(', '), message };
}
